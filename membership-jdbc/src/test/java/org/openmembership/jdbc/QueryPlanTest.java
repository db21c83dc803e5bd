package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.access.AuditFilter;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.SchemeId;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentState;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.SearchTerm;
import org.openmembership.duplicate.CustomerPair;
import org.openmembership.duplicate.SharedKey;
import org.openmembership.flow.Scope;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupAudience;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.SaleRequest;
import org.openmembership.member.MemberId;
import org.openmembership.onaccount.OnAccountKind;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.Topic;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Username;

/**
 * That what is asked at a till finds its rows by an index however many there are: SQLite, which knows nothing of their
 * number here, says how it would search.
 */
final class QueryPlanTest extends QueryPlans {
    private static final AccountId ACCOUNT = AccountId.of("a");
    private static final ClubId CLUB = ClubId.of("club");
    private static final MemberId MEMBER = MemberId.of("m");
    private static final EntryId ENTRY = new EntryId(ACCOUNT, 1);
    private static final ExternalKey KEY = ExternalKey.of("till-7", "receipt");

    @Test
    @Requirement({"B33", "B34"})
    void cards_are_found_by_an_index() throws SQLException {
        Page.Request page = Page.Request.after(Page.Cursor.of("cards", "7"), 10);
        ask(stores -> stores.cards().find(CardNumber.of("1")));
        ask(stores -> stores.cards().findAll(Set.of(CardNumber.of("1"), CardNumber.of("2"))));
        ask(stores -> stores.cards().of(ACCOUNT));
        ask(stores -> stores.cards().unassigned(CLUB, null, page));
        ask(stores -> stores.cards().unassigned(CLUB, StoreCode.of("s"), page));
        ask(stores -> stores.accounts().usersOf(ACCOUNT));

        ask(stores -> stores.accounts().born(CLUB, Set.of(LocalDate.of(1990, 3, 2)), NOW, null, 10));
        ask(stores -> stores.ledger().hasSale(ACCOUNT, Set.of(ENTRY)));
        assertPlans(true);
    }

    @Test
    void pages_of_a_history_are_read_in_the_order_of_an_index() throws SQLException {
        Page.Request page = Page.Request.first(10);
        Page.Request later = Page.Request.after(new Page.Cursor("7"), 10);
        Page.Request laterSales = Page.Request.after(Page.Cursor.of("purchases", "7:p"), 10);
        ask(stores -> stores.ledger().history(ACCOUNT, page));
        ask(stores -> stores.ledger().history(ACCOUNT, later));
        ask(stores -> stores.ledger().entries(ACCOUNT, 3, 7));
        ask(stores -> stores.ledger().lastAt(ACCOUNT, NOW));
        ask(stores -> stores.purchases().list(PurchaseFilter.ALL, page));
        ask(stores -> stores.purchases().list(PurchaseFilter.of(MEMBER), page));
        ask(stores -> stores.purchases().list(PurchaseFilter.of(MEMBER), laterSales));
        ask(stores -> stores.purchases().awaiting(MEMBER, PurchaseId.of("p"), 10));
        ask(stores -> stores.ledger().due(CLUB, NOW, ACCOUNT, 10));
        ask(stores -> stores.accounts().ofClub(CLUB, ACCOUNT, 10));
        ask(stores -> stores.accounts().dueForReview(CLUB, java.time.LocalDate.of(2026, 3, 2), ACCOUNT, 10));

        assertPlans(false);
    }

    @Test
    @Requirement({"C9", "C54"})
    void consents_and_groups_are_read_in_the_order_of_an_index() throws SQLException {
        Page.Request page = Page.Request.first(10);
        Page.Request later = Page.Request.after(new Page.Cursor("7"), 10);
        CustomerGroupCode code = CustomerGroupCode.of("vip");
        CustomerId customer = CustomerId.of("c");
        CustomerGroup segment = CustomerGroup.segment(code, "Vip", GroupAudience.PRIVATE);
        CustomerGroup list = CustomerGroup.list(code, "Vip", GroupAudience.PUBLIC, ContactChannel.SMS);
        DirectoryQuery inGroup =
                new DirectoryQuery(new SearchTerm.Everybody(), DirectoryQuery.Standing.ANY, false, null, null, code);
        ask(stores -> stores.consents().of(customer));
        ask(stores -> stores.consents().optInOf(pending(customer)));
        ask(stores -> stores.groups().of(customer));
        ask(stores -> stores.groups().all());
        for (Page.Request asked : List.of(page, later)) {
            ask(stores -> stores.consents().history(customer, ContactChannel.EMAIL, asked));
        }
        for (Page.Request asked : List.of(page, Page.Request.after(Page.Cursor.of("consents", "7"), 10))) {
            ask(stores -> stores.consents().inState(ContactChannel.EMAIL, ConsentState.SUBSCRIBED, asked));
        }
        for (Page.Request asked : List.of(page, Page.Request.after(Page.Cursor.of("group-members", "7"), 10))) {
            ask(stores -> stores.groups().members(segment, asked));
            ask(stores -> stores.groups().members(list, asked));
        }
        ask(stores -> stores.directory().list(inGroup, page));
        ask(stores -> stores.directory().list(inGroup, Page.Request.after(Page.Cursor.of("customers", "3:vipc"), 10)));

        assertPlans(false);
    }

    @Test
    void events_and_audit_records_are_read_in_the_order_of_an_index() throws SQLException {
        Page.Request page = Page.Request.first(10);
        Page.Request later = Page.Request.after(Page.Cursor.of("audit", "7:a"), 10);
        AuditFilter about = AuditFilter.about(new Topic(Topic.Kind.ACCOUNT, "a"));
        AuditFilter by = AuditFilter.by(Actor.till("till-7"));
        ask(stores -> stores.outbox().waiting(10));
        ask(stores -> stores.outbox().lastTurn());
        for (AuditFilter filter : List.of(AuditFilter.ALL, about, by, about.between(NOW, NOW))) {
            ask(stores -> stores.auditTrail().list(filter, page));
            ask(stores -> stores.auditTrail().list(filter, later));
        }

        assertPlans(false);
    }

    @Test
    void the_first_lots_of_an_account_are_read_in_the_order_they_lapse() throws SQLException {
        ask(stores -> stores.ledger().lots(ACCOUNT, new Cover(Points.of(1), ConsumptionOrder.NEAREST_EXPIRY, NOW)));

        assertPlans(false);
    }

    @Test
    void what_a_command_gathers_is_found_by_indexes() throws SQLException {
        Cover cover = new Cover(Points.of(1), ConsumptionOrder.OLDEST_FIRST, NOW);
        CommandKey key = new CommandKey(Operation.REDEMPTION, CLUB, KEY);
        TreeSet<AccountId> accounts = new TreeSet<>(List.of(ACCOUNT, AccountId.of("b")));
        ask(stores -> stores.ledger().open(new LedgerRequest(List.of(key), accounts, cover)));
        ask(stores -> stores.commands().find(key));
        ask(stores -> stores.commands().findInAllClubs(Operation.REDEMPTION, KEY));
        ask(stores -> stores.ledger().summaries(accounts, NOW));
        ask(stores -> stores.ledger().lapsed(accounts, NOW));
        ask(stores -> stores.ledger().holds(accounts, NOW));
        ask(stores -> stores.ledger().find(new HoldId(ACCOUNT, KEY)));
        ask(stores -> stores.ledger().descendants(List.of(new LotId(ENTRY, 1))));
        ask(stores -> stores.accounts().successors(accounts));
        ask(stores -> stores.accounts().bringer(ACCOUNT));
        ask(stores -> stores.accounts().broughtBy(MEMBER));
        ask(stores -> stores.merges().memberSurvivors(Set.of(MEMBER)));
        ask(stores -> stores.merges().redirectsToAny(Set.of(CustomerId.of("c"))));
        ask(stores -> stores.accounts().registered(accounts));
        ask(stores -> stores.waitingSales().of(List.of(KEY)));
        ask(stores -> stores.waitingSales().heldBy(accounts));
        ask(stores -> stores.waitingSales().provisional(accounts));
        ask(stores -> stores.waitingSales().due(CLUB, NOW, null, 10));
        ask(stores -> stores.ledger().redeemed(ACCOUNT, NOW));
        ask(stores -> stores.warnings().of(ACCOUNT));
        ask(stores -> stores.ledger().lots(List.of(new LotId(ENTRY, 1))));
        ask(stores -> stores.ledger().lotsOpenedBy(List.of(ENTRY)));
        ask(stores -> stores.ledger().lotsAsOf(ACCOUNT, 7));
        ask(stores -> stores.ledger().reversalsOf(List.of(ENTRY)));
        ask(stores -> stores.ledger().allocations(List.of(ENTRY)));
        ask(stores -> stores.ledger().allocationsOf(List.of(new LotId(ENTRY, 1))));
        ask(stores -> stores.ledger().earnedLines(List.of(KEY)));
        ask(stores -> stores.ledger().totals(ACCOUNT, NOW, NOW));
        for (ReviewTerms.Measure measure : ReviewTerms.Measure.values()) {
            ask(stores -> stores.ledger().measures(measure, CurrencyUnit.EUR, Map.of(ACCOUNT, new Stretch(NOW, NOW))));
        }
        ask(stores -> stores.ledger().lastPurchases(Set.of(ACCOUNT)));
        ask(stores -> stores.schemes().cases(new TreeSet<>(Set.of(ACCOUNT))));
        ask(stores -> stores.schemes().movesOn(CLUB, LocalDate.EPOCH, null, 10));
        ask(stores -> stores.schemes().moves(ACCOUNT, Page.Request.first(10)));
        ask(stores -> stores.ledger().hasSale(ACCOUNT, Set.of(ENTRY)));
        ask(stores -> stores.earning().counts(Set.of(ACCOUNT), List.of(LocalDate.EPOCH)));
        for (Scope scope : List.of(new Scope.OfClub(CLUB), new Scope.OfAccount(ACCOUNT))) {
            ask(stores -> stores.flows().flows(scope, NOW, NOW));
            ask(stores -> stores.flows().openAt(scope, NOW));
            ask(stores -> stores.flows().debtAt(scope, NOW));
            ask(stores -> stores.flows().holdings(scope, NOW, NOW));
            ask(stores -> stores.flows().spend(scope, CurrencyUnit.EUR, NOW, NOW));
        }

        assertPlans(true);
    }

    @Test
    void a_buyer_is_found_by_indexes_however_he_is_named() throws SQLException {
        EmailKey email = EmailAddress.of("ada@example.org").key();
        for (Buyer buyer : List.of(
                Buyer.card(CardNumber.of("card")),
                Buyer.member(MEMBER),
                Buyer.customer(CustomerId.of("c")),
                Buyer.customerReference(KEY),
                Buyer.email(email))) {
            ask(stores -> stores.ledger().openSales(new SaleRequest(Set.of(KEY), Set.of(buyer))));
        }
        ask(stores -> stores.purchases().findAll(List.of(KEY)));
        ask(stores -> stores.purchases().returnsOf(List.of(KEY)));
        ask(stores -> stores.accounts().of(MEMBER));
        ask(stores -> stores.accounts().of(MEMBER, CLUB));
        ask(stores -> stores.members().standingsWithEmail(email));
        ask(stores -> stores.members().holders(email));
        ask(stores -> stores.members().matchingCustomersForUpdate(email));
        ask(stores -> stores.customers().withEmail(email));
        ask(stores -> stores.customers().withReferences(Set.of(KEY)));

        assertPlans(true);
    }

    @Test
    @Requirement({"B36", "C1", "C4"})
    void customers_are_found_by_indexes_however_they_are_looked_for() throws SQLException {
        Page.Request first = Page.Request.first(10);
        Page.Request later = Page.Request.after(Page.Cursor.of("customers", "2:byc"), 10);
        for (SearchTerm term : List.of(
                new SearchTerm.NameWords(List.of("byr")),
                new SearchTerm.NameWords(List.of("byr", "ad")),
                new SearchTerm.PostcodeStart("sw1"),
                new SearchTerm.Phone(E164.of("+4930123456")),
                new SearchTerm.Everybody())) {
            ask(stores -> stores.directory().list(DirectoryQuery.of(term), first));
            ask(stores -> stores.directory().list(DirectoryQuery.of(term), later));
        }
        ask(stores -> stores.directory().list(pending(), first));
        ask(stores -> stores.notes().of(CustomerId.of("c"), first));
        ask(stores -> stores.notes().openTasks(null, null, first));
        ask(stores -> stores.notes().openTasks("clerk", java.time.LocalDate.of(2026, 3, 2), first));
        assertPlans(false);
        for (String sql : sent) {
            assertThat(planOf(sql)).as(sql).noneMatch(step -> step.contains("ANY("));
        }

        sent.clear();
        for (SearchTerm term : List.of(
                new SearchTerm.Email(EmailAddress.of("ada@example.org").key()),
                new SearchTerm.Cards(Set.of(CardNumber.of("1"), CardNumber.of("2"))),
                new SearchTerm.Account(AccountCode.of("a")),
                new SearchTerm.Login(new Username("ada")))) {
            ask(stores -> stores.directory().list(DirectoryQuery.of(term), first));
        }
        ask(stores -> stores.directory()
                .list(
                        new DirectoryQuery(
                                new SearchTerm.NameWords(List.of("a")),
                                DirectoryQuery.Standing.ANY,
                                true,
                                CLUB,
                                SchemeId.of("gold"),
                                CustomerGroupCode.of("vip")),
                        first));
        ask(stores -> stores.directory()
                .list(
                        new DirectoryQuery(
                                new SearchTerm.Everybody(), DirectoryQuery.Standing.ANY, true, null, null, null),
                        first));
        ask(stores -> stores.onAccount().find(OnAccountKind.CHARGE, KEY));
        ask(stores -> stores.onAccount().history(CustomerId.of("c"), first));
        ask(stores -> stores.customers().withAccountCode(AccountCode.of("a")));
        assertPlans(true);
    }

    @Test
    @Requirement({"C32", "C33"})
    void duplicates_are_found_along_an_index() throws SQLException {
        Page.Request page = Page.Request.first(10);
        SharedKey surname = new SharedKey(SharedKey.Kind.SURNAME_AND_POSTCODE, "byron sw1y4jh");
        SharedKey email = new SharedKey(SharedKey.Kind.EMAIL, "ada@example.org");
        ask(stores -> stores.duplicates().groups(page));
        ask(stores -> stores.duplicates().members(surname, page));
        assertPlans(false);
        assertPlans(true);

        sent.clear();
        ask(stores -> stores.duplicates().members(email, page));
        ask(stores -> stores.duplicates().suspects(CustomerId.of("c"), page));
        ask(stores -> stores.duplicates().find(new CustomerPair(CustomerId.of("a"), CustomerId.of("b"))));
        ask(stores -> stores.merges().of(CustomerId.of("c")));
        ask(stores -> stores.merges().into(CustomerId.of("c")));
        assertPlans(true);
    }

    private static Consent pending(CustomerId customer) {
        ConsentBasis basis = ConsentBasis.because(ConsentCause.GIVEN, NOW, Actor.SYSTEM);
        return Consent.none(customer, ContactChannel.EMAIL).given(false, basis).orElseThrow();
    }

    private static DirectoryQuery pending() {
        DirectoryQuery.Standing standing = new DirectoryQuery.Standing(null, CustomerStatus.PENDING_APPROVAL, null);
        return new DirectoryQuery(new SearchTerm.Everybody(), standing, false, null, null, null);
    }
}
