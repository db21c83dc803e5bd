package org.openmembership.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentState;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerTicks;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupStore;
import org.openmembership.group.GroupTick;
import org.openmembership.shared.Page;

final class InMemoryGroups implements GroupStore {
    private final State state;

    InMemoryGroups(State state) {
        this.state = state;
    }

    @Override
    public void add(CustomerGroup group) {
        state.groups.add(group.code(), group);
    }

    @Override
    public void update(CustomerGroup group) {
        CustomerGroup stored = state.groups
                .find(group.code())
                .filter(before -> before.version() == group.version() - 1)
                .orElseThrow(() -> new RaceLostException(group.code() + " has another version"));
        state.groups.put(
                stored.code(),
                new CustomerGroup(stored.code(), group.name(), group.audience(), stored.channel(), group.version()));
    }

    @Override
    public List<CustomerGroup> all() {
        return state.groups.values().toList();
    }

    @Override
    public Optional<CustomerTicks> of(CustomerId customer) {
        return state.customers
                .find(customer)
                .map(found -> new CustomerTicks(
                        customer,
                        state.membersByCustomer.get(customer),
                        state.groups
                                .values()
                                .map(group ->
                                        new GroupTick(group, state.groupMembers.get(Key.of(group.code(), customer))))
                                .toList()));
    }

    @Override
    public void record(List<GroupMembership> memberships) {
        for (GroupMembership membership : memberships) {
            Key place = Key.of(membership.group(), membership.customer());
            int before =
                    state.groupMembers.find(place).map(GroupMembership::version).orElse(0);
            if (before != membership.version() - 1) {
                throw new RaceLostException(place + " has another version");
            }
            state.groupMembers.put(place, membership);
        }
    }

    @Override
    public Page<GroupMembership> members(CustomerGroup group, Page.Request page) {
        Key all = Key.of(group.code());
        Page.Cursor after = page.after("group-members");
        Key from = after == null
                ? all
                : Key.of(group.code(), InMemoryPages.id(after, CustomerId::of)).end();
        Stream<GroupMembership> found = state.groupMembers
                .between(from, all.end())
                .filter(GroupMembership::isMember)
                .filter(membership -> consents(membership.customer(), group.channel()));
        return InMemoryPages.of(
                found, page, "group-members", last -> last.customer().value());
    }

    private boolean consents(CustomerId customer, @Nullable ContactChannel channel) {
        return channel == null
                || state.consents
                        .find(Key.of(customer, channel))
                        .map(Consent::state)
                        .filter(ConsentState::allowsMessages)
                        .isPresent();
    }
}
