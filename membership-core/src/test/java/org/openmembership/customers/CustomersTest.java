package org.openmembership.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.AddressUse;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.FoundUsCode;
import org.openmembership.customer.ImageReference;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.Percent;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PriceListCode;
import org.openmembership.customer.SellingTerms;
import org.openmembership.customers.CreationResult.AccountCodeTaken;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.EditResult.Edited;
import org.openmembership.customers.EditResult.Refused;
import org.openmembership.customers.EditResult.Stale;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.request.Violation;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;

/** What clerks do with customer records, on every storage. */
final class CustomersTest extends ClerkTest {
    @Test
    @Requirement({"A10", "A20", "A21", "A22", "A24", "C2", "C7", "C17", "C19", "C20", "C21", "C22", "C26", "R18"})
    void a_customer_is_created_with_all_that_the_form_holds() {
        CustomerForm form = ada().title("Dr")
                .phones(List.of(RequestedPhone.of("+44 20 7946 0018", PhoneType.WORK)))
                .addresses(List.of(address("1 High Street")))
                .business(new RequestedCompany("Engines Ltd", "0123", "GB 1"))
                .foundUs("FRIEND")
                .accountCode("SAGE-7")
                .images(List.of("img/ada.png"))
                .selling(new CustomerForm.Selling("TRADE-B", true, new BigDecimal("2.50"), true))
                .build();

        Customer kept = find(created(create(form)).id());

        assertThat(kept.accountCode()).isEqualTo(AccountCode.of("SAGE-7"));
        assertThat(kept.profile())
                .isEqualTo(new CustomerProfile(
                        "Dr",
                        new Company("Engines Ltd", "0123", "GB 1"),
                        FoundUsCode.of("FRIEND"),
                        List.of(ImageReference.of("img/ada.png")),
                        Particulars.NONE));
        assertThat(kept.selling())
                .isEqualTo(new SellingTerms(PriceListCode.of("TRADE-B"), true, Percent.of("2.5"), true));
        PhoneNumber phone = kept.phones().get(0);
        assertThat(phone.typed()).isEqualTo("+44 20 7946 0018");
        assertThat(requireNonNull(phone.e164()).value()).isEqualTo("+442079460018");
        assertThat(phone.type()).isEqualTo(PhoneType.WORK);
        assertThat(kept.primaryAddress().orElseThrow().uses())
                .containsExactlyInAnyOrder(AddressUse.SHIPPING, AddressUse.BILLING);
        assertThat(kept.version()).isEqualTo(1);
    }

    @Test
    @Requirement("A24")
    void images_that_a_user_uploaded_stay_in_their_order_while_a_clerk_edits_the_rest() {
        List<String> uploaded = List.of("img/ada-2.png", "img/ada-1.png");
        Customer ada = created(create(ada().images(uploaded).build()));

        Customer edited = edited(edit(ada, CustomerForm.from(ada).title("Dr")));
        Customer emptied = edited(edit(edited, CustomerForm.from(edited).images(List.of())));

        assertThat(find(ada.id()).profile().images()).isEmpty();
        assertThat(edited.profile().images()).extracting(ImageReference::value).isEqualTo(uploaded);
        assertThat(emptied.profile().images()).isEmpty();
    }

    @Test
    void creating_again_under_the_same_reference_changes_nothing() {
        ExternalKey reference = shop.key();
        Customer first = created(customers().create(reference, NewCustomerKind.IN_STORE, ada().build()));

        CreationResult again = customers()
                .create(
                        reference,
                        NewCustomerKind.GUEST,
                        ada().name("Other", "Name").build());

        assertThat(again).isEqualTo(new Created(first, true));
    }

    @Test
    @Requirement("C18")
    void an_account_code_belongs_to_one_customer() {
        Customer holder = created(create(ada().accountCode("SAGE-7").build()));
        Customer other = created(create(ada().build()));

        assertThat(create(ada().accountCode("SAGE-7").build())).isEqualTo(new AccountCodeTaken(holder.id()));
        assertThat(edit(other, CustomerForm.from(other).accountCode("SAGE-7")))
                .isEqualTo(new EditResult.AccountCodeTaken(holder.id()));
        assertThat(edit(holder, CustomerForm.from(holder).title("Dr"))).isInstanceOf(Edited.class);
    }

    @Test
    @Requirement({"C6", "D14"})
    void an_edit_changes_what_is_set_clears_what_is_null_and_leaves_the_rest() {
        Customer ada = created(
                create(ada().title("Dr").foundUs("FRIEND").accountCode("A1").build()));

        Customer edited = edited(edit(ada, CustomerForm.from(ada).title(null).name("Augusta", "King")));

        assertThat(edited.profile().title()).isNull();
        assertThat(edited.name().first()).isEqualTo("Augusta");
        assertThat(edited.profile().foundUs()).isEqualTo(FoundUsCode.of("FRIEND"));
        assertThat(edited.accountCode()).isEqualTo(AccountCode.of("A1"));
        assertThat(edited.version()).isEqualTo(2);
        assertThat(find(ada.id())).isEqualTo(edited);
    }

    @Test
    void an_edit_that_changes_nothing_writes_nothing() {
        Customer ada = created(create(ada().build()));

        assertThat(edit(ada, CustomerForm.from(ada))).isEqualTo(new Edited(ada));
    }

    @Test
    void of_two_clerks_the_later_one_sees_what_the_earlier_one_did() {
        Customer ada = created(create(ada().build()));
        Customer first = edited(edit(ada, CustomerForm.from(ada).title("Dr")));

        assertThat(edit(ada, CustomerForm.from(ada).title("Prof"))).isEqualTo(new Stale(first));
        assertThat(find(ada.id())).isEqualTo(first);
    }

    @Test
    void all_that_is_wrong_with_a_form_is_reported_by_path_and_nothing_is_kept() {
        Customer ada = created(create(ada().build()));
        CustomerForm wrong = CustomerForm.from(ada)
                .name(" ", null)
                .email("no address")
                .title("a\tb")
                .phones(List.of(RequestedPhone.of("12", null)))
                .images(List.of("a b"))
                .selling(new CustomerForm.Selling(null, false, new BigDecimal("100.1"), false))
                .build();

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class, () -> customers().edit(ada.id(), ada.version(), wrong));

        assertThat(refused.violations().stream().map(Violation::path))
                .containsExactly(
                        "email",
                        "firstName",
                        "images[0]",
                        "lastName",
                        "phones[0].typed",
                        "selling.globalDiscount",
                        "title");
        assertThat(find(ada.id())).isEqualTo(ada);
    }

    @Test
    @Requirement("R2")
    void an_email_that_staff_writes_is_staffs_word_and_one_that_is_left_alone_stays_what_it_was() {
        Customer own = created(create(ada().email("ada@example.org").build()));
        assertThat(own.emailSetByStaffAt()).isNull();
        Customers clerk = shop.membership().as(Actor.staff("clerk-1")).customers();

        Customer same = edited(clerk.edit(
                own.id(), 1, CustomerForm.from(own).email("Ada@Example.org").build()));
        assertThat(same.emailSetByStaffAt()).isNull();
        assertThat(same.email()).isEqualTo(EmailAddress.of("Ada@Example.org"));
        Customer other = edited(clerk.edit(
                own.id(), 2, CustomerForm.from(same).email("eve@example.org").build()));
        assertThat(other.emailSetByStaffAt()).isEqualTo(shop.time().instant());
    }

    @Test
    @Requirement({"C29", "A21", "A22"})
    void addresses_are_added_changed_removed_and_one_of_them_is_primary() {
        Customer ada = created(create(ada().build()));
        Customers clerk = shop.membership().as(Actor.staff("clerk-1")).customers();

        ada = edited(clerk.addAddress(ada.id(), 1, address("1 First Street")));
        ada = edited(clerk.addAddress(ada.id(), 2, address("2 Second Street")));
        ada = edited(clerk.addAddress(ada.id(), 3, address("3 Third Street")));
        assertThat(lines(ada)).containsExactly("1 First Street", "2 Second Street", "3 Third Street");
        ada = edited(clerk.makePrimary(ada.id(), 4, 3));
        assertThat(lines(ada)).containsExactly("3 Third Street", "1 First Street", "2 Second Street");
        ada = edited(clerk.changeAddress(ada.id(), 5, 2, address("1 New Street")));
        ada = edited(clerk.removeAddress(ada.id(), 6, 1));

        assertThat(lines(find(ada.id()))).containsExactly("1 New Street", "2 Second Street");
        assertThat(clerk.removeAddress(ada.id(), 7, 3)).isEqualTo(new Refused(EditRefusal.UNKNOWN_ADDRESS, ada));
        assertThat(clerk.makePrimary(ada.id(), 6, 2)).isEqualTo(new Stale(ada));
        assertThat(clerk.makePrimary(ada.id(), 7, 1)).isEqualTo(new Edited(ada));
    }

    @Test
    void a_wrong_address_is_refused_by_path() {
        Customer ada = created(create(ada().build()));

        assertThatThrownBy(() -> customers()
                        .addAddress(ada.id(), 1, RequestedAddress.in("xx").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("country")
                .hasMessageContaining("line1");
    }

    @Test
    @Requirement({"R20", "C26"})
    void tills_and_staff_edit_but_grant_nothing_and_members_see_to_their_own() {
        Customer ada = created(create(ada().email("ada@example.org").build()));
        String member = register("ada@example.org");
        Customer now = find(ada.id());
        Customers staff = shop.membership().as(Actor.staff("clerk-1")).customers();
        CustomerForm granting = CustomerForm.from(now)
                .selling(new CustomerForm.Selling(null, false, null, true))
                .build();

        assertThatThrownBy(() -> staff.edit(now.id(), now.version(), granting))
                .isInstanceOfSatisfying(
                        PermissionDeniedException.class,
                        denied -> assertThat(denied.permission()).isEqualTo(Permission.SET_SELLING_TERMS));
        assertThatThrownBy(() -> staff.create(shop.key(), NewCustomerKind.IN_STORE, granting))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.till("till-7")).customers().approve(now.id()))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(shop.membership().as(Actor.member(member)).customers().find(now.id()))
                .isPresent();
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.member("other")).customers().find(now.id()))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private EditResult edit(Customer read, CustomerForm.Builder form) {
        return customers().edit(read.id(), read.version(), form.build());
    }

    private static RequestedAddress address(String line) {
        return RequestedAddress.in("GB")
                .lines(line, null)
                .town("London")
                .postcode("SW1Y 4JH")
                .uses(AddressUse.SHIPPING, AddressUse.BILLING)
                .build();
    }

    private static List<String> lines(Customer customer) {
        return customer.addresses().stream()
                .map(address -> address.lines().first())
                .toList();
    }
}
