package org.openmembership.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.duplicate.Dismissal;
import org.openmembership.duplicate.DuplicateGroup;
import org.openmembership.duplicate.Evidence;
import org.openmembership.duplicate.SharedKey;
import org.openmembership.duplicates.DismissalResult.Dismissed;
import org.openmembership.duplicates.DismissalResult.UnknownCustomer;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Who may be one, on every storage. */
@Requirement({"C32", "C33", "R15"})
final class DuplicatesTest extends ShopTest {
    private static final Page.Request ALL = Page.Request.first(100);

    @Test
    void a_clerk_who_views_a_customer_sees_who_may_be_the_same_the_likeliest_first() {
        CustomerId ada = create("Ada", "Byron", "ada@example.org");
        CustomerId eve = create("Eve", "Byron", "eve@example.org");
        CustomerId adah = create("Adah", "Byron", "other@example.org");
        create("Ada", "Lovelace", "lovelace@example.org");

        List<Suggestion> suggested = clerk().of(ada, ALL).items();

        assertThat(suggested).extracting(line -> line.customer().id()).containsExactly(adah, eve);
        assertThat(suggested.get(0).shared()).containsExactly(SharedKey.Kind.SURNAME_AND_POSTCODE);
        assertThat(suggested.get(0).likeness().evidence())
                .containsExactly(
                        Evidence.SIMILAR_FIRST_NAME,
                        Evidence.SAME_SURNAME,
                        Evidence.SAME_STREET,
                        Evidence.SAME_POSTCODE);
        assertThat(suggested.get(0).likeness().score())
                .isGreaterThan(suggested.get(1).likeness().score());
        assertThat(clerk().of(CustomerId.of("unknown"), ALL).items()).isEmpty();
    }

    @Test
    void the_groups_of_the_shop_come_page_by_page() {
        CustomerId ada = create("Ada", "Byron", "ada@example.org");
        CustomerId eve = create("Eve", "Byron", "ada@example.org");

        Page<DuplicateGroup> first = clerk().groups(Page.Request.first(1));
        Page.Cursor next = first.nextCursor().orElseThrow();
        Page<DuplicateGroup> second = clerk().groups(Page.Request.after(next, 5));

        assertThat(first.items()).extracting(group -> group.key().kind()).containsExactly(SharedKey.Kind.EMAIL);
        assertThat(second.items())
                .extracting(group -> group.key().kind())
                .containsExactly(SharedKey.Kind.SURNAME_AND_POSTCODE);
        assertThat(clerk().members(first.items().get(0).key(), ALL).items())
                .extracting(customer -> customer.id())
                .containsExactlyInAnyOrder(ada, eve);
    }

    @Test
    void who_is_dismissed_is_not_suggested_again_and_the_first_word_counts() {
        CustomerId ada = create("Ada", "Byron", "ada@example.org");
        CustomerId eve = create("Eve", "Byron", "eve@example.org");

        Dismissed first = (Dismissed) clerk().dismiss(ada, eve);
        Dismissed again = (Dismissed)
                shop.membership().as(Actor.staff("clerk-2")).duplicates().dismiss(eve, ada);

        assertThat(first.repeated()).isFalse();
        assertThat(again).isEqualTo(new Dismissed(first.dismissal(), true));
        assertThat(first.dismissal().by()).isEqualTo(Actor.staff("clerk-1"));
        assertThat(clerk().dismissal(ada, eve).map(Dismissal::at))
                .contains(shop.time().instant());
        assertThat(clerk().dismissal(ada, ada)).isEmpty();
        assertThat(clerk().groups(ALL).items()).isEmpty();
        assertThat(clerk().of(ada, ALL).items()).isEmpty();
    }

    @Test
    void nobody_is_dismissed_as_a_duplicate_of_a_stranger_or_of_themselves() {
        CustomerId ada = create("Ada", "Byron", "ada@example.org");

        assertThat(clerk().dismiss(ada, CustomerId.of("unknown"))).isEqualTo(new UnknownCustomer());
        assertThatThrownBy(() -> clerk().dismiss(ada, ada)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @Requirement("R20")
    void members_and_tills_dismiss_nobody() {
        CustomerId ada = create("Ada", "Byron", "ada@example.org");
        CustomerId eve = create("Eve", "Byron", "eve@example.org");

        for (Actor actor : List.of(Actor.member("m"), Actor.till("till-7"))) {
            Duplicates duplicates = shop.membership().as(actor).duplicates();
            assertThatThrownBy(() -> duplicates.dismiss(ada, eve)).isInstanceOf(PermissionDeniedException.class);
        }
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.member("m")).duplicates().groups(ALL))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private Duplicates clerk() {
        return shop.membership().as(Actor.staff("clerk-1")).duplicates();
    }

    private CustomerId create(String first, String last, String email) {
        CustomerForm form = CustomerForm.builder()
                .name(first, last)
                .email(email)
                .addresses(List.of(RequestedAddress.in("GB")
                        .lines("12 Square", null)
                        .postcode("SW1Y 4JH")
                        .build()))
                .build();
        return ((Created) shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form))
                .customer()
                .id();
    }
}
