package org.openmembership.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.Gender;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.Particulars;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.merge.CustomerField;
import org.openmembership.merge.FieldChoice;
import org.openmembership.merge.FieldChoice.Reason;
import org.openmembership.merge.Merge;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Whose gender, marital status and wish for receipts by email survive a merge, on every storage. */
@Requirement({"B30", "R16"})
final class ParticularsMergeTest extends ShopTest {
    @Test
    void the_survivor_keeps_its_own_and_gets_what_it_was_never_told() {
        CustomerId ada = customer("ada@example.org", new Particulars(Gender.FEMALE, null, false));
        CustomerId eve = customer("eve@example.org", new Particulars(Gender.MALE, MaritalStatus.MARRIED, true));
        MergeRequest request = MergeRequest.of(ada, List.of(eve), shop.key());

        assertThat(desk().merging().preview(request).fields())
                .contains(
                        new FieldChoice(CustomerField.GENDER, ada, Reason.SURVIVOR_KEEPS),
                        new FieldChoice(CustomerField.MARITAL_STATUS, eve, Reason.SURVIVOR_HAS_NONE));
        Merge merge = ((MergeResult.Merged) desk().merging().merge(request)).merge();

        assertThat(told(ada)).isEqualTo(new Particulars(Gender.FEMALE, MaritalStatus.MARRIED, false));
        assertThat(desk().merging().unmerge(merge.id())).isInstanceOf(UnmergeResult.Unmerged.class);
        assertThat(told(ada)).isEqualTo(new Particulars(Gender.FEMALE, null, false));
        assertThat(told(eve)).isEqualTo(new Particulars(Gender.MALE, MaritalStatus.MARRIED, true));
    }

    @Test
    void the_wish_for_receipts_comes_and_goes_with_the_address_they_go_to() {
        CustomerId ada = customer(null, Particulars.NONE);
        CustomerId eve = customer("eve@example.org", Particulars.NONE.withReceiptByEmail(true));

        Merge merge = ((MergeResult.Merged) desk().merge(ada, eve)).merge();

        assertThat(told(ada).receiptByEmail()).isTrue();
        assertThat(desk().merging().unmerge(merge.id())).isInstanceOf(UnmergeResult.Unmerged.class);
        assertThat(told(ada)).isEqualTo(Particulars.NONE);
        assertThat(desk().read(ada).email()).isNull();
    }

    @Test
    void a_field_that_was_told_anew_since_stands_in_the_way_of_unmerging() {
        CustomerId ada = customer("ada@example.org", Particulars.NONE);
        CustomerId eve = customer(null, Particulars.NONE.withGender(Gender.FEMALE));
        Merge merge = ((MergeResult.Merged) desk().merge(ada, eve)).merge();
        Customer now = desk().read(ada);
        CustomerForm form = CustomerForm.from(now)
                .particulars(Particulars.NONE.withGender(Gender.DIVERSE))
                .build();

        assertThat(shop.membership().customers().edit(ada, now.version(), form)).isInstanceOf(EditResult.Edited.class);

        assertThat(desk().merging().unmerge(merge.id()))
                .isInstanceOfSatisfying(
                        UnmergeResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UnmergeResult.Reason.FIELD_CHANGED));
    }

    private CustomerId customer(@Nullable String email, Particulars told) {
        return desk().customer(
                        CustomerForm.builder().name("Ada", "Byron").email(email).particulars(told));
    }

    private Particulars told(CustomerId customer) {
        return desk().read(customer).profile().particulars();
    }

    private Desk desk() {
        return new Desk(shop);
    }
}
