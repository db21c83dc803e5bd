package org.openmembership.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.extension.ExtensionResult.Extended;
import org.openmembership.extension.ExtensionResult.Refused;
import org.openmembership.holding.HoldRequest;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Points of the club last for ten days, from the first of March on. */
@Requirement("R23")
class ExtensionTest extends ShopTest {
    private static final LocalDate LATER = LocalDate.of(2026, 4, 30);
    private static final Instant AFTER_THEIR_END = Instant.parse("2026-03-12T10:00:00Z");

    @Test
    void what_is_left_of_a_lot_moves_into_one_with_a_later_end() {
        AccountId account = accountWith(100);
        LotId lot = firstLot(account);
        shop.spend(account, 30);

        Extended extended = (Extended) extend(lot);

        assertThat(extended.entries())
                .extracting(PointEntry::kind)
                .containsExactly(EntryKind.EXTENSION_FROM, EntryKind.EXTENSION_TO);
        assertThat(extended.entries()).extracting(PointEntry::points).containsExactly(Points.of(-70), Points.of(70));
        assertThat(extended.entries().get(0).related())
                .contains(extended.entries().get(1).id());
        assertThat(extended.available()).isEqualTo(Points.of(70));
        assertThat(shop.lots(account)).singleElement().satisfies(only -> {
            assertThat(only.life().lapsesAt()).isEqualTo(Instant.parse("2026-04-30T22:00:00Z"));
            assertThat(only.life().earnedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        });
        assertThat(reasonOf(extend(lot, LATER.plusDays(1)))).isEqualTo(ExtensionRefusal.NOTHING_LEFT);
    }

    @Test
    void lapsed_points_are_written_off_and_given_back() {
        AccountId account = accountWith(100);
        shop.time().set(AFTER_THEIR_END);

        Extended extended = (Extended) extend(firstLot(account));

        assertThat(extended.entries())
                .extracting(PointEntry::kind)
                .containsExactly(EntryKind.EXPIRY, EntryKind.REVERSAL);
        assertThat(shop.available(account)).isEqualTo(Points.of(100));
    }

    @Test
    void expired_points_are_reinstated_once() {
        AccountId account = accountWith(100);
        LotId lot = firstLot(account);
        shop.time().set(AFTER_THEIR_END);
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);

        Extended extended = (Extended) extend(lot);

        assertThat(extended.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.REVERSAL);
            assertThat(entry.related()).contains(shop.history(account).get(1).id());
        });
        assertThat(shop.available(account)).isEqualTo(Points.of(100));
        assertThat(reasonOf(extend(lot, LATER.plusDays(1)))).isEqualTo(ExtensionRefusal.ALREADY_REINSTATED);
        assertThat(shop.available(account)).isEqualTo(Points.of(100));
    }

    @Test
    void reinstated_points_repay_a_debt_first() {
        AccountId account = accountWith(100);
        LotId lot = firstLot(account);
        shop.time().set(AFTER_THEIR_END);
        shop.owe(account, 40);

        extend(lot);

        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(60), Points.of(60), Points.ZERO));
    }

    @Test
    void an_end_that_is_no_later_or_over_already_is_refused() {
        AccountId account = accountWith(100);
        LotId lot = firstLot(account);

        assertThat(reasonOf(extend(lot, LocalDate.of(2026, 3, 11)))).isEqualTo(ExtensionRefusal.NOT_LATER);
        shop.time().set(Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(reasonOf(extend(lot))).isEqualTo(ExtensionRefusal.NOT_LATER);
    }

    @Test
    @Requirement("R29")
    void held_points_stay_where_they_are() {
        AccountId account = accountWith(100);
        LotId lot = firstLot(account);
        shop.membership().holding().place(HoldRequest.of(account, Points.of(60), shop.key()));

        Extended extended = (Extended) extend(lot);

        assertThat(extended.entries().get(1).points()).isEqualTo(Points.of(40));
        assertThat(shop.remaining(account)).containsExactly("60", "40");
    }

    @Test
    @Requirement({"R27", "I8"})
    void a_repeat_gives_the_first_answer_again() {
        AccountId account = accountWith(100);
        ExtensionRequest request =
                new ExtensionRequest(firstLot(account), LATER, ReasonCode.of("goodwill"), shop.key());
        Extended first = (Extended) shop.membership().extension().extend(request);

        assertThat(shop.membership().extension().extend(request))
                .isEqualTo(new Extended(first.entries(), first.available(), true));
        assertThat(shop.membership()
                        .extension()
                        .extend(new ExtensionRequest(
                                request.lot(), LATER.plusDays(1), request.reason(), request.key())))
                .isInstanceOf(ExtensionResult.KeyReused.class);
        assertThat(shop.membership().extension().lookup(account, request.key())).isPresent();
        assertThat(shop.membership().extension().lookup(account, shop.key())).isEmpty();
    }

    @Test
    void a_lot_that_is_not_there_and_a_closed_account_are_refused() {
        AccountId account = accountWith(100);
        LotId lot = firstLot(account);

        assertThat(reasonOf(extend(new LotId(lot.entry(), 2)))).isEqualTo(ExtensionRefusal.UNKNOWN_LOT);
        shop.closeAccount(account);
        assertThat(reasonOf(extend(lot))).isEqualTo(ExtensionRefusal.CLOSED);
    }

    private AccountId accountWith(long points) {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10))));
        AccountId account = shop.account();
        shop.give(account, points);
        return account;
    }

    private LotId firstLot(AccountId account) {
        return new LotId(shop.history(account).get(0).id(), 1);
    }

    private ExtensionResult extend(LotId lot) {
        return extend(lot, LATER);
    }

    private ExtensionResult extend(LotId lot, LocalDate lastDay) {
        return shop.membership()
                .extension()
                .extend(new ExtensionRequest(lot, lastDay, ReasonCode.of("goodwill"), shop.key()));
    }

    private static ExtensionRefusal reasonOf(ExtensionResult result) {
        return ((Refused) result).reason();
    }
}
