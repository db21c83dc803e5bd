package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.ledger.LedgerStore.ClubTotal;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** How every {@link LedgerStore} sums up. */
public abstract class LedgerTotalsContract extends StoreContract {
    private Club club = AnyClub.anyClub();
    private Member member = AnyMember.anyImportedMember(null);
    private AccountId account = AnyClub.anyAccountId();

    @BeforeEach
    void openAccount() {
        club = story().club();
        member = story().member();
        account = story().account(club, member).id();
    }

    @Test
    @Requirement("B5")
    void an_accounts_entries_are_summed_by_kind_over_a_stretch_of_time() {
        story().earn(account, "10", Any.minute(1));
        story().earn(account, "5.25", Any.minute(2));
        story().spend(account, "4", Any.minute(3));
        story().earn(account, "100", Any.minute(4));

        assertThat(totals(Any.minute(1), Any.minute(4)))
                .containsEntry(EntryKind.SALE, points("15.25"))
                .containsEntry(EntryKind.REDEMPTION, points("-4"));
        assertThat(totals(Any.minute(2), Any.minute(3))).isEqualTo(Map.of(EntryKind.SALE, points("5.25")));
        assertThat(totals(Any.minute(5), Any.minute(6))).isEmpty();
    }

    @Test
    @Requirement({"I1", "R31"})
    void a_clubs_entries_are_summed_by_kind_with_their_number_and_their_value_then() {
        AccountId other = story().account(club, story().member()).id();
        story().earn(account, "10", Any.minute(1));
        story().earn(other, "5.5", Any.minute(1));
        story().spend(other, "2", Any.minute(2));
        story().earn(story().account().id(), "1000", Any.minute(1));

        Map<EntryKind, ClubTotal> totals = read(stores -> stores.ledger().totals(club.id()));

        assertThat(totals.keySet()).containsExactlyInAnyOrder(EntryKind.SALE, EntryKind.REDEMPTION);
        assertTotal(totals.get(EntryKind.SALE), 2, "15.5", "0.155");
        assertTotal(totals.get(EntryKind.REDEMPTION), 1, "-2", "-0.02");
    }

    @Test
    @Requirement("D35")
    void the_open_points_of_a_club_come_in_order_of_lapsing() {
        AccountId other = story().account(club, story().member()).id();
        story().earn(account, "10", AnyEntry.life(Any.minute(1), Any.minute(900)), Any.minute(1));
        story().earn(other, "5", AnyEntry.life(Any.minute(1), Any.minute(900)), Any.minute(1));
        story().earn(account, "3", AnyEntry.life(Any.minute(1), Any.minute(800)), Any.minute(2));
        story().earn(other, "7", Any.minute(3));
        story().earn(story().account().id(), "1000", Any.minute(1));
        story().spend(account, "4", Any.minute(4));

        List<Outstanding> outstanding = read(stores -> stores.ledger().outstanding(club.id()));

        assertThat(outstanding)
                .containsExactly(
                        new Outstanding(Any.minute(900), points("14")),
                        new Outstanding(ExpiryRule.FOREVER, points("7")));
    }

    @Test
    @Requirement({"A46", "R39"})
    void what_lines_earned_is_kept_by_entry_then_line() {
        KeptPurchase first = sale(1, "1.00", "2.00", "3.00");
        KeptPurchase second = sale(2, "1.00", "1.00");
        PointEntry one = story().sell(account, first, PointKind.AWARD, Any.minute(3));
        PointEntry two = story().sell(account, second, PointKind.OTHER, Any.minute(4));
        story().sell(account, sale(5, "1.00"), PointKind.AWARD, Any.minute(6));

        List<EarnedLine> lines = read(stores -> stores.ledger()
                .earnedLines(List.of(
                        second.purchase().key(),
                        AnyPurchase.anyReceipt(),
                        first.purchase().key())));

        assertThat(lines)
                .containsExactly(
                        line(one, first, 1),
                        line(one, first, 2),
                        line(one, first, 3),
                        line(two, second, 1),
                        line(two, second, 2));
    }

    @Test
    @Requirement({"B51", "R41"})
    void award_points_count_what_sales_gave_less_what_was_taken_back_and_never_what_was_spent() {
        PointEntry undone = story().earn(account, "10", Any.minute(1));
        story().earn(account, "20", Any.minute(2));
        story().sell(account, sale(3, "1.00", "1.00"), PointKind.OTHER, Any.minute(3));
        story().spend(account, "12", Any.minute(4));
        story().reverse(undone, Any.minute(5));
        story().expire(new LotId(lapsing("7", Any.minute(6), Any.minute(7)).id(), 1), Any.minute(8));

        assertThat(measure(Measure.AWARD_POINTS, Any.minute(1), Any.minute(9))).isEqualByComparingTo("27");
        assertThat(measure(Measure.AWARD_POINTS, Any.minute(2), Any.minute(5))).isEqualByComparingTo("20");
        assertThat(measure(Measure.AWARD_POINTS, Any.minute(50), Any.minute(60)))
                .isEqualByComparingTo("0");
    }

    @Test
    @Requirement({"B51", "R41"})
    void spend_single_spend_and_visits_count_the_purchases_of_the_members() {
        Member other = story().member();
        keep(sale(1, "10.0005", "5.00"), sale(2, "20.00"), sale(3, "7.00"), of(other, 2, "1000.00"));

        assertThat(measure(Measure.SPEND, Any.minute(1), Any.minute(3))).isEqualByComparingTo("35.0005");
        assertThat(measure(Measure.SINGLE_SPEND, Any.minute(1), Any.minute(4))).isEqualByComparingTo("20");
        assertThat(measure(Measure.VISITS, Any.minute(1), Any.minute(4))).isEqualByComparingTo("3");
        assertThat(measure(Measure.VISITS, Any.minute(2), Any.minute(3))).isEqualByComparingTo("1");
        for (Measure measure : Measure.values()) {
            assertThat(measure(measure, Any.minute(80), Any.minute(90))).isEqualByComparingTo("0");
        }
    }

    @Test
    @Requirement({"R41", "R33"})
    void purchases_in_another_currency_do_not_count() {
        keep(sale(1, "10.00"), AnyPurchase.kept(inDollars(Any.minute(2), "70.00"), member.id()));

        assertThat(measure(Measure.SPEND, Any.minute(1), Any.minute(9))).isEqualByComparingTo("10");
        assertThat(measure(Measure.SINGLE_SPEND, Any.minute(1), Any.minute(9))).isEqualByComparingTo("10");
        assertThat(measure(Measure.VISITS, Any.minute(1), Any.minute(9))).isEqualByComparingTo("1");
        assertThat(measure(Measure.SPEND, CurrencyUnit.USD, Any.minute(1), Any.minute(9)))
                .isEqualByComparingTo("70");
        assertThat(measure(Measure.VISITS, CurrencyUnit.CHF, Any.minute(1), Any.minute(9)))
                .isEqualByComparingTo("0");
    }

    @Test
    @Requirement({"R41", "R39"})
    void what_was_brought_back_by_whomever_reduces_the_purchase_it_belongs_to() {
        KeptPurchase large = sale(1, "30.00", "50.00");
        KeptPurchase small = sale(2, "20.00");
        KeptPurchase undone = sale(3, "5.00");
        keep(large, small, undone);
        PurchaseLine partly = AnyPurchase.anyReturn(1, "-12.50", large, 2);
        PurchaseLine whole = AnyPurchase.anyReturn(2, "-5.00", undone, 1);
        keep(AnyPurchase.kept(AnyPurchase.anyPurchase(Buyer.GUEST, Any.minute(4), partly, whole)));
        PurchaseLine most = AnyPurchase.anyReturn(1, "-47.5", large, 2);
        keep(AnyPurchase.kept(
                AnyPurchase.anyPurchase(Buyer.member(member.id()), Any.minute(5), most, AnyPurchase.anyLine(2, "1.00")),
                member.id()));

        assertThat(measure(Measure.SPEND, Any.minute(1), Any.minute(9))).isEqualByComparingTo("41");
        assertThat(measure(Measure.SINGLE_SPEND, Any.minute(1), Any.minute(9))).isEqualByComparingTo("20");
        assertThat(measure(Measure.VISITS, Any.minute(1), Any.minute(9))).isEqualByComparingTo("3");
        assertThat(measure(Measure.SPEND, Any.minute(4), Any.minute(9))).isEqualByComparingTo("1");
    }

    @Test
    @Requirement("R41")
    void a_return_that_names_no_original_reduces_what_was_spent_and_is_no_visit() {
        keep(sale(1, "30.00"), sale(2, "-10.00"));

        assertThat(measure(Measure.SPEND, Any.minute(1), Any.minute(9))).isEqualByComparingTo("20");
        assertThat(measure(Measure.SINGLE_SPEND, Any.minute(1), Any.minute(9))).isEqualByComparingTo("30");
        assertThat(measure(Measure.VISITS, Any.minute(1), Any.minute(9))).isEqualByComparingTo("1");
    }

    @Test
    @Requirement("R41")
    void each_account_is_measured_from_its_own_start() {
        AccountId other = story().account(club, story().member()).id();
        for (AccountId id : Set.of(account, other)) {
            story().earn(id, "1", Any.minute(1));
            story().earn(id, "2", Any.minute(2));
        }

        Map<AccountId, BigDecimal> measures = read(stores -> stores.ledger()
                .measures(
                        Measure.AWARD_POINTS,
                        CurrencyUnit.EUR,
                        Map.of(
                                account, new Stretch(Any.minute(1), Any.minute(9)),
                                other, new Stretch(Any.minute(2), Any.minute(9)))));

        assertThat(measures.get(account)).isEqualByComparingTo("3");
        assertThat(measures.get(other)).isEqualByComparingTo("2");
        assertThat(measures).hasSize(2);
    }

    @Test
    @Requirement("D32")
    void the_last_purchase_is_by_the_tills_clock_and_one_below_zero_is_none() {
        Member shared = story().member();
        AccountId other = story().account(club, shared).id();
        AccountId idle = story().account(club, story().member()).id();
        keep(sale(3, "5.00"), sale(2, "7.00"), sale(8, "-1.00"), of(shared, 4, "1.00"));

        Map<AccountId, Instant> last = read(stores -> stores.ledger().lastPurchases(Set.of(account, other, idle)));

        assertThat(last).isEqualTo(Map.of(account, Any.minute(3), other, Any.minute(4)));
    }

    private PointEntry lapsing(String points, Instant at, Instant lapsesAt) {
        return story().earn(account, points, AnyEntry.life(at, lapsesAt), at);
    }

    private KeptPurchase sale(int minute, String... amounts) {
        return of(member, minute, amounts);
    }

    private static KeptPurchase of(Member owner, int minute, String... amounts) {
        PurchaseLine[] lines = new PurchaseLine[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            lines[i] = AnyPurchase.anyLine(i + 1, amounts[i]);
        }
        return AnyPurchase.kept(
                AnyPurchase.anyPurchase(Buyer.member(owner.id()), Any.minute(minute), lines), owner.id());
    }

    private Purchase inDollars(Instant at, String amount) {
        BigMoney price = BigMoney.of(CurrencyUnit.USD, new BigDecimal(amount));
        PurchaseLine line =
                new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE, PurchaseLine.Price.of(price), null);
        Purchase.Content content = new Purchase.Content(CurrencyUnit.USD, List.of(line), List.of());
        return new Purchase(
                AnyPurchase.anyReceipt(), at, Purchase.Place.of("store-1", "pos"), Buyer.member(member.id()), content);
    }

    private void keep(KeptPurchase... purchases) {
        write(stores -> stores.purchases().addAll(List.of(purchases)));
    }

    private static EarnedLine line(PointEntry entry, KeptPurchase kept, int number) {
        ExternalKey purchase = kept.purchase().key();
        return new EarnedLine(
                entry.id(), new OriginalLine(purchase, number), entry.cause().pointKind(), Points.of(number));
    }

    private static void assertTotal(@Nullable ClubTotal total, int entries, String points, String value) {
        if (total == null) {
            throw new AssertionError("there is no total");
        }
        assertThat(total.entries()).isEqualTo(entries);
        assertThat(total.points()).isEqualTo(points(points));
        assertThat(total.value()).isEqualByComparingTo(value);
    }

    private BigDecimal measure(Measure measure, Instant from, Instant to) {
        return measure(measure, CurrencyUnit.EUR, from, to);
    }

    private BigDecimal measure(Measure measure, CurrencyUnit currency, Instant from, Instant to) {
        return read(stores -> stores.ledger()
                .measures(measure, currency, Map.of(account, new Stretch(from, to)))
                .get(account));
    }

    private Map<EntryKind, Points> totals(Instant from, Instant to) {
        return read(stores -> stores.ledger().totals(account, from, to));
    }

    private static Points points(String text) {
        return Points.of(new BigDecimal(text));
    }
}
