package org.openmembership.holding;

import java.time.Duration;
import org.openmembership.account.AccountId;
import org.openmembership.expiry.ExpiryResult;
import org.openmembership.holding.HoldResult.Held;
import org.openmembership.ledger.HoldId;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.transfer.TransferRequest;
import org.openmembership.transfer.TransferResult;

/** What tests of holds do again and again, on every storage. */
abstract class HoldingCase extends ShopTest {
    static final Duration HOUR = Duration.ofHours(1);

    HoldResult place(AccountId account, long points) {
        return shop.membership()
                .holding()
                .place(HoldRequest.of(account, Points.of(points), shop.key()).lasting(HOUR));
    }

    HoldId held(AccountId account, long points) {
        return ((Held) place(account, points)).hold().id();
    }

    CaptureResult capture(HoldId hold) {
        return shop.membership().holding().capture(CaptureRequest.of(hold, shop.key()));
    }

    HoldResult release(HoldId hold) {
        return shop.membership().holding().release(hold, shop.key());
    }

    TransferResult transfer(AccountId from, AccountId to, long points) {
        return shop.membership().transfer().transfer(new TransferRequest(from, to, Points.of(points), shop.key()));
    }

    ExpiryResult expire() {
        return shop.membership().expiry().run(Shop.CLUB, Progress.NONE);
    }

    static HoldRefusal reasonOf(CaptureResult result) {
        return ((CaptureResult.Refused) result).reason();
    }

    static HoldRefusal reasonOf(HoldResult result) {
        return ((HoldResult.Refused) result).reason();
    }
}
