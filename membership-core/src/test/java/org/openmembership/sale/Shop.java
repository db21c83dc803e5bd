package org.openmembership.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.customer.Customer;
import org.openmembership.document.ClubDocuments;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Balance;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.Accounts;
import org.openmembership.step.PublishedClubs;
import org.openmembership.storage.Stores;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.AnyMember;
import org.openmembership.testkit.InMemoryStorage;
import org.openmembership.testkit.SettableTime;
import org.openmembership.user.User;

/** A shop with members and clubs, in memory, for tests of sales. */
final class Shop {
    final SettableTime time = SettableTime.at("2026-03-02T12:00:00Z");
    final InMemoryStorage storage = new InMemoryStorage();
    final Membership membership = Membership.on(storage).clock(time).open();

    MemberId member() {
        return storage.inUnitOfWork(stores -> {
            User user = AnyMember.anyUser();
            Customer customer = AnyCustomer.anyCustomer();
            stores.users().add(user);
            stores.customers().add(customer);
            Member member = AnyMember.anyActiveMember(user, customer.id());
            stores.members().add(member);
            return member.id();
        });
    }

    Member awaitingMember() {
        return storage.inUnitOfWork(stores -> {
            User user = AnyMember.anyUser();
            stores.users().add(user);
            Member member = AnyMember.anyAwaitingMember(user);
            stores.members().add(member);
            return member;
        });
    }

    AccountId account(MemberId member, Club club) {
        membership.clubs().publish(club);
        return ((EnrolmentResult.Enrolled) membership.enrolment().enrol(member, club.id()))
                .account()
                .id();
    }

    /** Activates a member and opens an account, without posting what waits. */
    AccountId activate(Member member, ClubId club) {
        storage.inUnitOfWork(stores -> {
            Customer customer = AnyCustomer.anyCustomer();
            stores.customers().add(customer);
            Member active = AnyMember.activated(member, customer.id());
            stores.members().update(active);
            stores.members().link(active.id(), active.links());
            return active;
        });
        return storage.inUnitOfWork(stores -> Accounts.openFor(
                        member.id(),
                        clubs().require(club, time.instant(), stores).club(),
                        time.instant(),
                        () -> "account-opened-late",
                        stores)
                .id());
    }

    PublishedClubs clubs() {
        return new PublishedClubs(ClubDocuments::published);
    }

    void close(AccountId id) {
        storage.inUnitOfWork(stores -> {
            stores.accounts().update(account(id, stores).closed());
            return id;
        });
    }

    Balance balance(AccountId id) {
        return storage.read(stores -> {
            MemberAccount account = account(id, stores);
            return AccountLedger.of(
                            account,
                            time.instant(),
                            stores.ledger()
                                    .summaries(Set.of(id), time.instant())
                                    .get(id))
                    .balance();
        });
    }

    Points available(AccountId id) {
        return balance(id).available();
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        storage.read(stores -> {
            for (Invariant invariant : Invariant.values()) {
                found.addAll(stores.audit().violations(invariant, 10));
            }
            return found;
        });
        return found;
    }

    Purchase sale(String number, Buyer buyer, PurchaseLine... lines) {
        return sale(number, buyer, time.instant(), lines);
    }

    Purchase sale(String number, Buyer buyer, Instant at, PurchaseLine... lines) {
        return new Purchase(
                key(number),
                at,
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.EUR, Arrays.asList(lines), List.of()));
    }

    static ExternalKey key(String number) {
        return ExternalKey.of("till-7", number);
    }

    static PurchaseLine line(int number, String quantity, String amount) {
        return new PurchaseLine(number, Article.of("sku-1"), new BigDecimal(quantity), price(amount), null);
    }

    static PurchaseLine returned(int number, String quantity, String amount, String original, int line) {
        OriginalLine returnOf = new OriginalLine(key(original), line);
        return new PurchaseLine(number, Article.of("sku-1"), new BigDecimal(quantity), price(amount), returnOf);
    }

    private static PurchaseLine.Price price(String amount) {
        return PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }

    private static MemberAccount account(AccountId id, Stores stores) {
        return stores.accounts().find(id).orElseThrow();
    }
}
