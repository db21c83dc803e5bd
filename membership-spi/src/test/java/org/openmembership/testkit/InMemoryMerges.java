package org.openmembership.testkit;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Agreement;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeStore;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.UserId;

final class InMemoryMerges implements MergeStore {
    private final State state;
    private final InMemoryCustomers customers;
    private final InMemoryMembers members;

    InMemoryMerges(State state) {
        this.state = state;
        this.customers = new InMemoryCustomers(state);
        this.members = new InMemoryMembers(state);
    }

    @Override
    public void add(Merge merge) {
        state.merges.add(merge.id(), merge);
        state.mergesByKey.add(merge.command().key(), merge.id());
    }

    @Override
    public void undo(Merge undone) {
        if (find(undone.id()).flatMap(Merge::undone).isPresent()) {
            throw new RaceLostException("merge " + undone.id() + " was undone before");
        }
        state.merges.put(undone.id(), undone);
    }

    @Override
    public Optional<Merge> find(MergeId id) {
        return state.merges.find(id);
    }

    @Override
    public Optional<Merge> withKey(ExternalKey key) {
        return state.mergesByKey.find(key).flatMap(this::find);
    }

    @Override
    public Optional<Merge> of(CustomerId redirect) {
        return state.merges
                .values()
                .filter(merge -> merge.undone().isEmpty())
                .filter(merge -> merge.of(MergeMove.Kind.CUSTOMER)
                        .anyMatch(move -> move.subject().equals(redirect.value())))
                .max(comparing(Merge::at).thenComparing(Merge::id));
    }

    @Override
    public List<Merge> into(CustomerId survivor) {
        Set<CustomerId> redirects =
                redirectsTo(survivor).stream().map(Customer::id).collect(Collectors.toSet());
        return state.merges
                .values()
                .filter(merge -> merge.undone().isEmpty())
                .filter(merge -> merge.redirected().stream().anyMatch(redirects::contains))
                .sorted(comparing(Merge::at).thenComparing(Merge::id).reversed())
                .toList();
    }

    @Override
    public void redirect(Customer merged, CustomerId survivor) {
        customers.redirect(merged);
        state.redirects.put(merged.id(), survivor);
    }

    @Override
    public void restore(Customer restored) {
        state.redirects.remove(restored.id());
        customers.restore(restored);
    }

    @Override
    public List<Customer> redirectsTo(CustomerId survivor) {
        return state.customers
                .values()
                .filter(customer -> survivor.equals(state.redirects.get(customer.id())))
                .toList();
    }

    @Override
    public Map<CustomerId, CustomerId> redirectsToAny(Set<CustomerId> survivors) {
        Map<CustomerId, CustomerId> leading = new TreeMap<>();
        survivors.forEach(survivor -> redirectsTo(survivor).forEach(redirect -> leading.put(redirect.id(), survivor)));
        return leading;
    }

    @Override
    public Map<CustomerId, CustomerId> survivors(Set<CustomerId> ids) {
        Map<CustomerId, CustomerId> survivors = new TreeMap<>();
        ids.forEach(id -> state.redirects.find(id).ifPresent(survivor -> survivors.put(id, survivor)));
        return survivors;
    }

    @Override
    public Map<MemberId, MemberId> memberSurvivors(Set<MemberId> ids) {
        Map<MemberId, MemberId> survivors = new TreeMap<>();
        ids.forEach(id -> state.memberRedirects.find(id).ifPresent(survivor -> survivors.put(id, survivor)));
        return survivors;
    }

    @Override
    public void redirect(Member merged, MemberId survivor) {
        state.memberRedirects.put(merged.id(), survivor);
        members.update(merged);
    }

    @Override
    public void restore(Member restored) {
        state.memberRedirects.remove(restored.id());
        members.update(restored);
    }

    @Override
    public Optional<Member> member(MemberId id) {
        return members.kept(id);
    }

    @Override
    public List<Member> redirectsTo(MemberId survivor) {
        return state.members
                .values()
                .filter(member -> survivor.equals(state.memberRedirects.get(member.id())))
                .map(Member::id)
                .map(this::member)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public boolean isMergedAway(UserId user) {
        return !state.membersByUser.contains(user)
                && state.merges
                        .values()
                        .filter(merge -> merge.undone().isEmpty())
                        .flatMap(merge -> merge.of(MergeMove.Kind.USER))
                        .anyMatch(move -> move.from().equals(user.value()));
    }

    @Override
    public void agree(Agreement agreement) {
        state.agreements.add(Key.of(agreement.member(), agreement.other()), agreement);
    }

    @Override
    public List<Agreement> agreements(Set<MemberId> agreeing) {
        return agreeing.stream()
                .sorted()
                .flatMap(member ->
                        state.agreements.between(Key.of(member), Key.of(member).end()))
                .toList();
    }
}
