package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.HolderAnswer;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.Tombstone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;
import org.openmembership.user.UserId;

/** An erasure as a row of {@code om_erasure} and the rows of its accounts, holders and tombstones. */
final class ErasureRow {
    private static final String ONE = """
            select id, person_kind, person_id, state, reason, proof, by_kind, by_reference, requested_at, not_before,
                   done_by_kind, done_by_reference, done_at, version
              from om_erasure
             where tenant = :tenant and id = :id""";
    private static final String ACCOUNTS = """
            select account, club, outcome, written_off, new_main
              from om_erased_account
             where tenant = :tenant and erasure = :id
             order by account""";
    private static final String HOLDERS = """
            select holder, state, records, attempts, asked_at
              from om_erasure_holder
             where tenant = :tenant and erasure = :id
             order by holder""";
    private static final String NAMES = """
            select kind, source, value
              from om_tombstone
             where tenant = :tenant and erasure = :id and kind in ('CUSTOMER', 'MEMBER', 'USER')
             order by kind, source, value""";

    /** Asked last: all that an erasure is made of is written together with its next version. */
    private static final String VERSION = "select version from om_erasure where tenant = :tenant and id = :id";

    private static final Change CHANGED =
            Change.of(Table.ERASURE, "slot, state, done_by_kind, done_by_reference, done_at, version", "id, version");
    private static final Removal ANSWERS = Removal.of(Table.ERASURE_HOLDER, "erasure");

    /** The slot of one that waits. */
    private static final String WAITING = "-";

    private ErasureRow() {}

    static void add(JdbcUnit unit, Erasure erasure) {
        Erasure.Request request = erasure.request();
        unit.add(
                Table.ERASURE,
                erasure.id().value(),
                erasure.person().kind(),
                erasure.person().id(),
                WAITING,
                erasure.state(),
                request.reason().value(),
                request.proof(),
                request.by().kind(),
                request.by().reference(),
                request.at(),
                request.notBefore(),
                null,
                null,
                null,
                erasure.version());
    }

    static void update(JdbcUnit unit, Erasure erasure) {
        Erasure.Done done = erasure.done();
        String id = erasure.id().value();
        boolean waits = erasure.state() == Erasure.State.REQUESTED;
        unit.change(
                CHANGED,
                waits ? WAITING : id,
                erasure.state(),
                done == null ? null : done.by().kind(),
                done == null ? null : done.by().reference(),
                done == null ? null : done.at(),
                erasure.version(),
                id,
                erasure.version() - 1);
        unit.remove(ANSWERS, id);
        for (HolderAnswer answer : erasure.holders()) {
            unit.add(
                    Table.ERASURE_HOLDER,
                    id,
                    answer.holder(),
                    answer.state(),
                    answer.records(),
                    answer.attempts(),
                    answer.at());
        }
    }

    static void addAccounts(JdbcUnit unit, ErasureId erasure, Collection<ErasedAccount> accounts) {
        for (ErasedAccount account : accounts) {
            MemberId newMain = account.newMain();
            unit.add(
                    Table.ERASED_ACCOUNT,
                    erasure.value(),
                    account.account().value(),
                    account.club().value(),
                    account.outcome(),
                    account.writtenOff(),
                    newMain == null ? null : newMain.value());
        }
    }

    /** Asks for the erasure whose id is bound as {@code id}. */
    static Answers ask(Gathering gathering) {
        return new Answers(
                gathering.ask(ONE, ErasureRow::head),
                gathering.ask(ACCOUNTS, ErasureRow::account),
                gathering.ask(HOLDERS, ErasureRow::holder),
                gathering.ask(NAMES, ErasureRow::name),
                gathering.ask(VERSION, row -> row.getInt("version")));
    }

    static Tombstone name(ResultSet row) throws SQLException {
        return new Tombstone(
                Tombstone.Kind.valueOf(row.getString("kind")), row.getString("source"), row.getString("value"));
    }

    private static Head head(ResultSet row) throws SQLException {
        Erasure.Request request = new Erasure.Request(
                new Actor(Actor.Kind.valueOf(row.getString("by_kind")), row.getString("by_reference")),
                ReasonCode.of(row.getString("reason")),
                IdentityProof.valueOf(row.getString("proof")),
                Values.instant(row, "requested_at"),
                Values.instant(row, "not_before"));
        String doneBy = row.getString("done_by_kind");
        Actor by = doneBy == null ? null : new Actor(Actor.Kind.valueOf(doneBy), row.getString("done_by_reference"));
        Topic person = new Topic(Topic.Kind.valueOf(row.getString("person_kind")), row.getString("person_id"));
        Erasure waiting = Erasure.requested(ErasureId.of(row.getString("id")), person, request);
        return new Head(
                waiting,
                Erasure.State.valueOf(row.getString("state")),
                by,
                Values.instantOrNull(row, "done_at"),
                row.getInt("version"));
    }

    private static ErasedAccount account(ResultSet row) throws SQLException {
        return new ErasedAccount(
                AccountId.of(row.getString("account")),
                ClubId.of(row.getString("club")),
                ErasedAccount.Outcome.valueOf(row.getString("outcome")),
                Values.points(row, "written_off"),
                Values.codeOrNull(row, "new_main", MemberId::of));
    }

    private static HolderAnswer holder(ResultSet row) throws SQLException {
        return new HolderAnswer(
                row.getString("holder"),
                HolderAnswer.State.valueOf(row.getString("state")),
                row.getLong("records"),
                row.getInt("attempts"),
                Values.instantOrNull(row, "asked_at"));
    }

    private record Head(
            Erasure waiting,
            Erasure.State state,
            @Nullable Actor doneBy,
            @Nullable Instant doneAt,
            int version) {}

    /** An erasure, once it has been asked for. */
    record Answers(
            Gathering.Answers<Head> heads,
            Gathering.Answers<ErasedAccount> accounts,
            Gathering.Answers<HolderAnswer> holders,
            Gathering.Answers<Tombstone> names,
            Gathering.Answers<Integer> versions) {
        /** Whether nothing was kept between the first question and the last. */
        boolean isOneState() {
            return heads.one().map(Head::version).equals(versions.one());
        }

        Optional<Erasure> one() {
            return heads.one().map(head -> {
                Erasure waiting = head.waiting();
                Actor by = head.doneBy();
                Instant at = head.doneAt();
                Erasure.Done done =
                        by == null || at == null ? null : new Erasure.Done(by, at, records(), accounts.all());
                return new Erasure(
                        waiting.id(),
                        waiting.person(),
                        waiting.request(),
                        head.state(),
                        done,
                        holders.all(),
                        head.version());
            });
        }

        private Person records() {
            return new Person(
                    ids(Tombstone.Kind.CUSTOMER, CustomerId::of),
                    ids(Tombstone.Kind.MEMBER, MemberId::of),
                    ids(Tombstone.Kind.USER, UserId::of));
        }

        private <T extends Comparable<T>> TreeSet<T> ids(Tombstone.Kind kind, Function<String, T> id) {
            Set<T> found = names.all().stream()
                    .filter(name -> name.kind() == kind)
                    .map(name -> id.apply(name.value()))
                    .collect(Collectors.toSet());
            return new TreeSet<>(found);
        }
    }
}
