package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.flow.Flow;
import org.openmembership.flow.FlowStore;
import org.openmembership.flow.Holdings;
import org.openmembership.flow.PointFlow;
import org.openmembership.flow.Scope;
import org.openmembership.flow.Spend;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.shared.Points;

/** How every {@link FlowStore} sums up. */
public abstract class FlowStoreContract extends StoreContract {
    private Club club = AnyClub.anyClub();
    private Member member = AnyMember.anyImportedMember(null);
    private AccountId account = AnyClub.anyAccountId();
    private AccountId other = AnyClub.anyAccountId();

    @BeforeEach
    void openAccounts() {
        club = story().club();
        member = story().member();
        account = story().account(club, member).id();
        other = story().account(club, story().member()).id();
        story().earn(story().account().id(), "1000", Any.minute(1));
    }

    @Test
    @Requirement({"B28", "R31"})
    void entries_are_summed_by_what_they_mean_with_their_value_then() {
        PointEntry earned = story().earn(account, "10", Any.minute(1));
        story().earn(other, "5.5", Any.minute(2));
        story().spend(other, "2", Any.minute(3));
        story().reverse(earned, Any.minute(4));
        story().deduct(other, "1", Any.minute(5));

        List<PointFlow> flows = flows(ofClub(), Any.minute(1), Any.minute(6));

        assertThat(flows)
                .extracting(PointFlow::flow)
                .containsExactly(Flow.EARNED, Flow.EARNED_UNDONE, Flow.REDEEMED, Flow.ADJUSTED);
        assertThat(flows).extracting(PointFlow::kind).containsOnly(PointKind.AWARD);
        assertThat(flows).extracting(PointFlow::scheme).containsOnly(scheme());
        assertThat(points(flows)).containsExactly(points("15.5"), points("-10"), points("-2"), points("-1"));
        assertThat(flows.get(0).total().entries()).isEqualTo(2);
        assertThat(flows.get(0).total().value()).isEqualByComparingTo("0.155");
        assertThat(flows.get(2).total().value()).isEqualByComparingTo("-0.02");
    }

    @Test
    @Requirement("B28")
    void only_what_was_recorded_in_the_stretch_of_time_and_in_scope_is_summed() {
        story().earn(account, "1", Any.minute(1));
        story().earn(account, "2", Any.minute(2));
        story().earn(account, "4", Any.minute(3));
        story().earn(other, "8", Any.minute(2));

        assertThat(points(flows(ofClub(), Any.minute(2), Any.minute(3)))).containsExactly(points("10"));
        assertThat(points(flows(new Scope.OfAccount(account), Any.minute(1), Any.minute(3))))
                .containsExactly(points("3"));
        assertThat(flows(new Scope.OfAccount(AnyClub.anyAccountId()), Any.minute(1), Any.minute(3)))
                .isEmpty();
    }

    @Test
    @Requirement({"B28", "I2"})
    void what_was_open_and_owed_at_an_instant_goes_by_what_was_recorded_before_it() {
        story().earn(account, "10", AnyEntry.life(Any.minute(1), Any.minute(900)), Any.minute(1));
        story().earn(other, "5", Any.minute(1));
        PointEntry spent = story().spend(account, "4", Any.minute(2));
        story().deduct(other, "7", Any.minute(3));
        story().earn(other, "1", Any.minute(4));

        assertThat(openAt(Any.minute(1))).isEmpty();
        assertThat(openAt(Any.minute(2)))
                .containsExactly(outstanding(Any.minute(900), "10"), outstanding(ExpiryRule.FOREVER, "5"));
        assertThat(openAt(spent.recordedAt().plusNanos(1_000)))
                .containsExactly(outstanding(Any.minute(900), "6"), outstanding(ExpiryRule.FOREVER, "5"));
        assertThat(openAt(Any.minute(4))).containsExactly(outstanding(Any.minute(900), "6"));
        assertThat(debtAt(Any.minute(3))).isEqualTo(Points.ZERO);
        assertThat(debtAt(Any.minute(4))).isEqualTo(points("2"));
        assertThat(debtAt(Any.minute(5))).isEqualTo(points("1"));
    }

    @Test
    @Requirement({"B28", "B67"})
    void holdings_tell_open_pending_lapsed_and_expiring_points_apart() {
        story().earn(account, "10", AnyEntry.life(Any.minute(1), Any.minute(5)), Any.minute(1));
        story().earn(account, "20", AnyEntry.life(Any.minute(1), Any.minute(20)), Any.minute(1));
        story().earn(account, "40", pendingUntil(Any.minute(9)), Any.minute(1));
        story().earn(other, "80", Any.minute(1));
        story().deduct(other, "85", Any.minute(2));

        Map<SchemeId, Holdings> holdings =
                read(stores -> stores.flows().holdings(ofClub(), Any.minute(5), Any.minute(21)));

        assertThat(holdings)
                .isEqualTo(Map.of(
                        scheme(),
                        new Holdings(
                                2,
                                points("65"),
                                points("5"),
                                points("70"),
                                points("40"),
                                points("10"),
                                Points.ZERO,
                                points("20"))));
        assertThat(holdings.values()).extracting(Holdings::available).containsExactly(points("15"));
    }

    @Test
    @Requirement("B28")
    void an_expired_lot_is_no_longer_held() {
        PointEntry earned = story().earn(account, "10", AnyEntry.life(Any.minute(1), Any.minute(5)), Any.minute(1));
        story().expire(new LotId(earned.id(), 1), Any.minute(6));

        Scope scope = new Scope.OfAccount(account);
        Holdings held = read(stores -> stores.flows().holdings(scope, Any.minute(7), Any.minute(8)))
                .get(scheme());

        assertThat(held).isEqualTo(Holdings.of(1, Points.ZERO, Points.ZERO));
        assertThat(flows(scope, Any.minute(6), Any.minute(7)))
                .extracting(PointFlow::flow)
                .containsExactly(Flow.EXPIRED);
    }

    @Test
    @Requirement("B28")
    void spend_sums_the_purchases_of_a_stretch_of_time_and_names_the_last_of_all() {
        keep(sale(1, "10.0005"), sale(2, "20.00"), sale(3, "-5.00"));

        Spend whole = spend(ofClub(), CurrencyUnit.EUR, Any.minute(1), Any.minute(4));
        Spend later = spend(new Scope.OfAccount(account), CurrencyUnit.EUR, Any.minute(9), Any.minute(10));

        assertThat(whole.purchases()).isEqualTo(3);
        assertThat(whole.amount()).isEqualByComparingTo("25.0005");
        assertThat(later.purchases()).isZero();
        assertThat(later.amount()).isEqualByComparingTo("0");
        assertThat(later.lastAt()).contains(Any.minute(3));
        assertThat(spend(ofClub(), CurrencyUnit.USD, Any.minute(1), Any.minute(4))
                        .amount())
                .isEqualByComparingTo("0");
        assertThat(spend(new Scope.OfAccount(other), CurrencyUnit.EUR, Any.minute(1), Any.minute(4)))
                .isEqualTo(new Spend(0, BigDecimal.ZERO, null));
    }

    private static Lot.Life pendingUntil(Instant from) {
        return new Lot.Life(Any.minute(1), from, ExpiryRule.FOREVER);
    }

    private KeptPurchase sale(int minute, String amount) {
        return AnyPurchase.kept(
                AnyPurchase.anyPurchase(Buyer.member(member.id()), Any.minute(minute), AnyPurchase.anyLine(1, amount)),
                member.id());
    }

    private void keep(KeptPurchase... purchases) {
        write(stores -> stores.purchases().addAll(List.of(purchases)));
    }

    private SchemeId scheme() {
        return story().current(account).scheme();
    }

    private Scope ofClub() {
        return new Scope.OfClub(club.id());
    }

    private List<PointFlow> flows(Scope scope, Instant from, Instant to) {
        return read(stores -> stores.flows().flows(scope, from, to));
    }

    private List<Outstanding> openAt(Instant at) {
        return read(stores -> stores.flows().openAt(ofClub(), at));
    }

    private Points debtAt(Instant at) {
        return read(stores -> stores.flows().debtAt(ofClub(), at));
    }

    private Spend spend(Scope scope, CurrencyUnit currency, Instant from, Instant to) {
        Map<SchemeId, Spend> spend = read(stores -> stores.flows().spend(scope, currency, from, to));
        return Objects.requireNonNull(spend.get(scheme()));
    }

    private static List<Points> points(List<PointFlow> flows) {
        return flows.stream().map(flow -> flow.total().points()).toList();
    }

    private static Outstanding outstanding(Instant lapsesAt, String points) {
        return new Outstanding(lapsesAt, points(points));
    }

    private static Points points(String text) {
        return Points.of(new BigDecimal(text));
    }
}
