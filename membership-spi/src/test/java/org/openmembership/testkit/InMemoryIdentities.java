package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openmembership.account.AccountId;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;

/** Under which ids the sales and entries of somebody are kept: the own ones, and those of everybody merged into them (R16). */
final class InMemoryIdentities {
    private final State state;

    InMemoryIdentities(State state) {
        this.state = state;
    }

    /** Of the member that an id leads to. */
    Set<MemberId> of(MemberId id) {
        MemberId survivor = state.memberRedirects.find(id).orElse(id);
        Set<MemberId> all = new TreeSet<>(List.of(id, survivor));
        if (state.memberRedirects.values().anyMatch(survivor::equals)) {
            state.members
                    .values()
                    .map(Member::id)
                    .filter(other -> survivor.equals(state.memberRedirects.get(other)))
                    .forEach(all::add);
        }
        return all;
    }

    /** Of the customer that an id leads to. */
    Set<CustomerId> of(CustomerId id) {
        CustomerId survivor = state.redirects.find(id).orElse(id);
        Set<CustomerId> all = new TreeSet<>(List.of(id, survivor));
        if (state.redirects.values().anyMatch(survivor::equals)) {
            state.customers
                    .values()
                    .map(Customer::id)
                    .filter(other -> survivor.equals(state.redirects.get(other)))
                    .forEach(all::add);
        }
        return all;
    }

    /** Of the members who share an account. */
    Stream<MemberId> sharing(AccountId account) {
        return new InMemoryAccounts(state)
                .membersOf(account).stream()
                        .flatMap(member -> of(member).stream())
                        .distinct();
    }

    /** The account and all whose points it has: of merges, and of cards that were taken over. */
    List<AccountId> held(AccountId account) {
        List<AccountId> all = new ArrayList<>(List.of(account));
        for (int i = 0; i < all.size(); i++) {
            Key prefix = Key.of(all.get(i));
            state.predecessors.between(prefix, prefix.end()).forEach(all::add);
        }
        return all;
    }
}
