package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
    private static final String MEMBER_OF_CUSTOMER =
            "select member from om_member_customer where tenant = :tenant and customer = :customer";
    private static final String LOCKED_MEMBER =
            "select id, user_id from om_member where tenant = :tenant and id = :member order by id{lock}";
    private static final String LOCKED_CUSTOMERS = """
            select c.id from om_customer c
             where c.tenant = :tenant
               and c.id in (select l.customer from om_member_customer l where l.tenant = :tenant and l.member = :member)
             order by c.id{lock}""";
    private static final String LOCKED_CUSTOMER =
            "select id from om_customer where tenant = :tenant and id = :customer order by id{lock}";
    private static final String LOCKED_USER = """
            select u.id from om_app_user u
             where u.tenant = :tenant
               and u.id in (select m.user_id from om_member m where m.tenant = :tenant and m.id = :member)
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
        Gathering gathering = unit.gather().bind("id", id.value());
        ErasureRow.Answers erasure = ErasureRow.ask(gathering);
        gathering.run();
        return erasure.one();
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

    @Override
    public Optional<Person> personForUpdate(Topic person) {
        Optional<MemberId> member = member(person);
        if (member.isPresent()) {
            return member(member.get());
        }
        return person.kind() == Topic.Kind.CUSTOMER ? customer(CustomerId.of(person.id())) : Optional.empty();
    }

    private Optional<MemberId> member(Topic person) {
        return switch (person.kind()) {
            case MEMBER -> Optional.of(MemberId.of(person.id()));
            case CUSTOMER ->
                unit.gather()
                        .bind("customer", person.id())
                        .one(MEMBER_OF_CUSTOMER, row -> MemberId.of(row.getString("member")));
            default -> Optional.empty();
        };
    }

    private Optional<Person> member(MemberId id) {
        Gathering gathering = unit.gather().bind("member", id.value());
        Gathering.Answers<CustomerId> customers =
                gathering.ask(LOCKED_CUSTOMERS, row -> CustomerId.of(row.getString("id")));
        Gathering.Answers<UserId> users = gathering.ask(LOCKED_USER, row -> UserId.of(row.getString("id")));
        Gathering.Answers<MemberId> members = gathering.ask(LOCKED_MEMBER, row -> MemberId.of(row.getString("id")));
        gathering.run();
        return members.one()
                .map(found -> new Person(
                        new TreeSet<>(customers.all()), new TreeSet<>(members.all()), new TreeSet<>(users.all())));
    }

    private Optional<Person> customer(CustomerId id) {
        return unit.gather()
                .bind("customer", id.value())
                .one(LOCKED_CUSTOMER, row -> CustomerId.of(row.getString("id")))
                .map(found -> new Person(new TreeSet<>(List.of(found)), new TreeSet<>(), new TreeSet<>()));
    }

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
