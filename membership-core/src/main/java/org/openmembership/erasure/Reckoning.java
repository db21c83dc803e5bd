package org.openmembership.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.EmailKey;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.ErasedAccount.Outcome;
import org.openmembership.privacy.Person;
import org.openmembership.shared.Block;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * Everything that decides what becomes of a person, read at once.
 *
 * @param person whose records belong together
 * @param customers of the person, those merged away as they are kept
 * @param members of the person, those merged away as they are kept
 * @param owing those of the customers whose balance on account is not zero
 * @param blocks on those of the members that have one
 * @param opened the accounts, locked where this is to be done
 * @param others who else shares each account, by id
 */
record Reckoning(
        Person person,
        List<Customer> customers,
        List<Member> members,
        List<CustomerId> owing,
        Map<MemberId, Block> blocks,
        OpenedLedgers opened,
        Map<AccountId, List<MemberId>> others) {
    static Reckoning of(Person person, Stores stores) {
        List<Customer> customers = stores.customers().find(person.customers());
        List<Member> members = person.members().stream()
                .map(stores.merges()::member)
                .flatMap(Optional::stream)
                .toList();
        List<CustomerId> owing = person.customers().stream()
                .filter(customer -> stores.onAccount()
                        .find(customer)
                        .filter(account -> !account.balance().isZero())
                        .isPresent())
                .toList();
        SortedSet<AccountId> accounts = new TreeSet<>();
        person.members().forEach(member -> stores.accounts().of(member).forEach(account -> accounts.add(account.id())));
        OpenedLedgers opened = stores.ledger().open(new LedgerRequest(List.of(), accounts, null));
        Map<AccountId, List<MemberId>> others = new TreeMap<>();
        for (AccountId account : accounts) {
            others.put(
                    account,
                    stores.accounts().membersOf(account).stream()
                            .filter(member -> !person.members().contains(member))
                            .sorted()
                            .toList());
        }
        return new Reckoning(
                person, customers, members, owing, stores.members().blocks(person.members()), opened, others);
    }

    /** The addresses of all records, some of them perhaps more than once. */
    List<EmailKey> emailKeys() {
        return Stream.concat(
                        customers.stream().flatMap(customer -> customer.emailKey().stream()),
                        members.stream().flatMap(member -> member.emailKey().stream()))
                .toList();
    }

    /** What becomes of each account, by id. */
    List<ErasedAccount> accounts() {
        return opened.accounts().stream().map(this::outcome).toList();
    }

    private ErasedAccount outcome(MemberAccount account) {
        List<MemberId> left = others.getOrDefault(account.id(), List.of());
        if (left.isEmpty()) {
            Points open = account.head().booked().plus(account.head().debt());
            return new ErasedAccount(account.id(), account.club(), Outcome.CLOSED, open, null);
        }
        MemberId main = account.owner().mainMember();
        boolean represents = main != null && person.members().contains(main);
        return new ErasedAccount(
                account.id(), account.club(), Outcome.LEFT, Points.ZERO, represents ? left.get(0) : null);
    }

    /** What stands in the way, as far as we know. */
    List<Blocker> blockers(ErasurePolicy policy, Instant now) {
        List<Blocker> found = new ArrayList<>();
        owing.forEach(customer -> found.add(new Blocker(Blocker.Kind.BALANCE_ON_ACCOUNT, customer.value())));
        for (Customer customer : customers) {
            if (customer.standing().status() == CustomerStatus.PENDING_APPROVAL) {
                found.add(new Blocker(
                        Blocker.Kind.TRADE_APPLICATION, customer.id().value()));
            }
        }
        for (MemberAccount account : opened.accounts()) {
            if (now.isBefore(account.head().changes().heldUntil())) {
                found.add(new Blocker(Blocker.Kind.POINTS_HELD, account.id().value()));
            }
            if (account.block()
                    .filter(block -> policy.holds().contains(block.reason()))
                    .isPresent()) {
                found.add(new Blocker(Blocker.Kind.HELD, account.id().value()));
            }
        }
        blocks.forEach((member, block) -> {
            if (policy.holds().contains(block.reason())) {
                found.add(new Blocker(Blocker.Kind.HELD, member.value()));
            }
        });
        return found;
    }
}
