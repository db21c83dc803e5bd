package org.openmembership.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.customer.PhoneType;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.finding.CustomerSearch.By;
import org.openmembership.importing.CustomerImport;
import org.openmembership.member.MemberId;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** What a clerk finds, on every storage. */
@Requirement({"B36", "C1", "D12", "D14"})
final class FindingTest extends ShopTest {
    @Test
    void a_customer_is_found_by_whatever_a_clerk_types() {
        CustomerId ada = create(CustomerForm.builder()
                .name("Ada Augusta", "M\u00fcller-King")
                .email("Ada@Example.org")
                .phones(List.of(RequestedPhone.of("+44 20 7946 0018", PhoneType.HOME)))
                .addresses(List.of(RequestedAddress.in("GB")
                        .lines("12 Square", null)
                        .postcode("SW1Y 4JH")
                        .build()))
                .accountCode("SAGE-7"));
        create(CustomerForm.builder().name("Eve", "Other").email("eve@example.org"));

        for (String typed : List.of(
                "mull", "KING aug", "ada@example.ORG", "+44 (0)20 7946 0018", "sw1y4jh", "SW1Y", "SAGE-7", " ada ")) {
            assertThat(anything(typed)).as(typed).containsExactly(ada);
        }
        assertThat(anything("nobody")).isEmpty();
        assertThat(anything("")).isEmpty();
        assertThat(anything("\ud83d\ude00")).isEmpty();
        assertThat(ids(CustomerSearch.of(By.EMAIL, "ada"))).isEmpty();
    }

    @Test
    void a_member_is_found_by_the_username_and_the_line_names_the_member() {
        MemberId member = shop.member();
        Page<ListedCustomer> found = shop.membership()
                .finding()
                .customers(CustomerSearch.of(By.USERNAME, "ADA.1@example.org"), Page.Request.first(1));

        assertThat(found.items())
                .singleElement()
                .extracting(ListedCustomer::member)
                .isEqualTo(member);
        assertThat(found.items().get(0).standing().status()).isEqualTo(CustomerStatus.REGISTERED);
    }

    @Test
    @Requirement({"R19", "D15"})
    void a_membership_code_scans_with_or_without_its_prefix() {
        MemberId member = shop.member();
        shop.membership().cards().assign(CardNumber.of("0001"), shop.account(member, Shop.CLUB), member);
        shop.membership().cards().assign(CardNumber.of("OM-0002"), shop.account(shop.member(), Shop.CLUB), null);
        Membership prefixed = shop.over(shop.storage(), "p-").codePrefix("OM-").open();

        for (String code : List.of("0001", "OM-0001", "0002", "OM-0002")) {
            assertThat(prefixed.finding()
                            .customers(CustomerSearch.of(By.CODE, code), Page.Request.first(2))
                            .items())
                    .as(code)
                    .hasSize(1);
        }
        assertThat(anything("OM-0001")).isEmpty();
        assertThat(anything("0001")).hasSize(1);
    }

    @Test
    @Requirement({"C4", "C3"})
    void lists_are_filtered_and_imported_customers_are_among_them() {
        CustomerId trade = created(NewCustomerKind.TRADE_APPLICANT);
        CustomerId guest = created(NewCustomerKind.GUEST);
        CustomerId imported = shop.membership()
                .importing()
                .customer(CustomerImport.of("pos", "1").name("Zoe", "Byron").build())
                .customer();

        assertThat(ids(CustomerSearch.everybody())).containsExactlyInAnyOrder(trade, guest, imported);
        assertThat(ids(CustomerSearch.everybody().standing(CustomerType.TRADE, null, null)))
                .containsExactly(trade);
        assertThat(ids(CustomerSearch.byName("byron").standing(null, CustomerStatus.GUEST, true)))
                .containsExactly(guest);
        assertThat(ids(CustomerSearch.byName("zo"))).containsExactly(imported);
        assertThat(ids(CustomerSearch.everybody().in(Shop.CLUB, null))).isEmpty();
    }

    @Test
    void pages_of_anything_go_on_with_what_the_first_one_found() {
        for (int i = 0; i < 5; i++) {
            created(NewCustomerKind.IN_STORE);
        }
        List<CustomerId> seen = new ArrayList<>();
        CustomerSearch search = CustomerSearch.anything("byr");
        Page<ListedCustomer> page = shop.membership().finding().customers(search, Page.Request.first(2));
        page.items().forEach(line -> seen.add(line.id()));
        while (page.next() != null) {
            page = shop.membership().finding().customers(search, Page.Request.after(page.next(), 2));
            page.items().forEach(line -> seen.add(line.id()));
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThatThrownBy(() ->
                        shop.membership().finding().customers(search, Page.Request.after(new Page.Cursor("9:x"), 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("R20")
    void members_do_not_look_through_the_directory() {
        assertThatThrownBy(() -> shop.membership()
                        .as(Actor.member("m"))
                        .finding()
                        .customers(CustomerSearch.everybody(), Page.Request.first(1)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private List<CustomerId> anything(String typed) {
        return ids(CustomerSearch.anything(typed));
    }

    private List<CustomerId> ids(CustomerSearch search) {
        return shop.membership().finding().customers(search, Page.Request.first(100)).items().stream()
                .map(ListedCustomer::id)
                .toList();
    }

    private CustomerId created(NewCustomerKind kind) {
        return create(kind, CustomerForm.builder().name("Ada", "Byron"));
    }

    private CustomerId create(CustomerForm.Builder form) {
        return create(NewCustomerKind.IN_STORE, form);
    }

    private CustomerId create(NewCustomerKind kind, CustomerForm.Builder form) {
        return ((Created) shop.membership().customers().create(shop.key(), kind, form.build()))
                .customer()
                .id();
    }
}
