package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.LoginHistory;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PrivacyStore;
import org.openmembership.privacy.Tombstone;
import org.openmembership.shared.Topic;
import org.openmembership.user.Confirmation;
import org.openmembership.user.UserId;

/** Erasures; which rows of which tables go with a person is said by the {@link PeopleRegister}. */
final class JdbcPrivacyStore implements PrivacyStore {
    private static final String WAITING = """
            select id from om_erasure
             where tenant = :tenant and person_kind = :kind and person_id = :person and slot = '-'""";
    private static final String OF_NAME = """
            select erasure from om_tombstone
             where tenant = :tenant and kind = :kind and source = :source and value = :value
             order by erasure""";
    private static final String AMONG = """
            select distinct t.kind, t.source, t.value
              from {rows:names}
              join om_tombstone t
                on t.tenant = :tenant and t.kind = names.kind and t.source = names.source and t.value = names.value
             order by t.kind, t.source, t.value""";
    private static final String SURVIVING_MEMBER = """
            select coalesce(m.merged_into, m.id) as member from om_member m where m.tenant = :tenant and m.id = :member""";
    private static final String SURVIVING_CUSTOMER = """
            select coalesce(c.merged_into, c.id) as customer, l.member
              from om_customer c
              left join om_member_customer l on l.tenant = :tenant and l.customer = coalesce(c.merged_into, c.id)
             where c.tenant = :tenant and c.id = :customer""";
    private static final String LOCKED_MEMBER =
            "select id, user_id from om_member where tenant = :tenant and id = :member order by id{lock}";
    private static final String LOCKED_MERGED_MEMBERS =
            "select id from om_member where tenant = :tenant and merged_into = :member order by id{lock}";
    private static final String LOCKED_CUSTOMERS = """
            select c.id from om_customer c
             where c.tenant = :tenant
               and c.id in (select l.customer from om_member_customer l where l.tenant = :tenant and l.member = :member)
             order by c.id{lock}""";
    private static final String LOCKED_MERGED_CUSTOMERS = """
            select c.id from om_customer c
             where c.tenant = :tenant
               and c.merged_into in (select l.customer from om_member_customer l
                                      where l.tenant = :tenant and l.member = :member)
             order by c.id{lock}""";
    private static final String LOCKED_MERGED_INTO =
            "select id from om_customer where tenant = :tenant and merged_into = :customer order by id{lock}";
    private static final String LOCKED_CUSTOMER =
            "select id from om_customer where tenant = :tenant and id = :customer order by id{lock}";
    private static final String LOCKED_USER = """
            select u.id from om_app_user u
             where u.tenant = :tenant
               and u.id in (select m.user_id from om_member m where m.tenant = :tenant and m.id = :member)
             order by u.id{lock}""";
    /** Those who signed in before merges that hold, and are nobody else's since. */
    private static final String LOCKED_FORMER_USERS = """
            select u.id from om_app_user u
             where u.tenant = :tenant
               and u.id in (select v.origin
                              from om_merge_move v
                              join om_merge g on g.tenant = v.tenant and g.id = v.merge_id and g.is_undone = 0
                             where v.tenant = :tenant and v.kind = 'USER'
                               and v.subject in (select m.id from om_member m where m.tenant = :tenant and m.id = :member
                                                 union all
                                                 select r.id from om_member r
                                                  where r.tenant = :tenant and r.merged_into = :member))
               and not exists (select o.id from om_member o where o.tenant = :tenant and o.user_id = u.id)
             order by u.id{lock}""";

    private static final String REGISTRATIONS =
            "select id from om_registration where tenant = :tenant and user_id {in:users} order by id";

    private final JdbcUnit unit;

    JdbcPrivacyStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Erasure erasure) {
        ErasureRow.add(unit, erasure);
    }

    @Override
    public void update(Erasure erasure) {
        ErasureRow.update(unit, erasure);
    }

    @Override
    public Optional<Erasure> find(ErasureId id) {
        while (true) {
            Gathering gathering = unit.gather().bind("id", id.value());
            ErasureRow.Answers erasure = ErasureRow.ask(gathering);
            gathering.run();
            if (erasure.isOneState()) {
                return erasure.one();
            }
        }
    }

    @Override
    public Optional<Erasure> waitingFor(Topic person) {
        return unit.gather()
                .bind("kind", person.kind())
                .bind("person", person.id())
                .one(WAITING, row -> ErasureId.of(row.getString("id")))
                .flatMap(this::find);
    }

    @Override
    public Optional<Erasure> erasureOf(Tombstone name) {
        return unit.gather()
                .bind("kind", name.kind())
                .bind("source", name.source())
                .bind("value", name.value())
                .one(OF_NAME, row -> ErasureId.of(row.getString("erasure")))
                .flatMap(this::find);
    }

    @Override
    public List<Tombstone> among(Collection<Tombstone> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = new TreeSet<>(names)
                .stream()
                        .map(name -> new Object[] {name.kind().name(), name.source(), name.value()})
                        .toList();
        return unit.gather().rows("names", "kind, source, value", rows).all(AMONG, ErasureRow::name).stream()
                .sorted()
                .toList();
    }

    /**
     * Found and locked twice: what somebody else added while we waited for a lock is in the second answer only.
     *
     * @throws LostRaceException if they differ
     */
    @Override
    public Optional<Person> personForUpdate(Topic person) {
        Optional<Person> locked = locked(person);
        if (!locked.equals(locked(person))) {
            throw new LostRaceException(
                    "the records of " + person.kind() + " " + person.id() + " have changed meanwhile");
        }
        return locked;
    }

    private Optional<Person> locked(Topic person) {
        return switch (person.kind()) {
            case MEMBER ->
                unit.gather()
                        .bind("member", person.id())
                        .one(SURVIVING_MEMBER, row -> MemberId.of(row.getString("member")))
                        .flatMap(this::member);
            case CUSTOMER ->
                unit.gather()
                        .bind("customer", person.id())
                        .one(SURVIVING_CUSTOMER, JdbcPrivacyStore::survivor)
                        .flatMap(this::survivor);
            default -> Optional.empty();
        };
    }

    private Optional<Person> survivor(Survivor found) {
        MemberId member = found.member();
        return member == null ? customer(found.customer()) : member(member);
    }

    private Optional<Person> member(MemberId id) {
        Gathering gathering = unit.gather().bind("member", id.value());
        Gathering.Answers<CustomerId> customers = gathering.ask(LOCKED_CUSTOMERS, JdbcPrivacyStore::customerId);
        Gathering.Answers<CustomerId> mergedCustomers =
                gathering.ask(LOCKED_MERGED_CUSTOMERS, JdbcPrivacyStore::customerId);
        Gathering.Answers<UserId> users = gathering.ask(LOCKED_USER, row -> UserId.of(row.getString("id")));
        Gathering.Answers<UserId> former = gathering.ask(LOCKED_FORMER_USERS, row -> UserId.of(row.getString("id")));
        Gathering.Answers<MemberId> members = gathering.ask(LOCKED_MEMBER, row -> MemberId.of(row.getString("id")));
        Gathering.Answers<MemberId> merged =
                gathering.ask(LOCKED_MERGED_MEMBERS, row -> MemberId.of(row.getString("id")));
        gathering.run();
        return members.one()
                .map(found -> new Person(both(customers, mergedCustomers), both(members, merged), both(users, former)));
    }

    private Optional<Person> customer(CustomerId id) {
        Gathering gathering = unit.gather().bind("customer", id.value());
        Gathering.Answers<CustomerId> survivor = gathering.ask(LOCKED_CUSTOMER, JdbcPrivacyStore::customerId);
        Gathering.Answers<CustomerId> merged = gathering.ask(LOCKED_MERGED_INTO, JdbcPrivacyStore::customerId);
        gathering.run();
        return survivor.one().map(found -> new Person(both(survivor, merged), new TreeSet<>(), new TreeSet<>()));
    }

    private static <T extends Comparable<T>> NavigableSet<T> both(
            Gathering.Answers<T> first, Gathering.Answers<T> more) {
        NavigableSet<T> both = new TreeSet<>(first.all());
        both.addAll(more.all());
        return both;
    }

    private static CustomerId customerId(ResultSet row) throws SQLException {
        return CustomerId.of(row.getString("id"));
    }

    private static Survivor survivor(ResultSet row) throws SQLException {
        String member = row.getString("member");
        return new Survivor(CustomerId.of(row.getString("customer")), member == null ? null : MemberId.of(member));
    }

    /** Where a customer id leads, and whose customer that is. */
    private record Survivor(CustomerId customer, @Nullable MemberId member) {}

    @Override
    public LoginHistory logins(Person person) {
        if (person.users().isEmpty()) {
            return new LoginHistory(List.of(), List.of());
        }
        Gathering gathering = unit.gather()
                .list("users", person.users().stream().map(UserId::value).toList());
        RegistrationRow.Answers registrations = RegistrationRow.askOfUsers(gathering);
        Gathering.Answers<Confirmation> confirmations =
                gathering.ask(JdbcConfirmationStore.OF_USERS, JdbcConfirmationStore::read);
        gathering.run();
        return new LoginHistory(registrations.all(), confirmations.all());
    }

    @Override
    public void erase(Erasure erasure, Collection<Tombstone> names) {
        Erasure.Done done = requireNonNull(erasure.done());
        takeOut(done.records());
        ErasureRow.update(unit, erasure);
        ErasureRow.addAccounts(unit, erasure.id(), done.accounts());
        for (Tombstone name : new TreeSet<>(names)) {
            unit.add(
                    Table.TOMBSTONE,
                    name.kind(),
                    name.source(),
                    name.value(),
                    erasure.id().value());
        }
    }

    private void takeOut(Person person) {
        List<String> registrations = registrations(person.users());
        List<PeopleRegister.Erased> rows = new ArrayList<>(PeopleRegister.get().erased());
        rows.sort((one, other) -> table(other).compareTo(table(one)));
        for (PeopleRegister.Erased erased : rows) {
            Removal removal = Removal.of(table(erased), erased.column());
            ids(erased.of(), person, registrations).forEach(id -> unit.remove(removal, id));
        }
    }

    private List<String> registrations(SortedSet<UserId> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        List<String> ids = users.stream().map(UserId::value).toList();
        return unit.gather().list("users", ids).all(REGISTRATIONS, row -> row.getString("id"));
    }

    /** The table of these rows; those that refer to others come later in {@link Table}, and go first. */
    private static Table table(PeopleRegister.Erased rows) {
        return Table.named(rows.table());
    }

    private static List<String> ids(PeopleRegister.Person kind, Person person, List<String> registrations) {
        return switch (kind) {
            case CUSTOMER -> person.customers().stream().map(CustomerId::value).toList();
            case MEMBER -> person.members().stream().map(MemberId::value).toList();
            case USER -> person.users().stream().map(UserId::value).toList();
            case REGISTRATION -> Collections.unmodifiableList(registrations);
        };
    }
}
