package org.openmembership.redemption;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.shared.Points;
import org.openmembership.step.Asking;
import org.openmembership.step.SpendingRoom;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/** Works out what a till may offer. */
final class Quoting {
    private final Club club;
    private final Instant now;

    Quoting(Club club, Instant now) {
        this.club = club;
        this.now = now;
    }

    RedemptionQuote quote(MemberAccount account, @Nullable Money due, Stores stores) {
        AccountLedger ledger = Workbooks.open(account, now, stores);
        SpendingRoom room = SpendingRoom.of(account, club, ledger.holds().total(), ledger.at(), stores);
        Optional<Asking.Refusal> refusal =
                new Asking(room.bounds().ceiling(room.bounds().minimum()), null, due, room).refusal(account);
        Points most = refusal.isPresent() ? Points.ZERO : room.most(ledger.available(), due);
        Optional<SpendingRefusal.Reason> reason = refusal.map(Asking.Refusal::reason);
        if (reason.isEmpty() && most.isZero()) {
            reason = Optional.of(SpendingRefusal.Reason.NOT_ENOUGH_POINTS);
        }
        return new RedemptionQuote(
                ledger.available(),
                perUnit(),
                room.bounds().minimum(),
                room.bounds().step(),
                most,
                most.isZero() ? Money.zero(club.place().currency()) : room.paid(most, due),
                reason.orElse(null));
    }

    private @Nullable BigDecimal perUnit() {
        BigDecimal perPoint = club.points().value().perPoint().getAmount();
        return perPoint.signum() == 0 ? null : BigDecimal.ONE.divide(perPoint, MathContext.DECIMAL32);
    }
}
