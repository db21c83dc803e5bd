package org.openmembership.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.card.CardNumber;
import org.openmembership.card.ContactType;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.Gender;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.Particulars;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.SearchTerm;
import org.openmembership.importing.CustomerImport;
import org.openmembership.importing.MemberImport;
import org.openmembership.member.MemberId;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testing.Needles;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** What people tell of themselves, and who is told it, on every storage. */
@Requirement("B30")
final class ParticularsOfPeopleTest extends ClerkTest {
    private static final Particulars TOLD = new Particulars(Gender.FEMALE, MaritalStatus.WIDOWED, true);

    private static final Set<String> COLUMNS = Set.of(
            "om_customer.gender",
            "om_customer.marital_status",
            "om_member.gender",
            "om_member.marital_status",
            "om_registration.gender",
            "om_registration.marital_status");

    @Test
    void a_form_keeps_changes_and_clears_them() {
        Customer ada =
                created(create(ada().email("ada@example.org").particulars(TOLD).build()));
        assertThat(find(ada.id()).profile().particulars()).isEqualTo(TOLD);

        Particulars other = new Particulars(Gender.DIVERSE, null, false);
        Customer changed = edited(customers()
                .edit(
                        ada.id(),
                        ada.version(),
                        CustomerForm.from(ada).particulars(other).build()));
        assertThat(find(ada.id()).profile().particulars()).isEqualTo(other);

        edited(customers()
                .edit(
                        ada.id(),
                        changed.version(),
                        CustomerForm.from(changed).particulars(Particulars.NONE).build()));
        assertThat(find(ada.id()).profile().particulars()).isEqualTo(Particulars.NONE);
    }

    @Test
    void receipts_by_email_are_refused_by_path_where_there_is_no_email() {
        Violation nowhere = new Violation("particulars.receiptByEmail", "needs an email");

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> create(ada().particulars(TOLD).build()))
                .satisfies(wrong -> assertThat(wrong.violations()).containsExactly(nowhere));
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> shop.membership()
                        .importing()
                        .customer(CustomerImport.of("pos", "1")
                                .name("Ada", "Byron")
                                .particulars(TOLD)
                                .build()))
                .satisfies(wrong -> assertThat(wrong.violations()).contains(nowhere));
    }

    @Test
    void what_another_system_knows_is_taken_over_with_its_id_and_the_system() {
        ExternalKey reference = ExternalKey.of("crm", "7");
        MemberImport one = MemberImport.of("crm", "7")
                .name("Ada", "Byron")
                .email("ada@example.org")
                .particulars(TOLD)
                .build();

        MemberId member = shop.membership().importing().member(one).member();

        assertThat(shop.membership().members().find(member)).hasValueSatisfying(found -> {
            assertThat(found.details().particulars()).isEqualTo(TOLD);
            assertThat(found.reference()).isEqualTo(reference);
        });
    }

    @Test
    void a_registrant_tells_them_and_a_new_customer_has_them_too() {
        MemberId member = registered();

        assertThat(shop.membership()
                        .members()
                        .find(member)
                        .orElseThrow()
                        .details()
                        .particulars())
                .isEqualTo(TOLD);
        assertThat(customerOf(member).profile().particulars()).isEqualTo(TOLD);
    }

    @Test
    @Requirement({"I12", "I18"})
    void no_list_no_export_no_event_and_no_audit_record_tells_them() throws IOException {
        MemberId member = registered();
        Customer ada = customerOf(member);
        customers()
                .edit(
                        ada.id(),
                        ada.version(),
                        CustomerForm.from(ada).title("Dr").build());
        StringWriter exported = new StringWriter();

        shop.membership().exporting().customers(DirectoryQuery.of(new SearchTerm.Everybody()), exported, rows -> {});
        String events =
                shop.storage().read(stores -> stores.outbox().waiting(1_000)).toString();
        String audit = shop.membership()
                .auditTrail()
                .list(AuditFilter.ALL, Page.Request.first(1_000))
                .items()
                .toString();

        assertThat(exported.toString()).contains("Byron");
        assertThat(events).contains("CustomerChanged");
        assertThat(audit).contains(ada.id().value());
        assertThat(exported + events + audit).doesNotContain("FEMALE", "WIDOWED");
        shop.engine()
                .database()
                .map(Needles::ofLatest)
                .ifPresent(tables -> assertThat(tables.columnsWith(List.of("female", "widowed")))
                        .isSubsetOf(COLUMNS));
    }

    @Test
    @Requirement("R20")
    void who_may_not_read_the_record_is_told_nothing_and_members_read_their_own() {
        MemberId member = registered();

        assertThat(shop.membership().as(Actor.member(member.value())).members().find(member))
                .hasValueSatisfying(
                        own -> assertThat(own.details().particulars()).isEqualTo(TOLD));
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.member("other")).members().find(member))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.member("other")).members().contactType(member))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private MemberId registered() {
        Registrant ada = Registrant.builder()
                .name("Ada", "Byron")
                .email("ada@example.org")
                .particulars(TOLD)
                .acceptTerms("terms-1")
                .build();
        return ((Registered) shop.membership().registration().register(ada)).member();
    }

    private Customer customerOf(MemberId member) {
        CustomerId primary =
                shop.membership().members().find(member).orElseThrow().primary();
        return find(Objects.requireNonNull(primary));
    }

    @Test
    void whoever_holds_a_card_is_active_and_everybody_else_information_only() {
        MemberId member = shop.member();
        assertThat(shop.membership().members().contactType(member)).isEqualTo(ContactType.INFORMATION_ONLY);

        shop.membership().cards().assign(CardNumber.of("7"), shop.account(member, Shop.CLUB), member);

        assertThat(shop.membership().members().contactType(member)).isEqualTo(ContactType.ACTIVE);
        assertThat(shop.membership().members().contactType(MemberId.of("nobody")))
                .isEqualTo(ContactType.INFORMATION_ONLY);
    }
}
