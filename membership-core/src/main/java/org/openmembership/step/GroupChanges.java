package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.CustomerTicks;
import org.openmembership.group.GroupEvent;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupTick;
import org.openmembership.shared.Actor;
import org.openmembership.storage.Stores;

/** Which groups a customer joins and leaves at once (C9, C11). */
public final class GroupChanges {
    private final CustomerTicks before;
    private final Actor actor;
    private final Instant now;
    private final List<GroupMembership> changed = new ArrayList<>();

    private GroupChanges(CustomerTicks before, Actor actor, Instant now) {
        this.before = before;
        this.actor = actor;
        this.now = now;
    }

    public static GroupChanges of(CustomerTicks before, Actor actor, Instant now) {
        return new GroupChanges(before, actor, now);
    }

    /** Out of every group that is written to. */
    public GroupChanges leaveLists() {
        return leave(CustomerGroup::isChannel);
    }

    /** Out of the groups that are written to by some channels. */
    public GroupChanges leaveChannels(Set<ContactChannel> channels) {
        return leave(group -> group.channel() != null && channels.contains(group.channel()));
    }

    /** In exactly those of some groups that are ticked; the other groups stay as they are. */
    public GroupChanges choose(Set<CustomerGroupCode> ticked, Predicate<CustomerGroup> among) {
        for (GroupTick tick : before.all()) {
            boolean wanted = ticked.contains(tick.group().code());
            if (among.test(tick.group()) && wanted != tick.isTicked()) {
                turn(tick);
            }
        }
        return this;
    }

    /** The groups that are joined or left. */
    public List<CustomerGroup> groups() {
        Set<CustomerGroupCode> codes =
                Set.copyOf(changed.stream().map(GroupMembership::group).toList());
        return before.all().stream()
                .map(GroupTick::group)
                .filter(group -> codes.contains(group.code()))
                .toList();
    }

    /** Keeps the changes and tells them. */
    public void keep(Stores stores, Facts facts) {
        if (!changed.isEmpty()) {
            stores.groups().record(changed);
            changed.forEach(membership -> facts.happened(GroupEvent.of(membership), now));
        }
    }

    private GroupChanges leave(Predicate<CustomerGroup> which) {
        before.all().stream()
                .filter(tick -> tick.isTicked() && which.test(tick.group()))
                .forEach(this::turn);
        return this;
    }

    private void turn(GroupTick tick) {
        GroupMembership membership = tick.membership();
        CustomerId customer = before.customer();
        changed.add(
                membership == null
                        ? GroupMembership.joined(tick.group().code(), customer, now, actor)
                        : membership.turned(now, actor));
    }
}
