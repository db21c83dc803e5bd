package org.openmembership.purchases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** What the back office sees of purchases, on every storage. */
@Requirement({"A27", "A56", "C30"})
final class PurchasesTest extends ShopTest {
    private MemberId ada;

    @BeforeEach
    void ada_buys_twice_and_a_guest_once() {
        ada = shop.member();
        for (String receipt : List.of("1", "2")) {
            shop.membership().sales().record(sale(receipt, Buyer.member(ada)));
        }
        shop.membership().sales().record(sale("3", Buyer.GUEST));
    }

    @Test
    void the_purchases_of_a_member_come_in_pages_with_their_lines() {
        Page<KeptPurchase> first = clerk().list(PurchaseFilter.of(ada), Page.Request.first(1));
        Page<KeptPurchase> second =
                clerk().list(PurchaseFilter.of(ada), Page.Request.after(requireNonNull(first.next()), 1));

        assertThat(List.of(first.items().get(0), second.items().get(0)))
                .extracting(kept -> kept.purchase().key())
                .containsExactlyInAnyOrder(key("1"), key("2"));
        assertThat(first.items().get(0).purchase().lines()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(clerk().list(PurchaseFilter.ALL, Page.Request.first(10)).items())
                .hasSize(3);
    }

    @Test
    void a_purchase_is_found_by_its_receipt() {
        assertThat(clerk().find(key("1")).map(kept -> kept.member().member())).contains(ada);
        assertThat(clerk().find(key("3")).map(kept -> kept.member())).contains(KeptPurchase.Owner.NOBODY);
        assertThat(clerk().find(key("4"))).isEmpty();
    }

    @Test
    @Requirement("R20")
    void members_read_their_own_and_nobody_elses() {
        Purchases own = purchases(Actor.member(ada.value()));
        Purchases strangers = purchases(Actor.member(shop.member().value()));
        CustomerId customer = requireNonNull(
                shop.membership().members().find(ada).orElseThrow().primary());
        PurchaseFilter byCustomer =
                new PurchaseFilter(new PurchaseFilter.Who(null, customer), PurchaseFilter.ALL.what(), null, null);
        Page.Request page = Page.Request.first(10);

        assertThat(own.list(PurchaseFilter.of(ada), page).items()).hasSize(2);
        assertThat(own.list(byCustomer, page).items()).isEmpty();
        assertThat(own.find(key("1"))).isPresent();
        assertThatThrownBy(() -> strangers.list(PurchaseFilter.of(ada), page))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> strangers.list(byCustomer, page)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> strangers.find(key("1"))).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> own.list(PurchaseFilter.ALL, page)).isInstanceOf(PermissionDeniedException.class);
    }

    private Purchases clerk() {
        return purchases(Actor.staff("clerk-7"));
    }

    private Purchases purchases(Actor actor) {
        return shop.membership().as(actor).purchases();
    }

    private static ExternalKey key(String receipt) {
        return ExternalKey.of("till-7", receipt);
    }

    private Purchase sale(String receipt, Buyer buyer) {
        PurchaseLine line = new PurchaseLine(
                1, Article.of("espresso"), BigDecimal.ONE, PurchaseLine.Price.of(BigMoney.parse("EUR 12.90")), null);
        return new Purchase(
                key(receipt),
                shop.time().instant(),
                Purchase.Place.of("store-1", "POS"),
                buyer,
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
    }
}
