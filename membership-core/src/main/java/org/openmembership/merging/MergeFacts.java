package org.openmembership.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.merge.Agreement;
import org.openmembership.note.NoteId;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.step.PointMerge;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/**
 * What was gathered for a merge.
 *
 * @param customers the survivor first, then the others in the order given; redirects are followed, nobody comes twice
 * @param server says which customer is one with nobody
 * @param unknown ids that lead nowhere
 * @param members of those that have one
 * @param users of the members
 * @param agreements of the members
 * @param accounts of the members
 * @param sharers who shares each of the accounts
 * @param onAccount of those that have ever owed
 * @param notes of the others
 * @param blocked members
 */
record MergeFacts(
        List<Customer> customers,
        ServerDefaults server,
        List<CustomerId> unknown,
        Map<CustomerId, Member> members,
        Map<UserId, User> users,
        List<Agreement> agreements,
        Map<MemberId, List<MemberAccount>> accounts,
        Map<AccountId, List<MemberId>> sharers,
        Map<CustomerId, CustomerAccount> onAccount,
        Map<CustomerId, List<NoteId>> notes,
        Set<MemberId> blocked) {
    static MergeFacts gather(MergeRequest request, ServerDefaults server, Stores stores) {
        Map<CustomerId, Customer> customers = new LinkedHashMap<>();
        List<CustomerId> unknown = new ArrayList<>();
        List<CustomerId> named = new ArrayList<>(List.of(request.survivor()));
        named.addAll(request.others());
        for (CustomerId id : named) {
            Optional<Customer> found = stores.customers().find(id);
            found.ifPresentOrElse(customer -> customers.put(customer.id(), customer), () -> unknown.add(id));
        }
        MergeFacts facts = new MergeFacts(
                List.copyOf(customers.values()),
                server,
                unknown,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashSet<>());
        customers.values().forEach(customer -> facts.gatherOf(customer, stores));
        facts.gatherMembers(stores);
        return facts;
    }

    /**
     * The same, with the members and their accounts locked. Who shares which is read once more afterwards, as it may have
     * changed until then, and what came to light is locked too.
     */
    static MergeFacts lock(MergeRequest request, ServerDefaults server, PointMerge points, Stores stores) {
        Set<MemberId> members = new HashSet<>();
        Set<AccountId> locked = new HashSet<>();
        while (true) {
            MergeFacts facts = gather(request, server, stores);
            Set<MemberId> moreMembers = new TreeSet<>(facts.accounts().keySet());
            Set<AccountId> moreAccounts = new TreeSet<>(facts.sharers().keySet());
            moreMembers.removeAll(members);
            moreAccounts.removeAll(locked);
            if (moreMembers.isEmpty() && moreAccounts.isEmpty()) {
                return facts.with(points.lock(Set.of()));
            }
            moreMembers.forEach(stores.members()::standingForUpdate);
            points.lock(moreAccounts);
            members.addAll(moreMembers);
            locked.addAll(moreAccounts);
        }
    }

    private void gatherOf(Customer customer, Stores stores) {
        stores.members()
                .standingOfCustomer(customer.id())
                .map(MemberStanding::member)
                .flatMap(stores.members()::find)
                .ifPresent(member -> members.put(customer.id(), member));
        stores.onAccount().find(customer.id()).ifPresent(account -> onAccount.put(customer.id(), account));
        if (!customer.equals(survivor())) {
            notes.put(customer.id(), stores.notes().idsOf(customer.id()));
        }
    }

    private void gatherMembers(Stores stores) {
        Map<MemberId, Member> distinct = new LinkedHashMap<>();
        members.values().forEach(member -> distinct.put(member.id(), member));
        for (Member member : distinct.values()) {
            Optional.ofNullable(member.user())
                    .flatMap(stores.users()::find)
                    .ifPresent(user -> users.put(user.id(), user));
            List<MemberAccount> shared = stores.accounts().of(member.id());
            accounts.put(member.id(), shared);
            shared.forEach(
                    account -> sharers.put(account.id(), stores.accounts().membersOf(account.id())));
        }
        blocked.addAll(stores.members().blocks(distinct.keySet()).keySet());
        if (distinct.size() > 1) {
            agreements.addAll(stores.merges().agreements(Set.copyOf(distinct.keySet())));
        }
    }

    /** The same, with the accounts of these workbooks. */
    MergeFacts with(Map<AccountId, AccountLedger> ledgers) {
        accounts.replaceAll((member, shared) -> shared.stream()
                .map(account -> Optional.ofNullable(ledgers.get(account.id()))
                        .map(AccountLedger::account)
                        .orElse(account))
                .toList());
        return this;
    }

    /** All accounts of the members. */
    List<MemberAccount> allAccounts() {
        return accounts.values().stream().flatMap(List::stream).distinct().toList();
    }

    Customer survivor() {
        return customers.get(0);
    }

    List<Customer> others() {
        return customers.subList(1, customers.size());
    }

    /** The members among them, the surviving one first. */
    List<Member> distinctMembers() {
        Map<MemberId, Member> distinct = new LinkedHashMap<>();
        customers.forEach(customer -> {
            Member member = members.get(customer.id());
            if (member != null) {
                distinct.putIfAbsent(member.id(), member);
            }
        });
        return List.copyOf(distinct.values());
    }

    List<MemberAccount> accountsOf(Member member) {
        return accounts.getOrDefault(member.id(), List.of());
    }

    boolean isVerified(Member member) {
        UserId user = member.user();
        return member.isActive()
                && user != null
                && Optional.ofNullable(users.get(user)).filter(User::isVerified).isPresent();
    }
}
