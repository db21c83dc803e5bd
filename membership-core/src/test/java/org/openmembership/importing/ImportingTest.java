package org.openmembership.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStatus;
import org.openmembership.registration.PeopleTest;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedPhone;
import org.openmembership.request.Violation;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;

/** Taking over people from another system. */
class ImportingTest extends PeopleTest {
    @Test
    @Requirement("A6")
    void a_customer_is_taken_over_with_the_callers_reference() {
        CustomerImported imported = importing()
                .customer(ada().createdAt(Instant.parse("2015-01-01T00:00:00Z")).build());

        Customer customer = stage.read(
                stores -> stores.customers().find(imported.customer()).orElseThrow());
        assertThat(customer.reference()).isEqualTo(ExternalKey.of("pos", "1"));
        assertThat(customer.email()).isEqualTo(EmailAddress.of("ada@example.org"));
        assertThat(customer.createdAt()).isEqualTo("2015-01-01T00:00:00Z");
        assertThat(imported.repeated()).isFalse();
    }

    @Test
    @Requirement("A5")
    void a_repeat_changes_nothing_whatever_it_says() {
        CustomerImported first = importing().customer(ada().build());
        CustomerImported again =
                importing().customer(ada().name("Other", "Name").build());
        assertThat(again).isEqualTo(new CustomerImported(first.reference(), first.customer(), true));
        Customer kept =
                stage.read(stores -> stores.customers().find(first.customer()).orElseThrow());
        assertThat(kept.name().first()).isEqualTo("Ada");

        MemberImported member = importing().member(member().build());
        assertThat(importing().member(member().build()))
                .isEqualTo(new MemberImported(member.reference(), member.member(), true));
    }

    @Test
    @Requirement("A5")
    void within_one_list_the_first_of_a_reference_counts() {
        List<CustomerImported> imported = importing()
                .customers(List.of(ada().build(), ada().name("Other", "Name").build()));
        assertThat(imported.get(1))
                .isEqualTo(new CustomerImported(
                        ExternalKey.of("pos", "1"), imported.get(0).customer(), true));
    }

    @Test
    @Requirement({"A5", "R10"})
    void an_imported_member_is_inactive_and_has_no_user() {
        MemberImported imported = importing().member(member().build());
        Member member =
                stage.read(stores -> stores.members().find(imported.member()).orElseThrow());
        assertThat(member.status()).isEqualTo(MemberStatus.IMPORTED);
        assertThat(member.user()).isNull();
        assertThat(member.links()).isEmpty();
        assertThat(member.reference()).isEqualTo(ExternalKey.of("old", "7"));
    }

    @Test
    @Requirement("R18")
    void a_number_that_cannot_be_read_is_kept_as_typed() {
        CustomerImported imported = importing()
                .customer(ada().phones(List.of(RequestedPhone.of("ask at the desk", PhoneType.WORK)))
                        .build());
        Customer customer = stage.read(
                stores -> stores.customers().find(imported.customer()).orElseThrow());
        assertThat(customer.phones()).containsExactly(PhoneNumber.unread("ask at the desk", PhoneType.WORK));
    }

    @Test
    @Requirement({"B6", "B1"})
    void all_that_is_wrong_with_a_list_is_reported_by_path_and_nothing_is_kept() {
        List<CustomerImport> list = List.of(
                ada().build(),
                CustomerImport.of(null, "2").name(null, "B").email("x").build(),
                CustomerImport.of("pos", "3")
                        .name("A", "B")
                        .createdAt(Instant.parse("2026-03-01T10:00:01Z"))
                        .emailSetByStaffAt(Instant.parse("1850-01-01T00:00:00Z"))
                        .build());
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> importing().customers(list))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::path)
                        .containsExactly(
                                "[1].email", "[1].firstName", "[1].source", "[2].createdAt", "[2].emailSetByStaffAt"));
        assertThat(importing().customer(ada().build()).repeated()).isFalse();
    }

    @Test
    @Requirement("R20")
    void neither_tills_nor_staff_import_by_default() {
        for (Actor actor : List.of(Actor.till("t"), Actor.staff("s"), Actor.member("m"))) {
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .isThrownBy(() -> stage.membership.as(actor).importing().customer(ada().build()));
        }
    }

    @Test
    @Requirement("B8")
    void a_list_has_one_to_a_thousand_items() {
        assertThatIllegalArgumentException().isThrownBy(() -> importing().customers(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> importing().members(Collections.nCopies(1_001, member().build())));
    }

    private Importing importing() {
        return stage.membership.importing();
    }

    private static CustomerImport.Builder ada() {
        return CustomerImport.of("pos", "1").name("Ada", "Byron").email("ada@example.org");
    }

    private static MemberImport.Builder member() {
        return MemberImport.of("old", "7").name("Ada", "Byron").email("ada@example.org");
    }
}
