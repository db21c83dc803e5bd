package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.ConsentState;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.CustomerTicks;
import org.openmembership.group.GroupAudience;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupStore;
import org.openmembership.group.GroupTick;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;

/** Groups in {@code om_customer_group}, who is in them in {@code om_group_member}. */
final class JdbcGroupStore implements GroupStore {
    private static final String ALL = """
            select g.code, g.name, g.audience, g.channel, g.version
              from om_customer_group g
             where g.tenant = :tenant
             order by g.code""";
    private static final String OF_CUSTOMER = """
            select p.id as customer, l.member, g.code, g.name, g.audience, g.channel, g.version, i.is_member, i.since,
                   i.actor_kind, i.actor_reference, i.version as membership
              from om_customer p
              left join om_member_customer l on l.tenant = p.tenant and l.customer = p.id
              left join om_customer_group g on g.tenant = p.tenant
              left join om_group_member i on i.tenant = p.tenant and i.group_code = g.code and i.customer = p.id
             where p.tenant = :tenant and p.id = :customer
             order by g.code""";
    private static final String MEMBERS = """
            select i.group_code as code, i.customer, i.is_member, i.since, i.actor_kind, i.actor_reference,
                   i.version as membership
              from om_group_member i""";
    private static final String IN_GROUP = """

             where i.tenant = :tenant and i.group_code = :group and i.is_member = 1 and i.customer > :after
             order by i.customer limit :limit""";
    private static final String OF_SEGMENT = MEMBERS + IN_GROUP;
    private static final String OF_LIST = MEMBERS + """

              join om_consent n on n.tenant = i.tenant and n.customer = i.customer and n.channel = :channel
                               and n.state = :state""" + IN_GROUP;
    private static final Change CHANGED = Change.of(Table.CUSTOMER_GROUP, "name, audience, version", "code, version");
    private static final Change TURNED = Change.of(
            Table.GROUP_MEMBER,
            "is_member, since, actor_kind, actor_reference, version",
            "group_code, customer, version");

    private final JdbcUnit unit;

    JdbcGroupStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(CustomerGroup group) {
        unit.add(
                Table.CUSTOMER_GROUP,
                group.code().value(),
                group.name(),
                group.audience(),
                group.channel(),
                group.version());
    }

    @Override
    public void update(CustomerGroup group) {
        unit.change(
                CHANGED,
                group.name(),
                group.audience(),
                group.version(),
                group.code().value(),
                group.version() - 1);
    }

    @Override
    public List<CustomerGroup> all() {
        return unit.gather().all(ALL, JdbcGroupStore::readGroup);
    }

    @Override
    public Optional<CustomerTicks> of(CustomerId customer) {
        List<Found> found = unit.gather().bind("customer", customer.value()).all(OF_CUSTOMER, Found::read);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<GroupTick> ticks = found.stream()
                .map(Found::tick)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return Optional.of(new CustomerTicks(customer, found.get(0).member(), ticks));
    }

    /** One of the rows that a customer has for each group, or for none. */
    private record Found(
            @Nullable MemberId member, @Nullable GroupTick tick) {
        private static Found read(ResultSet row) throws SQLException {
            GroupTick tick = row.getString("code") == null
                    ? null
                    : new GroupTick(readGroup(row), row.getString("actor_kind") == null ? null : readMembership(row));
            return new Found(Values.codeOrNull(row, "member", MemberId::of), tick);
        }
    }

    @Override
    public void record(List<GroupMembership> memberships) {
        for (GroupMembership membership : memberships) {
            String group = membership.group().value();
            String customer = membership.customer().value();
            Actor by = membership.by();
            if (membership.version() == 1) {
                unit.add(
                        Table.GROUP_MEMBER,
                        group,
                        customer,
                        membership.isMember(),
                        membership.since(),
                        by.kind(),
                        by.reference(),
                        1);
            } else {
                unit.change(
                        TURNED,
                        membership.isMember(),
                        membership.since(),
                        by.kind(),
                        by.reference(),
                        membership.version(),
                        group,
                        customer,
                        membership.version() - 1);
            }
        }
    }

    @Override
    public Page<GroupMembership> members(CustomerGroup group, Page.Request page) {
        Page.Cursor after = page.after("group-members");
        Gathering gathering = unit.gather()
                .bind("group", group.code().value())
                .bind("after", after == null ? "" : after.value())
                .bind("limit", page.limit() + 1);
        if (group.isChannel()) {
            gathering.bind("channel", group.channel()).bind("state", ConsentState.SUBSCRIBED);
        }
        List<GroupMembership> found =
                gathering.all(group.isChannel() ? OF_LIST : OF_SEGMENT, JdbcGroupStore::readMembership);
        return Pages.of(found, page, "group-members", last -> last.customer().value());
    }

    private static CustomerGroup readGroup(ResultSet row) throws SQLException {
        return new CustomerGroup(
                CustomerGroupCode.of(row.getString("code")),
                row.getString("name"),
                GroupAudience.valueOf(row.getString("audience")),
                Values.codeOrNull(row, "channel", ContactChannel::valueOf),
                row.getInt("version"));
    }

    private static GroupMembership readMembership(ResultSet row) throws SQLException {
        return new GroupMembership(
                CustomerGroupCode.of(row.getString("code")),
                CustomerId.of(row.getString("customer")),
                row.getInt("is_member") == 1,
                Values.instant(row, "since"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_reference")),
                row.getInt("membership"));
    }
}
