package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointCap;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.flow.PointFlow;
import org.openmembership.flow.Scope;
import org.openmembership.flow.Spend;
import org.openmembership.ledger.EarningStore.Counted;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore.Redeemed;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.SharedPurchase;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;

/**
 * Whoever absorbed others answers with what these had, in any number of steps, and no more once they are taken apart: sales and
 * entries stay where they are (R16).
 */
@Requirement({"R16", "I20"})
public abstract class SurvivorContract extends SurvivorStage {
    private static final PointCount.Span EVER = new PointCount.Span(null, PointCap.Span.EVER, LocalDate.EPOCH);

    @Test
    @Requirement("C30")
    void purchases_of_a_member_are_listed_under_any_of_the_ids_in_pages() {
        List<KeptPurchase> all =
                List.of(bought(bea, 5, "5"), bought(eve, 4, "4"), bought(ada, 3, "3"), bought(eve, 2, "2"));
        assertThat(listed(PurchaseFilter.of(ada.id()))).containsExactly(all.get(2));

        merge();

        for (Member any : List.of(ada, eve, bea)) {
            assertThat(listed(PurchaseFilter.of(any.id()))).containsExactlyElementsOf(all);
        }

        unmerge();
        assertThat(listed(PurchaseFilter.of(ada.id()))).containsExactly(all.get(2));
        assertThat(listed(PurchaseFilter.of(eve.id()))).containsExactly(all.get(1), all.get(3));
    }

    @Test
    @Requirement("C30")
    void purchases_of_a_customer_are_listed_under_any_of_the_ids() {
        Customer viewed = add(AnyCustomer.anyCustomer());
        Customer other = add(AnyCustomer.anyCustomer());
        KeptPurchase own = bought(viewed.id(), 1);
        KeptPurchase theirs = bought(other.id(), 2);
        Customer merged = other.changed().build();
        write(stores -> stores.merges().redirect(merged, viewed.id()));

        assertThat(listed(of(viewed.id()))).containsExactly(theirs, own);
        assertThat(listed(of(other.id()))).containsExactly(theirs, own);

        write(stores -> stores.merges().restore(merged.changed().build()));
        assertThat(listed(of(viewed.id()))).containsExactly(own);
        assertThat(listed(of(other.id()))).containsExactly(theirs);
    }

    @Test
    @Requirement("B66")
    void what_the_members_of_an_account_bought_is_read_again_in_pages() {
        List<PurchaseId> all = List.of(
                bought(eve, 4, "4").id(),
                bought(ada, 3, "3").id(),
                bought(bea, 5, "5").id());
        assertThat(shared(adas)).containsExactly(all.get(1));

        merge();

        assertThat(shared(adas)).containsExactlyInAnyOrderElementsOf(all);
        unmerge();
        assertThat(shared(adas)).containsExactly(all.get(1));
    }

    @Test
    @Requirement("R41")
    void every_measure_counts_what_both_had() {
        bought(ada, 1, "10");
        bought(eve, 2, "20");
        bought(bea, 3, "12");
        bought(bea, 4, "-3");
        story().earn(adas, "1", Any.minute(1));
        PointEntry earned = story().earn(eves, "2", Any.minute(2));
        story().earn(beas, "4", Any.minute(3));
        assertMeasures("10", "10", "1", "1");

        merge();
        assertMeasures("39", "20", "3", "7");
        story().reverse(earned, Any.minute(5));
        assertMeasures("39", "20", "3", "5");

        unmerge();
        assertMeasures("10", "10", "1", "1");
    }

    private void assertMeasures(String spend, String single, String visits, String points) {
        assertThat(measure(Measure.SPEND)).isEqualByComparingTo(spend);
        assertThat(measure(Measure.SINGLE_SPEND)).isEqualByComparingTo(single);
        assertThat(measure(Measure.VISITS)).isEqualByComparingTo(visits);
        assertThat(measure(Measure.AWARD_POINTS)).isEqualByComparingTo(points);
    }

    @Test
    @Requirement("D32")
    void the_last_purchase_is_the_last_of_both() {
        bought(ada, 1, "10");
        bought(bea, 7, "10");
        merge();

        assertThat(lastPurchases()).isEqualTo(Map.of(adas, Any.minute(7)));
        unmerge();
        assertThat(lastPurchases()).isEqualTo(Map.of(adas, Any.minute(1)));
    }

    private Map<AccountId, Instant> lastPurchases() {
        return read(stores -> stores.ledger().lastPurchases(Set.of(adas)));
    }

    @Test
    @Requirement("R49")
    void what_both_redeemed_counts_less_what_came_back() {
        story().earn(adas, "50", Any.minute(1));
        story().earn(eves, "50", Any.minute(1));
        story().spend(adas, "3", Any.minute(2));
        story().spend(eves, "5", Any.minute(2));
        story().spend(eves, "7", Any.minute(4));
        merge();

        assertThat(redeemed(Any.minute(1))).isEqualTo(new Redeemed(3, Points.of(15)));
        assertThat(redeemed(Any.minute(3))).isEqualTo(new Redeemed(1, Points.of(7)));
        unmerge();
        assertThat(redeemed(Any.minute(1))).isEqualTo(new Redeemed(1, Points.of(3)));
    }

    @Test
    @Requirement({"A29", "B28"})
    void sums_of_an_account_are_those_of_both() {
        story().earn(adas, "10", Any.minute(1));
        story().earn(beas, "20", Any.minute(2));
        story().spend(eves(), "4", Any.minute(3));
        merge();

        assertThat(totals()).isEqualTo(Map.of(EntryKind.SALE, Points.of(35), EntryKind.REDEMPTION, Points.of(-4)));
        assertThat(flowing()).isEqualTo(Points.of(31));
        unmerge();
        assertThat(totals()).isEqualTo(Map.of(EntryKind.SALE, Points.of(10)));
        assertThat(flowing()).isEqualTo(Points.of(10));
    }

    private AccountId eves() {
        story().earn(eves, "5", Any.minute(2));
        return eves;
    }

    @Test
    @Requirement("B28")
    void spend_and_the_last_sale_are_those_of_both_also_in_the_clubs_sums() {
        bought(ada, 1, "10");
        bought(eve, 4, "20");
        assertSpend(new Scope.OfAccount(adas), 1, "10", 1);
        merge();

        assertSpend(new Scope.OfAccount(adas), 2, "30", 4);
        assertSpend(new Scope.OfClub(club.id()), 2, "30", 4);
        unmerge();
        assertSpend(new Scope.OfAccount(adas), 1, "10", 1);
        assertSpend(new Scope.OfClub(club.id()), 2, "30", 4);
    }

    @Test
    @Requirement("D24")
    void the_first_sale_of_one_was_the_first_of_both() {
        story().earn(eves, "1", Any.minute(1));
        assertThat(hasSale()).isFalse();
        merge();

        assertThat(hasSale()).isTrue();
        unmerge();
        assertThat(hasSale()).isFalse();
    }

    @Test
    @Requirement("R36")
    void what_caps_counted_of_one_counts_for_both_and_each_grows_alone() {
        PointCount own = counted(adas, 5);
        PointCount theirs = counted(eves, 3);
        write(stores -> stores.earning().count(List.of(own, theirs)));
        merge();

        List<Counted> found = counts();
        assertThat(found).containsExactlyInAnyOrder(new Counted(adas, own), new Counted(adas, theirs));
        assertThat(found).filteredOn(Counted::isOwn).extracting(Counted::count).containsExactly(own);
        PointCount grown = own.plus(new PointCount.Use(Points.of(2), Points.of(100)));
        write(stores -> stores.earning().count(List.of(grown)));

        unmerge();
        assertThat(counts()).containsExactly(new Counted(adas, grown));
    }

    private List<Counted> counts() {
        return read(stores -> stores.earning().counts(Set.of(adas), List.of(LocalDate.EPOCH)));
    }

    private static PointCount counted(AccountId account, long points) {
        return PointCount.first(account, EVER, new PointCount.Use(Points.of(points), Points.of(100)));
    }

    private boolean hasSale() {
        return read(stores -> stores.ledger().hasSale(adas, Set.of()));
    }

    private void assertSpend(Scope scope, long purchases, String amount, int lastMinute) {
        Map<?, Spend> found =
                read(stores -> stores.flows().spend(scope, CurrencyUnit.EUR, Any.minute(0), Any.minute(9)));
        Spend spend = found.values().stream().reduce(Spend.NONE, Spend::plus);
        assertThat(spend.purchases()).isEqualTo(purchases);
        assertThat(spend.amount()).isEqualByComparingTo(amount);
        assertThat(spend.lastAt()).contains(Any.minute(lastMinute));
    }

    private Map<EntryKind, Points> totals() {
        return read(stores -> stores.ledger().totals(adas, Any.minute(0), Any.minute(9)));
    }

    private Points flowing() {
        List<PointFlow> flows =
                read(stores -> stores.flows().flows(new Scope.OfAccount(adas), Any.minute(0), Any.minute(9)));
        return flows.stream().map(flow -> flow.total().points()).reduce(Points.ZERO, Points::plus);
    }

    private Redeemed redeemed(Instant from) {
        return read(stores -> stores.ledger().redeemed(adas, from));
    }

    private BigDecimal measure(Measure measure) {
        Map<AccountId, Stretch> wanted = Map.of(adas, new Stretch(Any.minute(0), Any.minute(9)));
        return Objects.requireNonNull(read(stores -> stores.ledger().measures(measure, CurrencyUnit.EUR, wanted))
                .get(adas));
    }

    private List<PurchaseId> shared(AccountId account) {
        List<SharedPurchase> all = new ArrayList<>();
        List<SharedPurchase> page;
        do {
            SharedPurchase last = all.isEmpty() ? null : all.get(all.size() - 1);
            page = read(stores -> stores.purchases().shared(Set.of(account), Any.minute(0), Any.minute(9), last, 2));
            all.addAll(page);
        } while (page.size() == 2);
        return all.stream().map(one -> one.kept().id()).toList();
    }

    private List<KeptPurchase> listed(PurchaseFilter filter) {
        Page<KeptPurchase> first = read(stores -> stores.purchases().list(filter, Page.Request.first(1)));
        List<KeptPurchase> all = new ArrayList<>(first.items());
        Page.Cursor next = first.next();
        if (next != null) {
            Page.Request rest = Page.Request.after(next, 9);
            all.addAll(read(stores -> stores.purchases().list(filter, rest)).items());
        }
        return all;
    }

    private static PurchaseFilter of(CustomerId customer) {
        return new PurchaseFilter(new PurchaseFilter.Who(null, customer), PurchaseFilter.ALL.what(), null, null);
    }
}
