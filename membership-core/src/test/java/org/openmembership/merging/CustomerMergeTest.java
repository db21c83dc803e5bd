package org.openmembership.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.importing.CustomerImport;
import org.openmembership.importing.CustomerImported;
import org.openmembership.merge.CustomerField;
import org.openmembership.merge.FieldChoice;
import org.openmembership.merge.FieldChoice.Reason;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeMove;
import org.openmembership.merging.MergeResult.KeyReused;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.MergeResult.Refused;
import org.openmembership.notes.NoteForm;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Making customers one who are no members, on every storage. */
@Requirement({"C34", "R16", "I20"})
final class CustomerMergeTest extends ShopTest {
    private static final Page.Request ALL = Page.Request.first(100);

    @Test
    void the_viewed_one_keeps_its_own_values_and_gets_what_it_lacks() {
        CustomerId viewed =
                desk().customer(CustomerForm.builder().name("Ada", "Byron").addresses(List.of(address("1 Old Road"))));
        CustomerId other = desk().customer(CustomerForm.builder()
                .name("A", "Byrom")
                .email("ada@example.org")
                .addresses(List.of(address("2 New Road"))));
        MergeRequest request = MergeRequest.of(viewed, List.of(other), shop.key());

        MergePreview preview = desk().merging().preview(request);
        Merged merged = (Merged) desk().merging().merge(request);

        assertThat(preview.blockers()).isEmpty();
        assertThat(preview.fields())
                .contains(
                        new FieldChoice(CustomerField.NAME, viewed, Reason.SURVIVOR_KEEPS),
                        new FieldChoice(CustomerField.EMAIL, other, Reason.SURVIVOR_HAS_NONE),
                        new FieldChoice(CustomerField.ADDRESSES, other, Reason.BOTH_KEPT));
        Customer now = desk().read(viewed);
        assertThat(now.name().last()).isEqualTo("Byron");
        assertThat(now.email()).isNotNull();
        assertThat(now.emailSetByStaffAt()).isEqualTo(shop.time().instant());
        assertThat(now.addresses())
                .extracting(place -> place.lines().first())
                .containsExactly("1 Old Road", "2 New Road");
        assertThat(merged.merge().redirected()).containsExactly(other);
        assertThat(merged.repeated()).isFalse();
    }

    @Test
    void old_ids_codes_and_references_lead_to_the_survivor_for_ever() {
        CustomerId first =
                desk().customer(CustomerForm.builder().name("Ada", "Byron").accountCode("SAGE-1"));
        ExternalKey reference = ExternalKey.of("pos", "7");
        CustomerId second = imported("7");
        CustomerId third = desk().customer("Ada", "Lovelace");

        desk().merge(second, first);
        desk().merge(third, second);

        for (CustomerId id : List.of(first, second, third)) {
            assertThat(desk().read(id).id()).isEqualTo(third);
        }
        assertThat(desk().redirectsTo(third)).containsExactlyInAnyOrder(first, second);
        assertThat(found("SAGE-1")).containsExactly(third);
        CustomerImported again = shop.membership()
                .importing()
                .customer(CustomerImport.of("pos", "7").name("Eve", "Other").build());
        assertThat(again).isEqualTo(new CustomerImported(reference, third, true));
    }

    @Test
    void whoever_is_merged_away_is_listed_found_and_suggested_no_more() {
        CustomerId ada =
                desk().customer(CustomerForm.builder().name("Ada", "Byron").email("ada@example.org"));
        CustomerId eve =
                desk().customer(CustomerForm.builder().name("Eve", "Byron").email("ada@example.org"));

        desk().merge(ada, eve);

        assertThat(found("byron")).containsExactly(ada);
        assertThat(found("eve")).isEmpty();
        assertThat(found("ada@example.org")).containsExactly(ada);
        assertThat(shop.membership()
                        .finding()
                        .customers(CustomerSearch.everybody(), ALL)
                        .items())
                .hasSize(1);
        assertThat(shop.membership().duplicates().groups(ALL).items()).isEmpty();
        assertThat(shop.membership().duplicates().of(ada, ALL).items()).isEmpty();
        EditResult edited = shop.membership().customers().deactivate(eve);
        assertThat(((EditResult.Edited) edited).customer().id()).isEqualTo(ada);
    }

    @Test
    void notes_and_what_is_owed_go_over_and_each_is_written_down() {
        CustomerId ada = desk().customer("Ada", "Byron");
        CustomerId eve = creditor("Eve");
        CustomerId zoe = creditor("Zoe");
        shop.membership().notes().add(eve, shop.key(), NoteForm.note("prefers the morning"));
        charge(eve, "EUR 12.50");
        shop.membership().payOnAccount().pay(OnAccountRequest.of(zoe, Money.parse("EUR 2.00"), shop.key()));

        Merge merge = ((Merged) desk().merge(ada, eve, zoe)).merge();

        assertThat(shop.membership().notes().of(ada, ALL).items()).hasSize(1);
        assertThat(shop.membership().notes().of(eve, ALL).items()).hasSize(1);
        assertThat(balance(ada)).isEqualTo(Money.parse("EUR 10.50"));
        assertThat(balance(eve)).isEqualTo(Money.parse("EUR 10.50"));
        assertThat(merge.moves()).extracting(MergeMove::kind).contains(MergeMove.Kind.NOTE, MergeMove.Kind.ON_ACCOUNT);
        assertThat(desk().merging().of(eve)).contains(merge);
        shop.membership().notes().add(eve, shop.key(), NoteForm.note("written under the old id"));
        assertThat(shop.membership().notes().of(ada, ALL).items()).hasSize(2);
    }

    @Test
    @Requirement("R27")
    void a_repeat_changes_nothing_and_a_key_is_used_for_one_merge() {
        CustomerId ada = desk().customer("Ada", "Byron");
        CustomerId eve = desk().customer("Eve", "Byron");
        CustomerId zoe = desk().customer("Zoe", "Byron");
        MergeRequest request = MergeRequest.of(ada, List.of(eve), shop.key());
        Merged first = (Merged) desk().merging().merge(request);

        assertThat(desk().merging().merge(request)).isEqualTo(new Merged(first.merge(), true));
        assertThat(desk().merge(ada, eve)).isEqualTo(new Merged(first.merge(), true));
        assertThat(desk().merging().merge(MergeRequest.of(ada, List.of(zoe), request.key())))
                .isEqualTo(new KeyReused(request.key(), first.merge().at()));
        assertThat(desk().read(zoe).id()).isEqualTo(zoe);
    }

    @Test
    void what_stands_in_the_way_is_told_all_at_once_and_nothing_is_changed() {
        CustomerId ada = creditor("Ada");
        CustomerId eve = creditor("Eve");
        charge(ada, "EUR 1.00");
        charge(eve, "USD 1.00");
        CustomerId unknown = CustomerId.of("unknown");
        MergeRequest request = MergeRequest.of(ada, List.of(eve, unknown), shop.key());

        Refused refused = (Refused) desk().merging().merge(request);

        assertThat(refused.blockers())
                .extracting(MergeBlocker::reason)
                .containsExactly(
                        MergeBlocker.Reason.UNKNOWN_CUSTOMER,
                        MergeBlocker.Reason.OTHER_CURRENCY,
                        MergeBlocker.Reason.OTHER_CURRENCY);
        assertThat(desk().merging().preview(request).blockers()).isEqualTo(refused.blockers());
        assertThat(desk().read(eve).id()).isEqualTo(eve);
        assertThat(desk().merging().merge(MergeRequest.of(unknown, List.of(CustomerId.of("no")), shop.key())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk().merge(ada)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> desk().merge(ada, ada)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @Requirement({"R20", "S31", "I18"})
    void merging_is_granted_to_nobody_but_the_system_unless_the_host_says_so() {
        CustomerId ada = desk().customer("Ada", "Byron");
        CustomerId eve = desk().customer("Eve", "Byron");
        MergeRequest request = MergeRequest.of(ada, List.of(eve), shop.key());

        for (Actor actor : List.of(Actor.staff("clerk-1"), Actor.till("till-7"), Actor.member("m"))) {
            Merging merging = shop.membership().as(actor).merging();
            assertThatThrownBy(() -> merging.merge(request)).isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> merging.preview(request)).isInstanceOf(PermissionDeniedException.class);
        }
        assertThat(desk().read(eve).id()).isEqualTo(eve);
    }

    private Desk desk() {
        return new Desk(shop);
    }

    private CustomerId creditor(String first) {
        return desk().customer(CustomerForm.builder()
                .name(first, "Byron")
                .selling(new CustomerForm.Selling(null, false, null, true)));
    }

    private void charge(CustomerId customer, String amount) {
        shop.membership().payOnAccount().charge(OnAccountRequest.of(customer, Money.parse(amount), shop.key()));
    }

    private Money balance(CustomerId customer) {
        return shop.membership().payOnAccount().balance(customer).orElseThrow().balance();
    }

    private CustomerId imported(String number) {
        return shop.membership()
                .importing()
                .customer(CustomerImport.of("pos", number).name("Ada", "King").build())
                .customer();
    }

    private List<CustomerId> found(String text) {
        return shop.membership().finding().customers(CustomerSearch.anything(text), ALL).items().stream()
                .map(line -> line.id())
                .toList();
    }

    private static RequestedAddress address(String street) {
        return RequestedAddress.in("GB").lines(street, null).build();
    }
}
