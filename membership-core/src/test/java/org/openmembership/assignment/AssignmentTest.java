package org.openmembership.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.assignment.AssignmentResult.Assigned;
import org.openmembership.assignment.AssignmentResult.Reason;
import org.openmembership.assignment.AssignmentResult.Refused;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.SpendingTerms;
import org.openmembership.customer.Customer;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

@Requirement({"D10", "D12", "D13"})
class AssignmentTest extends ShopTest {
    private MemberId ada;
    private MemberId grace;
    private AccountId adas;
    private AccountId graces;

    @BeforeEach
    void two_members_earn_a_point_for_a_euro() {
        shop.publish(AssignmentTest::oneForOne);
        ada = shop.member();
        grace = shop.member();
        adas = shop.account(ada, Shop.CLUB);
        graces = shop.account(grace, Shop.CLUB);
    }

    @Test
    void a_sale_that_is_nobodys_is_given_to_a_member_who_earns_once() {
        ExternalKey sale = sell(Buyer.GUEST, "30");
        ExternalKey key = shop.key();

        Assigned assigned = (Assigned) assignment().assign(sale, ada, key);
        Assigned again = (Assigned) assignment().assign(sale, ada, key);

        assertThat(assigned.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.SALE);
            assertThat(entry.points()).isEqualTo(Points.of(30));
            assertThat(entry.cause().times().occurredAt())
                    .isEqualTo(kept(sale).purchase().purchasedAt());
        });
        assertThat(again).isEqualTo(new Assigned(assigned.assignment(), assigned.entries(), true));
        assertThat(kept(sale).member()).isEqualTo(new KeptPurchase.Owner(ada, false));
        assertThat(shop.available(adas)).isEqualTo(Points.of(30));
        assertThat(assignment().history(sale)).containsExactly(assigned.assignment());
    }

    @Test
    @Requirement("R28")
    void the_rules_of_the_time_of_the_sale_decide() {
        ExternalKey sale = sell(Buyer.GUEST, "30");
        shop.time().set("2026-03-05T12:00:00Z");
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("5", "1"))));

        assignment().assign(sale, ada, shop.key());

        assertThat(shop.available(adas)).isEqualTo(Points.of(30));
    }

    @Test
    void a_changed_sale_takes_its_points_along() {
        ExternalKey sale = sell(Buyer.member(ada), "30");
        shop.give(adas, 5);

        Assigned changed = (Assigned) assignment().change(sale, grace, shop.key());

        assertThat(changed.entries()).extracting(PointEntry::kind).containsExactly(EntryKind.REVERSAL, EntryKind.SALE);
        assertThat(shop.available(adas)).isEqualTo(Points.of(5));
        assertThat(shop.available(graces)).isEqualTo(Points.of(30));
        assertThat(changed.assignment().from()).isEqualTo(ada);
        assertThat(shop.membership().sales().lookup(sale)).containsInstanceOf(SaleResult.Recorded.class);
    }

    @Test
    void it_may_go_back_and_forth_and_become_nobodys() {
        ExternalKey sale = sell(Buyer.member(ada), "30");
        assignment().change(sale, grace, shop.key());
        assignment().change(sale, ada, shop.key());
        assignment().remove(sale, shop.key());

        assertThat(shop.available(adas)).isEqualTo(Points.ZERO);
        assertThat(shop.available(graces)).isEqualTo(Points.ZERO);
        assertThat(kept(sale).member()).isEqualTo(KeptPurchase.Owner.NOBODY);

        assignment().assign(sale, grace, shop.key());
        assertThat(shop.available(graces)).isEqualTo(Points.of(30));
        assertThat(assignment().history(sale)).hasSize(4);
    }

    @Test
    @Requirement({"R26", "R39"})
    void points_that_are_spent_are_taken_back_as_the_club_settled() {
        ExternalKey owing = sell(Buyer.member(ada), "30");
        shop.spend(adas, 20);
        assertThat(assignment().change(owing, grace, shop.key())).isInstanceOf(Assigned.class);
        assertThat(shop.balance(adas).debt()).isEqualTo(Points.of(20));

        ExternalKey refused = sell(Buyer.member(grace), "10");
        shop.spend(graces, 40);
        SpendingTerms terms = SpendingTerms.DEFAULT;
        shop.publish(club -> oneForOne(club)
                .spending(new SpendingTerms(
                        terms.order(),
                        Points.of(1),
                        terms.offlineLimit(),
                        SpendingTerms.WhenSpent.REFUSE,
                        terms.grace())));
        ExternalKey later = sell(Buyer.member(grace), "10");
        shop.spend(graces, 10);
        assertThat(assignment().change(later, ada, shop.key())).isEqualTo(new Refused(Reason.POINTS_SPENT));
        assertThat(kept(later).member().member()).isEqualTo(grace);
        assertThat(kept(refused).member().member()).isEqualTo(grace);
    }

    @Test
    @Requirement("R39")
    void a_sale_of_which_lines_came_back_stays_whose_it_is_and_so_does_the_return() {
        ExternalKey sale = sell(Buyer.member(ada), "30");
        Purchase back = AnyPurchase.anyPurchase(
                Buyer.GUEST, shop.time().instant(), AnyPurchase.anyReturn(1, "-10", kept(sale), 1));
        shop.membership().sales().record(back);

        assertThat(assignment().change(sale, grace, shop.key())).isEqualTo(new Refused(Reason.RETURNED));
        assertThat(assignment().assign(back.key(), grace, shop.key())).isEqualTo(new Refused(Reason.IS_RETURN));
        assertThat(shop.available(adas)).isEqualTo(Points.of(20));
    }

    @Test
    @Requirement({"R39", "I11"})
    void a_return_after_the_change_takes_from_whoever_has_the_points_now() {
        ExternalKey sale = sell(Buyer.member(ada), "30");
        assignment().change(sale, grace, shop.key());

        shop.membership()
                .sales()
                .record(AnyPurchase.anyPurchase(
                        Buyer.GUEST, shop.time().instant(), AnyPurchase.anyReturn(1, "-10", kept(sale), 1)));

        assertThat(shop.available(adas)).isEqualTo(Points.ZERO);
        assertThat(shop.available(graces)).isEqualTo(Points.of(20));
        PointEntry given = shop.history(graces).get(0);
        shop.reverse(given);
        assertThat(shop.available(graces)).isEqualTo(Points.ZERO);
    }

    @Test
    void each_way_is_for_its_own_case() {
        ExternalKey guests = sell(Buyer.GUEST, "30");
        ExternalKey hers = sell(Buyer.member(ada), "30");

        assertThat(assignment().assign(hers, grace, shop.key())).isEqualTo(new Refused(Reason.HAS_MEMBER));
        assertThat(assignment().change(hers, ada, shop.key())).isEqualTo(new Refused(Reason.SAME_MEMBER));
        assertThat(assignment().change(guests, ada, shop.key())).isEqualTo(new Refused(Reason.NO_MEMBER));
        assertThat(assignment().remove(guests, shop.key())).isEqualTo(new Refused(Reason.NO_MEMBER));
        assertThat(assignment().assign(shop.key(), ada, shop.key())).isEqualTo(new Refused(Reason.UNKNOWN_SALE));
        assertThat(assignment().assign(guests, MemberId.of("nobody"), shop.key()))
                .isEqualTo(new Refused(Reason.UNKNOWN_MEMBER));
        shop.closeAccount(adas);
        assertThat(assignment().change(hers, grace, shop.key())).isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    @Requirement("R27")
    void a_key_is_good_for_one_sale_and_member() {
        ExternalKey sale = sell(Buyer.GUEST, "30");
        ExternalKey key = shop.key();
        assignment().assign(sale, ada, key);

        assertThat(assignment().change(sale, grace, key)).isInstanceOf(AssignmentResult.KeyReused.class);
        assertThat(shop.available(graces)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R20")
    void a_member_assigns_nothing() {
        ExternalKey sale = sell(Buyer.GUEST, "30");

        assertThatThrownBy(() -> shop.membership()
                        .as(Actor.member(ada.value()))
                        .assignment()
                        .assign(sale, ada, shop.key()))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    @Requirement("R32")
    void of_many_who_assign_a_sale_at_once_one_has_it() throws Exception {
        ExternalKey sale = sell(Buyer.GUEST, "30");
        List<Callable<AssignmentResult>> calls = new ArrayList<>();
        for (MemberId member : List.of(ada, grace, ada, grace)) {
            ExternalKey key = shop.key();
            calls.add(() -> assignment().assign(sale, member, key));
        }
        assertThat(Together.atOnce(calls))
                .filteredOn(Assigned.class::isInstance)
                .hasSize(1);
        assertThat(shop.available(adas).plus(shop.available(graces))).isEqualTo(Points.of(30));
    }

    @Test
    @Requirement({"C50", "R5"})
    void what_a_customer_bought_in_the_store_is_the_members_to_see_once_linked() {
        Customer customer = shop.storage()
                .read(stores -> stores.members()
                        .find(ada)
                        .flatMap(member ->
                                stores.customers().find(member.links().get(0).customer()))
                        .orElseThrow());
        sell(Buyer.customer(customer.id()), "30");
        PurchaseFilter of =
                new PurchaseFilter(new PurchaseFilter.Who(null, customer.id()), PurchaseFilter.ALL.what(), null, null);

        assertThat(shop.membership()
                        .as(Actor.member(ada.value()))
                        .purchases()
                        .list(of, Page.Request.first(5))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> shop.membership()
                        .as(Actor.member(grace.value()))
                        .purchases()
                        .list(of, Page.Request.first(5)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private ExternalKey sell(Buyer buyer, String amount) {
        Purchase purchase = AnyPurchase.anyPurchase(buyer, shop.time().instant(), amount);
        assertThat(shop.membership().sales().record(purchase)).isInstanceOf(SaleResult.Recorded.class);
        return purchase.key();
    }

    private KeptPurchase kept(ExternalKey sale) {
        return shop.storage().read(stores -> stores.purchases().find(sale)).orElseThrow();
    }

    private static ClubBuilder oneForOne(ClubBuilder club) {
        return club.rules(PointRule.everything("base", PointRate.amount("1", "1")));
    }

    private Assignment assignment() {
        return shop.membership().assignment();
    }
}
