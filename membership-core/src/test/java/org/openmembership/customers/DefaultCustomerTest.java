package org.openmembership.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.customers.EditResult.Refused;
import org.openmembership.erasure.Blocker;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Blocked;
import org.openmembership.invitation.NotInvited;
import org.openmembership.inviting.InvitationResult;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeBlocker;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.payonaccount.OnAccountRefusal;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.payonaccount.OnAccountResult;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.Tender;
import org.openmembership.registration.LinkConflict;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.sale.ClaimResult;
import org.openmembership.sale.SaleResult;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.TenderType;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;

/** What a server fills in where nobody says it, and what the customer who stands for nobody is kept from. */
@Requirement("A55")
final class DefaultCustomerTest extends ShopTest {
    private static final String ADDRESS = "walk-in@example.org";
    private static final Actor CLERK = Actor.till("web-shop");

    private CustomerId nobody;
    private Membership server;

    @BeforeEach
    void a_server_with_a_default_customer() {
        nobody = customer(shop.membership(), "Walk", "In", ADDRESS);
        server = server("server-", ServerDefaults.NONE.withCustomer(nobody));
    }

    @Test
    void a_sale_that_names_nobody_is_the_default_customers_and_earns_nothing() {
        Purchase order = guest();

        Recorded recorded = (Recorded) server.sales().record(order);

        assertThat(recorded.owner()).isEqualTo(KeptPurchase.Owner.NOBODY);
        assertThat(recorded.clubs()).isEmpty();
        assertThat(bought(nobody)).extracting(kept -> kept.purchase().key()).containsExactly(order.key());
        assertThat(server.sales().preview(guest())).isInstanceOf(SaleResult.Previewed.class);
    }

    @Test
    @Requirement("R27")
    void a_repeat_is_one_whatever_is_the_default_by_then() {
        Purchase order = guest();
        Recorded first = (Recorded) server.sales().record(order);

        SaleResult again = shop.membership().sales().record(order);

        assertThat(again).isEqualTo(new Recorded(first.purchase(), first.owner(), List.of(), true));
        assertThat(bought(nobody)).hasSize(1);
    }

    @Test
    void a_sale_that_names_somebody_is_theirs() {
        MemberId member = shop.member();
        shop.account(member, Shop.CLUB);

        Recorded recorded = (Recorded) server.sales().record(sale(Buyer.member(member)));

        assertThat(recorded.owner()).isEqualTo(new KeptPurchase.Owner(member, false));
        assertThat(bought(nobody)).isEmpty();
    }

    @Test
    void even_a_default_customer_that_is_a_members_earns_them_nothing() {
        MemberId member = shop.member();
        shop.account(member, Shop.CLUB);
        CustomerId theirs = requireNonNull(
                shop.membership().members().find(member).orElseThrow().primary());
        Membership careless = server("careless-", ServerDefaults.NONE.withCustomer(theirs));

        Recorded unnamed = (Recorded) careless.sales().record(guest());
        Recorded named = (Recorded) careless.sales().record(sale(Buyer.customer(theirs)));

        assertThat(unnamed.owner()).isEqualTo(KeptPurchase.Owner.NOBODY);
        assertThat(named.owner()).isEqualTo(KeptPurchase.Owner.NOBODY);
    }

    @Test
    @Requirement("R40")
    void whoever_bought_claims_the_sale_later() {
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        Purchase order = guest();
        server.sales().record(order);

        ClaimResult claimed = server.sales().claim(order.key(), member);

        assertThat(claimed).isInstanceOf(ClaimResult.Claimed.class);
        assertThat(((ClaimResult.Claimed) claimed).clubs().get(0).account()).isEqualTo(account);
    }

    @Test
    @Requirement({"R2", "C49"})
    void nobody_becomes_a_member_by_its_address() {
        shop.time().advance(Duration.ofDays(60));

        Registered registered = (Registered) server.registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email(ADDRESS)
                        .acceptTerms("terms-1")
                        .build());

        assertThat(registered.customers().links()).doesNotContain(nobody);
        assertThat(registered.customers().conflicts())
                .containsExactly(new LinkConflict(nobody, LinkConflict.Reason.DEFAULT_CUSTOMER));
        assertThat(server.inviting().invite(nobody))
                .isEqualTo(new InvitationResult.Refused(NotInvited.DEFAULT_CUSTOMER));
    }

    @Test
    @Requirement("R16")
    void it_is_merged_with_nobody_in_either_direction_while_it_is_the_default() {
        CustomerId ada = customer(shop.membership(), "Ada", "Byron", "ada@example.org");
        MergeBlocker blocker = new MergeBlocker(MergeBlocker.Reason.DEFAULT_CUSTOMER, nobody.value());

        assertThat(server.merging().merge(MergeRequest.of(ada, List.of(nobody), shop.key())))
                .isEqualTo(new MergeResult.Refused(List.of(blocker)));
        assertThat(server.merging().merge(MergeRequest.of(nobody, List.of(ada), shop.key())))
                .isEqualTo(new MergeResult.Refused(List.of(blocker)));
        assertThat(server.merging()
                        .preview(MergeRequest.of(ada, List.of(nobody), shop.key()))
                        .blockers())
                .containsExactly(blocker);

        Membership another = server("another-", ServerDefaults.NONE.withCustomer(ada));
        assertThat(another.merging().merge(MergeRequest.of(nobody, List.of(ada), shop.key())))
                .isInstanceOf(MergeResult.Refused.class);
        assertThat(shop.membership().merging().merge(MergeRequest.of(ada, List.of(nobody), shop.key())))
                .isInstanceOf(MergeResult.Merged.class);
    }

    @Test
    @Requirement("R17")
    void it_is_not_forgotten_while_it_is_the_default() {
        Blocker blocker = new Blocker(Blocker.Kind.DEFAULT_CUSTOMER, nobody.value());
        Requested requested =
                (Requested) server.erasures().request(nobody, ReasonCode.of("ASKED"), IdentityProof.SIGNED_IN);
        shop.time().advance(Duration.ofDays(60));

        assertThat(server.erasures().plan(nobody).orElseThrow().blockers()).containsExactly(blocker);
        assertThat(server.erasures().execute(requested.erasure().id())).isEqualTo(new Blocked(List.of(blocker)));
    }

    @Test
    @Requirement({"C23", "C24", "C41"})
    void it_is_not_deactivated_applies_for_nothing_and_owes_nothing() {
        Customer record = server.customers().defaultCustomer().orElseThrow();
        OnAccountRequest debt = OnAccountRequest.of(nobody, Money.of(CurrencyUnit.EUR, 5), shop.key());
        CustomerForm granting = CustomerForm.from(record)
                .selling(new CustomerForm.Selling(null, false, null, true))
                .build();
        server.customers().edit(nobody, record.version(), granting);

        assertThat(refusal(server.customers().deactivate(nobody))).isEqualTo(EditRefusal.DEFAULT_CUSTOMER);
        assertThat(refusal(server.customers().applyForTrade(nobody))).isEqualTo(EditRefusal.DEFAULT_CUSTOMER);
        assertThat(server.payOnAccount().charge(debt))
                .isEqualTo(new OnAccountResult.Refused(OnAccountRefusal.DEFAULT_CUSTOMER, null));
    }

    @Test
    @Requirement("C1")
    void a_host_tells_it_from_others_in_a_list() {
        assertThat(server.customers().defaultCustomer().map(Customer::id)).contains(nobody);
        assertThat(shop.membership().customers().defaultCustomer()).isEmpty();
        assertThat(server("lost-", ServerDefaults.NONE.withCustomer(CustomerId.of("no-one")))
                        .customers()
                        .defaultCustomer())
                .isEmpty();
    }

    @Test
    void a_sale_that_names_no_tender_was_paid_by_the_default_one_and_others_as_they_say() {
        Membership paid = server("paid-", ServerDefaults.NONE.withPayment(TenderType.of("INVOICE")));
        Purchase silent = guest();
        Tender cash = new Tender(TenderType.of("CASH"), Money.of(CurrencyUnit.EUR, 30));
        Purchase telling = paid(guest(), cash);

        paid.sales().recordAll(List.of(silent, telling));

        assertThat(tenders(silent))
                .containsExactly(new Tender(TenderType.of("INVOICE"), Money.of(CurrencyUnit.EUR, 30)));
        assertThat(tenders(telling)).containsExactly(cash);
    }

    @Test
    @Requirement("R20")
    void calls_that_are_bound_to_nobody_are_the_default_clerks() {
        Membership manned = server("manned-", ServerDefaults.NONE.withClerk(CLERK));

        manned.sales().record(guest());
        manned.as(Actor.till("till-9")).sales().record(guest());

        assertThat(audited(CLERK)).containsExactly(Permission.RECORD_SALE);
        assertThat(audited(Actor.till("till-9"))).containsExactly(Permission.RECORD_SALE);
    }

    private Membership server(String ids, ServerDefaults defaults) {
        return shop.over(shop.storage(), ids).server(defaults).open();
    }

    private List<Permission> audited(Actor actor) {
        return shop.membership().auditTrail().list(AuditFilter.by(actor), Page.Request.first(9)).items().stream()
                .map(AuditRecord::permission)
                .toList();
    }

    private CustomerId customer(Membership who, String first, String last, String email) {
        CustomerForm form =
                CustomerForm.builder().name(first, last).email(email).build();
        CreationResult created = who.customers().create(shop.key(), NewCustomerKind.IN_STORE, form);
        return ((CreationResult.Created) created).customer().id();
    }

    private static EditRefusal refusal(EditResult result) {
        return ((Refused) result).reason();
    }

    private Purchase guest() {
        return sale(Buyer.GUEST);
    }

    private Purchase sale(Buyer buyer) {
        return AnyPurchase.anyPurchase(buyer, shop.time().instant(), "30");
    }

    private static Purchase paid(Purchase sale, Tender tender) {
        Purchase.Content content = new Purchase.Content(sale.currency(), sale.lines(), List.of(tender));
        return new Purchase(sale.key(), sale.purchasedAt(), sale.place(), sale.buyer(), content);
    }

    private List<Tender> tenders(Purchase sale) {
        return shop.membership()
                .purchases()
                .find(sale.key())
                .orElseThrow()
                .purchase()
                .content()
                .tenders();
    }

    private List<KeptPurchase> bought(CustomerId customer) {
        PurchaseFilter filter =
                new PurchaseFilter(new PurchaseFilter.Who(null, customer), PurchaseFilter.ALL.what(), null, null);
        return server.purchases().list(filter, Page.Request.first(9)).items();
    }
}
