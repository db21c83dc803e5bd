package org.openmembership.payonaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.payonaccount.OnAccountResult.KeyReused;
import org.openmembership.payonaccount.OnAccountResult.Posted;
import org.openmembership.payonaccount.OnAccountResult.Refused;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** Customers who settle later, on every storage. */
@Requirement({"C24", "C43"})
final class PayOnAccountTest extends ShopTest {
    @Test
    @Requirement({"C25", "C27", "C28"})
    void charges_and_payments_make_the_balance_which_may_be_above_or_below_zero() {
        CustomerId ada = customer(true);

        assertThat(posted(charge(ada, "GBP 12.50")).balanceAfter()).isEqualTo(Money.parse("GBP 12.50"));
        assertThat(posted(onAccount().pay(request(ada, "GBP 20.00").comment("cash")))
                        .balanceAfter())
                .isEqualTo(Money.parse("GBP -7.50"));

        assertThat(onAccount().balance(ada).orElseThrow().balance()).isEqualTo(Money.parse("GBP -7.50"));
        assertThat(onAccount().history(ada, Page.Request.first(10)).items())
                .extracting(CommentedEntry::comment)
                .containsExactly("cash", null);
    }

    @Test
    @Requirement({"C26", "C23"})
    void nothing_is_charged_while_the_switch_is_off_or_the_customer_inactive_but_payments_are_taken() {
        CustomerId off = customer(false);
        CustomerId inactive = customer(true);
        shop.membership().customers().deactivate(inactive);

        assertThat(charge(off, "GBP 1.00")).isEqualTo(new Refused(OnAccountRefusal.NOT_GRANTED, null));
        assertThat(charge(inactive, "GBP 1.00")).isEqualTo(new Refused(OnAccountRefusal.INACTIVE, null));
        assertThat(charge(CustomerId.of("nobody"), "GBP 1.00"))
                .isEqualTo(new Refused(OnAccountRefusal.UNKNOWN_CUSTOMER, null));
        assertThat(onAccount().pay(request(off, "GBP 1.00"))).isInstanceOf(Posted.class);
    }

    @Test
    @Requirement("R27")
    void a_repeat_answers_as_before_and_a_key_used_for_something_else_is_told() {
        CustomerId ada = customer(true);
        OnAccountRequest request = request(ada, "GBP 12.50");
        OnAccountEntry entry = posted(onAccount().charge(request));

        assertThat(onAccount().charge(request)).isEqualTo(new Posted(entry, true));
        OnAccountRequest other = OnAccountRequest.of(ada, Money.parse("GBP 12.51"), request.key());
        assertThat(onAccount().charge(other))
                .isEqualTo(new KeyReused(request.key(), entry.origin().recordedAt()));
        assertThat(onAccount().balance(ada).orElseThrow().seq()).isEqualTo(1);
    }

    @Test
    void the_first_entry_fixes_the_currency() {
        CustomerId ada = customer(true);
        posted(charge(ada, "JPY 500"));

        assertThat(charge(ada, "GBP 1.00"))
                .isEqualTo(new Refused(OnAccountRefusal.OTHER_CURRENCY, Money.parse("JPY 500")));
    }

    @Test
    void what_is_wrong_with_a_request_is_reported_by_path() {
        CustomerId ada = customer(true);

        assertThatThrownBy(() -> onAccount()
                        .charge(new OnAccountRequest(
                                ada,
                                Money.parse("GBP 0.00"),
                                shop.key(),
                                "a\u0000b",
                                shop.time().instant().plusSeconds(60))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("amount")
                .hasMessageContaining("comment")
                .hasMessageContaining("occurredAt");
        assertThat(onAccount().balance(ada)).isEmpty();
    }

    @Test
    @Requirement("R32")
    void many_tills_at_once_lose_nothing_and_double_nothing() {
        CustomerId ada = customer(true);
        List<OnAccountRequest> requests =
                IntStream.range(0, 12).mapToObj(i -> request(ada, "GBP 1.00")).toList();

        List<Callable<OnAccountResult>> calls = new ArrayList<>();
        for (OnAccountRequest request : requests) {
            calls.addAll(Collections.nCopies(2, () -> onAccount().charge(request)));
        }
        assertThat(Together.atOnce(calls)).hasOnlyElementsOfType(Posted.class);

        assertThat(onAccount().balance(ada).orElseThrow().balance()).isEqualTo(Money.parse("GBP 12.00"));
    }

    @Test
    @Requirement("C4")
    void the_list_shows_who_has_a_balance() {
        CustomerId owing = customer(true);
        customer(true);
        posted(charge(owing, "GBP 3.00"));

        List<ListedCustomer> found = shop.membership()
                .finding()
                .customers(CustomerSearch.everybody().withBalance(), Page.Request.first(10))
                .items();

        assertThat(found).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(owing);
            assertThat(line.balance()).isEqualTo(Money.parse("GBP 3.00"));
        });
    }

    @Test
    @Requirement("R20")
    void a_stranger_reads_and_charges_nothing() {
        CustomerId ada = customer(true);
        PayOnAccount stranger = shop.membership().as(Actor.member("other")).payOnAccount();

        assertThatThrownBy(() -> stranger.balance(ada)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> stranger.charge(request(ada, "GBP 1.00")))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private OnAccountResult charge(CustomerId customer, String amount) {
        return onAccount().charge(request(customer, amount));
    }

    private OnAccountRequest request(CustomerId customer, String amount) {
        return OnAccountRequest.of(customer, Money.parse(amount), shop.key());
    }

    private static OnAccountEntry posted(OnAccountResult result) {
        return ((Posted) result).entry();
    }

    private PayOnAccount onAccount() {
        return shop.membership().payOnAccount();
    }

    private CustomerId customer(boolean mayPayLater) {
        CustomerForm form = CustomerForm.builder()
                .name("Ada", "Byron")
                .selling(new CustomerForm.Selling(null, false, null, mayPayLater))
                .build();
        ExternalKey reference = shop.key();
        return ((Created) shop.membership().customers().create(reference, NewCustomerKind.IN_STORE, form))
                .customer()
                .id();
    }
}
