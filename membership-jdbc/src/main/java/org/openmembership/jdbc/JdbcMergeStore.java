package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Agreement;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeStore;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.UserId;

/**
 * Merges in {@code om_merge} and {@code om_merge_move}. Where a merged id leads is a column of {@code om_customer} and
 * {@code om_member}.
 */
final class JdbcMergeStore implements MergeStore {
    /** One statement, so that nobody sees a merge of before it was undone without what it moved. */
    private static final String MERGES = """
            select g.id, g.key_source, g.key_value, g.fingerprint, g.survivor, g.actor_kind, g.actor_reference, g.merged_at,
                   g.undone_at, v.kind, v.subject, v.origin, v.target
              from om_merge g
              left join om_merge_move v on v.tenant = g.tenant and v.merge_id = g.id
             where g.tenant = :tenant and g.id in (select g.id %s)
             order by g.merged_at, g.id, v.number""";

    private static final String BY_ID = "from om_merge g where g.tenant = :tenant and g.id = :id";
    private static final String BY_KEY =
            "from om_merge g where g.tenant = :tenant and g.key_source = :source and g.key_value = :value";
    private static final String OF_REDIRECT = """
            from om_merge g
             where g.tenant = :tenant and g.is_undone = 0
               and g.id in (select o.merge_id
                              from om_merge_move o
                             where o.tenant = :tenant and o.kind = 'CUSTOMER' and o.subject = :customer)""";
    private static final String INTO = """
            from om_merge g
             where g.tenant = :tenant and g.is_undone = 0
               and g.id in (select o.merge_id
                              from om_customer c
                              join om_merge_move o on o.tenant = c.tenant and o.kind = 'CUSTOMER' and o.subject = c.id
                             where c.tenant = :tenant and c.merged_into = :survivor)""";
    private static final String CUSTOMERS_TO =
            "from om_customer c where c.tenant = :tenant and c.merged_into = :survivor";
    private static final String MEMBER_SURVIVORS = """
            select m.id, m.merged_into
              from om_member m
             where m.tenant = :tenant and m.id {in:ids} and m.merged_into is not null
             order by m.id""";
    private static final String SURVIVORS = """
            select k.id, k.merged_into
              from om_customer k
             where k.tenant = :tenant and k.id {in:ids} and k.merged_into is not null
             order by k.id""";
    private static final String LEADING_TO = """
            select k.id, k.merged_into
              from om_customer k
             where k.tenant = :tenant and k.merged_into {in:ids} order by k.merged_into, k.id""";
    private static final String MEMBER = "from om_member m where m.tenant = :tenant and m.id = :member";
    private static final String MEMBERS_TO = "from om_member m where m.tenant = :tenant and m.merged_into = :survivor";
    private static final String AGREEMENTS = """
            select a.member, a.other, a.agreed_at
              from om_merge_agreement a
             where a.tenant = :tenant and a.member {in:ids}
             order by a.member, a.other""";
    private static final String MERGED_AWAY = """
            select g.id
              from om_merge_move v
              join om_merge g on g.tenant = v.tenant and g.id = v.merge_id and g.is_undone = 0
             where v.tenant = :tenant and v.kind = 'USER' and v.origin = :user
               and not exists (select 1 from om_member m where m.tenant = :tenant and m.user_id = :user)
             order by g.id
             limit 1""";
    private static final Change UNDONE = Change.of(Table.MERGE, "is_undone, undone_at", "id, is_undone");

    private final JdbcUnit unit;

    JdbcMergeStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Merge merge) {
        unit.add(
                Table.MERGE,
                merge.id().value(),
                merge.command().key().source(),
                merge.command().key().value(),
                merge.command().fingerprint().sha256(),
                merge.survivor().value(),
                merge.by().kind(),
                merge.by().reference(),
                merge.at(),
                merge.undone().isPresent(),
                merge.undoneAt());
        for (int i = 0; i < merge.moves().size(); i++) {
            MergeMove move = merge.moves().get(i);
            unit.add(Table.MERGE_MOVE, merge.id().value(), i + 1, move.kind(), move.subject(), move.from(), move.to());
        }
    }

    @Override
    public void undo(Merge undone) {
        unit.change(UNDONE, true, undone.undoneAt(), undone.id().value(), false);
    }

    @Override
    public Optional<Merge> find(MergeId id) {
        return merges(unit.gather().bind("id", id.value()), BY_ID).stream().findFirst();
    }

    @Override
    public Optional<Merge> withKey(ExternalKey key) {
        return merges(unit.gather().bind("source", key.source()).bind("value", key.value()), BY_KEY).stream()
                .findFirst();
    }

    @Override
    public Optional<Merge> of(CustomerId redirect) {
        List<Merge> all = merges(unit.gather().bind("customer", redirect.value()), OF_REDIRECT);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public List<Merge> into(CustomerId survivor) {
        List<Merge> all = new ArrayList<>(merges(unit.gather().bind("survivor", survivor.value()), INTO));
        Collections.reverse(all);
        return all;
    }

    /** By instant, then id. */
    private static List<Merge> merges(Gathering gathering, String found) {
        Map<MergeId, Merge> merges = new LinkedHashMap<>();
        Map<MergeId, List<MergeMove>> moves = new HashMap<>();
        gathering.all(MERGES.formatted(found), row -> {
            Merge merge = read(row);
            MergeMove move = move(row);
            List<MergeMove> moved = moves.computeIfAbsent(merge.id(), any -> new ArrayList<>());
            if (move != null) {
                moved.add(move);
            }
            return merges.putIfAbsent(merge.id(), merge);
        });
        return merges.values().stream()
                .map(row -> new Merge(
                        row.id(),
                        row.command(),
                        row.survivor(),
                        row.by(),
                        row.at(),
                        requireNonNull(moves.get(row.id())),
                        row.undoneAt()))
                .toList();
    }

    private static Merge read(ResultSet row) throws SQLException {
        return new Merge(
                MergeId.of(row.getString("id")),
                new Merge.Command(
                        ExternalKey.of(row.getString("key_source"), row.getString("key_value")),
                        new Fingerprint(row.getString("fingerprint"))),
                CustomerId.of(row.getString("survivor")),
                TopicRow.actor(row),
                Values.instant(row, "merged_at"),
                List.of(),
                Values.instantOrNull(row, "undone_at"));
    }

    private static @Nullable MergeMove move(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null
                ? null
                : new MergeMove(
                        MergeMove.Kind.valueOf(kind),
                        row.getString("subject"),
                        row.getString("origin"),
                        row.getString("target"));
    }

    @Override
    public void redirect(Customer merged, CustomerId survivor) {
        CustomerRow.redirect(unit, merged, survivor);
    }

    @Override
    public void restore(Customer restored) {
        CustomerRow.restore(unit, restored);
    }

    @Override
    public List<Customer> redirectsTo(CustomerId survivor) {
        Gathering gathering = unit.gather().bind("survivor", survivor.value());
        CustomerAnswers answers = CustomerAnswers.ask(gathering, CUSTOMERS_TO);
        gathering.run();
        return answers.all();
    }

    @Override
    public Map<CustomerId, CustomerId> redirectsToAny(Set<CustomerId> survivors) {
        return leading(LEADING_TO, survivors, CustomerId::value, CustomerId::of);
    }

    @Override
    public Map<CustomerId, CustomerId> survivors(Set<CustomerId> customers) {
        return leading(SURVIVORS, customers, CustomerId::value, CustomerId::of);
    }

    @Override
    public Map<MemberId, MemberId> memberSurvivors(Set<MemberId> members) {
        return leading(MEMBER_SURVIVORS, members, MemberId::value, MemberId::of);
    }

    private <I extends Comparable<? super I>> Map<I, I> leading(
            String question, Set<I> ids, Function<I, String> value, Function<String, I> id) {
        Map<I, I> leading = new TreeMap<>();
        if (!ids.isEmpty()) {
            unit.gather()
                    .list("ids", ids.stream().map(value).sorted().toList())
                    .all(question, row -> leading.put(id.apply(row.getString(1)), id.apply(row.getString(2))));
        }
        return leading;
    }

    @Override
    public void redirect(Member merged, MemberId survivor) {
        MemberRow.redirect(unit, merged, survivor);
    }

    @Override
    public void restore(Member restored) {
        MemberRow.restore(unit, restored);
    }

    @Override
    public Optional<Member> member(MemberId id) {
        return members(unit.gather().bind("member", id.value()), MEMBER).stream()
                .findFirst();
    }

    @Override
    public List<Member> redirectsTo(MemberId survivor) {
        return members(unit.gather().bind("survivor", survivor.value()), MEMBERS_TO);
    }

    private static List<Member> members(Gathering gathering, String found) {
        MemberRow.Answers answers = MemberRow.ask(gathering, found);
        gathering.run();
        return answers.all();
    }

    @Override
    public boolean isMergedAway(UserId user) {
        return unit.gather()
                .bind("user", user.value())
                .one(MERGED_AWAY, row -> row.getString("id"))
                .isPresent();
    }

    @Override
    public void agree(Agreement agreement) {
        unit.add(
                Table.MERGE_AGREEMENT,
                agreement.member().value(),
                agreement.other().value(),
                agreement.at());
    }

    @Override
    public List<Agreement> agreements(Set<MemberId> members) {
        List<String> ids = members.stream().map(MemberId::value).sorted().toList();
        return ids.isEmpty()
                ? List.of()
                : unit.gather()
                        .list("ids", ids)
                        .all(
                                AGREEMENTS,
                                row -> new Agreement(
                                        MemberId.of(row.getString("member")),
                                        MemberId.of(row.getString("other")),
                                        Values.instant(row, "agreed_at")));
    }
}
