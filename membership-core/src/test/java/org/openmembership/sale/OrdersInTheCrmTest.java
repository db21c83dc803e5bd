package org.openmembership.sale;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** Orders of the till belong to a customer and a membership, so that what was bought is found when it comes back. */
@Requirement({"D1", "D11"})
class OrdersInTheCrmTest extends SaleStage {
    private MemberId ada;
    private CustomerId customer;
    private AccountId account;

    @BeforeEach
    void ada_collects() {
        ada = shop.member();
        customer = requireNonNull(
                shop.membership().members().find(ada).orElseThrow().primary());
        account = account(ada, club("beans").build());
    }

    @Test
    void an_order_at_the_till_is_linked_to_customer_membership_and_earlier_purchases() {
        recorded(sale("r-1", Buyer.customer(customer), line(1, "1", "40")));
        shop.time().advance(Duration.ofDays(3));
        Recorded second = recorded(sale("r-2", Buyer.customer(customer), line(1, "1", "60")));

        assertThat(second.owner().member()).isEqualTo(ada);
        assertThat(second.clubs()).extracting(ClubPoints::account).containsExactly(account);
        assertThat(keys(PurchaseFilter.of(ada))).containsExactly(key("r-2"), key("r-1"));
        assertThat(keys(new PurchaseFilter(
                        new PurchaseFilter.Who(null, customer), PurchaseFilter.ALL.what(), null, null)))
                .containsExactly(key("r-2"), key("r-1"));
        assertThat(shop.membership().members().ofCustomer(customer).map(Member::id))
                .contains(ada);
        assertThat(shop.membership().customers().find(customer).map(found -> found.standing()))
                .map(CustomerStanding::active)
                .contains(true);
    }

    @Test
    @Requirement("R39")
    void what_comes_back_without_a_receipt_is_found_by_its_buyer_and_returned_to_its_line() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100"), line(2, "1", "30")));
        KeptPurchase found = shop.membership()
                .purchases()
                .list(PurchaseFilter.of(ada), Page.Request.first(9))
                .items()
                .get(0);
        PurchaseLine original = found.purchase().line(1).orElseThrow();

        recorded(sale(
                "r-2",
                Buyer.GUEST,
                returned(1, "-2", "-100", found.purchase().key().value(), original.number())));

        assertThat(shop.available(account)).isEqualTo(Points.of(3));
        assertThat(returns("r-1")).containsExactly(key("r-2"));
    }

    @Test
    @Requirement("R39")
    void an_exchange_takes_back_and_earns_on_one_receipt_that_is_the_buyers_too() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        Recorded exchange =
                recorded(sale("r-2", Buyer.member(ada), returned(1, "-1", "-100", "r-1", 1), line(2, "1", "150")));

        assertThat(exchange.owner().member()).isEqualTo(ada);
        assertThat(shop.available(account)).isEqualTo(Points.of(15));
        assertThat(keys(PurchaseFilter.of(ada))).containsExactlyInAnyOrder(key("r-1"), key("r-2"));
        assertThat(returns("r-1")).containsExactly(key("r-2"));
    }

    private List<ExternalKey> keys(PurchaseFilter filter) {
        return shop.membership().purchases().list(filter, Page.Request.first(9)).items().stream()
                .map(kept -> kept.purchase().key())
                .toList();
    }

    /** The receipts on which something of a sale came back. */
    private List<ExternalKey> returns(String sale) {
        return shop.membership().purchases().list(PurchaseFilter.ALL, Page.Request.first(9)).items().stream()
                .map(KeptPurchase::purchase)
                .filter(purchase -> purchase.lines().stream()
                        .map(PurchaseLine::returnOf)
                        .anyMatch(original ->
                                original != null && original.purchase().equals(key(sale))))
                .map(purchase -> purchase.key())
                .toList();
    }
}
