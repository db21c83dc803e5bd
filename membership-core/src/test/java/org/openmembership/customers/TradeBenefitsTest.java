package org.openmembership.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.BuyingTerms;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.Percent;
import org.openmembership.customer.PriceListCode;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.customers.EditResult.Edited;
import org.openmembership.shared.Actor;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** What a till may sell to whom, on every storage. */
@Requirement("C42")
final class TradeBenefitsTest extends ShopTest {
    private static final BuyingTerms GRANTED =
            new BuyingTerms(true, true, true, PriceListCode.of("TRADE-B"), true, Percent.of("2.5"));
    private static final BuyingTerms NOTHING = new BuyingTerms(false, false, false, null, false, Percent.ZERO);

    @Test
    @Requirement("C40")
    void an_approved_trade_customer_gets_trade_products_and_prices_and_what_was_granted() {
        CustomerId firm = customer(NewCustomerKind.TRADE_APPLICANT);

        step(customers().approve(firm));

        assertThat(customers().buying(firm)).contains(GRANTED);
    }

    @Test
    @Requirement({"I27", "C41", "C51"})
    void whoever_waits_for_approval_gets_no_trade_price_no_credit_and_no_order() {
        CustomerId firm = customer(NewCustomerKind.TRADE_APPLICANT);
        CustomerId shopper = customer(NewCustomerKind.IN_STORE);
        step(customers().applyForTrade(shopper));

        assertThat(customers().buying(firm)).contains(NOTHING);
        assertThat(customers().buying(shopper)).contains(NOTHING);
    }

    @Test
    @Requirement("C23")
    void benefits_rest_while_the_customer_is_not_active_and_come_back() {
        CustomerId firm = customer(NewCustomerKind.TRADE_APPLICANT);
        step(customers().approve(firm));

        step(customers().deactivate(firm));
        assertThat(customers().buying(firm)).contains(NOTHING);
        step(customers().activate(firm));

        assertThat(customers().buying(firm)).contains(GRANTED);
    }

    @Test
    @Requirement({"C19", "C20", "C21", "C43", "C44"})
    void retail_customers_pay_what_was_granted_them_but_buy_nothing_that_is_trade_only() {
        CustomerId shopper = customer(NewCustomerKind.IN_STORE);
        CustomerId turnedDown = customer(NewCustomerKind.TRADE_APPLICANT);
        step(customers().reject(turnedDown));
        BuyingTerms retail = new BuyingTerms(false, true, true, PriceListCode.of("TRADE-B"), true, Percent.of("2.5"));

        assertThat(customers().buying(shopper)).contains(retail);
        assertThat(customers().buying(turnedDown)).contains(retail);
        assertThat(customers().buying(CustomerId.of("nobody"))).isEmpty();
    }

    @Test
    @Requirement("A55")
    void the_default_customer_buys_nothing_on_account() {
        CustomerId walkIn = customer(NewCustomerKind.IN_STORE);
        BuyingTerms terms = shop.over(shop.storage(), "server-")
                .server(ServerDefaults.NONE.withCustomer(walkIn))
                .open()
                .customers()
                .buying(walkIn)
                .orElseThrow();

        assertThat(terms.onAccount()).isFalse();
        assertThat(terms).isEqualTo(customers().buying(walkIn).orElseThrow().withoutCredit());
    }

    @Test
    @Requirement("R20")
    void a_till_may_ask_and_a_stranger_may_not() {
        CustomerId shopper = customer(NewCustomerKind.IN_STORE);

        assertThat(shop.membership().as(Actor.till("till-7")).customers().buying(shopper))
                .isPresent();
        assertThatThrownBy(() -> shop.membership()
                        .as(Actor.member("stranger"))
                        .customers()
                        .buying(shopper))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private CustomerId customer(NewCustomerKind kind) {
        CustomerForm form = CustomerForm.builder()
                .name("Ada", "Byron")
                .selling(new CustomerForm.Selling("TRADE-B", true, new BigDecimal("2.5"), true))
                .build();
        return ((CreationResult.Created) customers().create(shop.key(), kind, form))
                .customer()
                .id();
    }

    private static void step(EditResult result) {
        assertThat(result).isInstanceOf(Edited.class);
    }

    private Customers customers() {
        return shop.membership().customers();
    }
}
