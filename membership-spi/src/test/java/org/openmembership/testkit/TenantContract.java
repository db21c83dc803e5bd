package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openmembership.account.MemberAccount;
import org.openmembership.audit.Invariant;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.Club;
import org.openmembership.club.ClubVersion;
import org.openmembership.customer.Customer;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;

/** Two tenants in one database see nothing of each other, although all their ids are the same. */
public abstract class TenantContract extends StoreContract {
    private final User user = AnyMember.anyUser();
    private final ExternalKey reference = AnyPurchase.anyReceipt();
    private final Customer customer =
            AnyCustomer.builder().email(user.email()).reference(reference).build();
    private final Member member = AnyMember.anyActiveMember(user, customer.id());
    private final Club club = AnyClub.anyClub();
    private final ClubVersion version = AnyClub.anyVersion(club, 1);
    private final MemberAccount account = AnyClub.anyAccount(club, member.id());
    private final MembershipCard card = AnyClub.anyCard(account, member.id());
    private final KeptPurchase purchase =
            AnyPurchase.kept(AnyPurchase.anyFullPurchase(Buyer.member(member.id())), member.id());

    @Test
    @Requirement({"S21", "B7"})
    void nothing_of_one_tenant_is_found_by_the_other() {
        Storage other = other();
        write(this::tell);
        PointEntry entry = story().earn(account.id(), "5", Any.minute(1));

        other.read(stores -> {
            assertThat(stores.customers().find(customer.id())).isEmpty();
            assertThat(stores.customers().withReferences(Set.of(reference))).isEmpty();
            assertThat(stores.customers().withEmail(customer.emailKey().orElseThrow()))
                    .isEmpty();
            assertThat(stores.users().find(user.id())).isEmpty();
            assertThat(stores.users().withUsername(user.username())).isEmpty();
            assertThat(stores.members().find(member.id())).isEmpty();
            assertThat(stores.members().standingWithUsername(user.username())).isEmpty();
            assertThat(stores.members().standingOfCustomer(reference)).isEmpty();
            assertThat(stores.members()
                            .holders(customer.emailKey().orElseThrow())
                            .holders())
                    .isEmpty();
            return stores;
        });
        other.read(stores -> {
            assertThat(stores.clubs().all()).isEmpty();
            assertThat(stores.clubs().ownerOf(club.defaultScheme())).isEmpty();
            assertThat(stores.accounts().find(account.id())).isEmpty();
            assertThat(stores.accounts().of(member.id())).isEmpty();
            assertThat(stores.accounts().countByScheme(club.id())).isEmpty();
            assertThat(stores.cards().find(card.number())).isEmpty();
            assertThat(stores.purchases().find(purchase.purchase().key())).isEmpty();
            assertThat(stores.purchases()
                            .list(PurchaseFilter.ALL, Page.Request.first(5))
                            .items())
                    .isEmpty();
            assertThat(stores.commands().find(entry.cause().origin().command())).isEmpty();
            assertThat(stores.ledger().find(entry.id())).isEmpty();
            assertThat(stores.ledger().totals(club.id())).isEmpty();
            assertThat(stores.ledger().outstanding(club.id())).isEmpty();
            return stores;
        });
    }

    @Test
    @Requirement("S21")
    void the_same_ids_live_side_by_side_and_change_apart() {
        Storage other = other();
        write(this::tell);
        other.inUnitOfWork(stores -> {
            tell(stores);
            return stores;
        });
        Story elsewhere = new Story(other);

        story().earn(account.id(), "5", Any.minute(1));
        elsewhere.earn(account.id(), "7", Any.minute(1));
        elsewhere.spend(account.id(), "3", Any.minute(2));
        other.inUnitOfWork(stores -> {
            stores.users().update(user.withEnabled(false));
            stores.accounts()
                    .update(stores.accounts().find(account.id()).orElseThrow().closed());
            return stores;
        });

        assertThat(story().current(account.id()).head().booked()).isEqualTo(Points.of(5));
        assertThat(story().current(account.id()).isClosed()).isFalse();
        assertThat(elsewhere.current(account.id()).head().booked()).isEqualTo(Points.of(4));
        assertKept(stores -> assertThat(stores.users().find(user.id())).contains(user));
    }

    @Test
    @Requirement("S21")
    void each_tenant_is_audited_alone() {
        Storage other = other();
        write(this::tell);
        other.inUnitOfWork(stores -> {
            tell(stores);
            return stores;
        });
        story().earn(account.id(), "5", Any.minute(1));

        for (Invariant invariant : Invariant.values()) {
            assertThat(violations(storage(), invariant)).isEmpty();
            assertThat(violations(other, invariant)).isEmpty();
        }
    }

    private static List<?> violations(Storage storage, Invariant invariant) {
        return storage.read(stores -> stores.audit().violations(invariant, 5));
    }

    private void tell(Stores stores) {
        stores.customers().add(customer);
        stores.users().add(user);
        stores.members().add(member);
        stores.clubs().add(version, AnyClub.schemes(club));
        stores.accounts().open(account, AnyClub.opening(account));
        stores.cards().add(AnyClub.issued(card));
        stores.purchases().addAll(List.of(purchase));
    }

    private Storage other() {
        assumeTrue(
                opened().otherTenant().isPresent(),
                () -> "SKIPPED: " + fixture().name() + " has no tenants");
        return opened().otherTenant().orElseThrow();
    }

    private void assertKept(Consumer<Stores> check) {
        read(stores -> {
            check.accept(stores);
            return stores;
        });
    }
}
