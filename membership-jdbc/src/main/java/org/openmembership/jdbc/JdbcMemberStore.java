package org.openmembership.jdbc;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailKey;
import org.openmembership.member.AddressHolders;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.MatchingCustomer;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.member.MemberStore;
import org.openmembership.member.PersonalDetails;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationFacts;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.Username;

/**
 * Members and registrations in {@code om_member}, {@code om_registration} and the tables of what belongs to them.
 *
 * <p>A gathering method asks everything in one {@link Gathering}. A question that locks comes first, so that the others
 * see what is there once the lock is had.
 */
final class JdbcMemberStore implements MemberStore {
    private static final String BY_ID =
            "from om_member m where m.tenant = :tenant and m.id = " + MemberStandings.SURVIVOR;
    private static final String BY_REFERENCE = """
            from om_member m
              join {rows:named} on m.reference_source = named.key_source and m.reference_value = named.key_value
             where m.tenant = :tenant""";
    private static final String HOLDERS = """
            select u.id, u.username, u.email, u.enabled, u.verified_at, u.epoch,
                   m.id as member, m.status, m.created_at, m.version
              from om_app_user u
              left join om_member m on m.tenant = u.tenant and m.user_id = u.id
             where u.tenant = :tenant
               and u.id in (select named.id
                              from om_app_user named
                             where named.tenant = :tenant and named.username = :email
                             union
                            select reached.id
                              from om_app_user reached
                             where reached.tenant = :tenant and reached.email_key = :email)
             order by u.username""";
    private static final String OLDEST_IMPORTED = """
            select m.id
              from om_member m
             where m.tenant = :tenant and m.email_key = :email and m.status = 'IMPORTED'
             order by m.created_at, m.id
             limit 1""";
    /** A member, and where it was merged into another one, that. */
    private static final String LOCKED_MEMBER = """
            select m.id from om_member m
             where m.tenant = :tenant
               and (m.id = :member
                    or m.id in (select r.merged_into from om_member r where r.tenant = :tenant and r.id = :member))
             order by m.id{lock}""";

    private static final String LOCKED_CUSTOMERS =
            "select c.id from om_customer c where c.tenant = :tenant and c.email_key = :email order by c.id{lock}";
    private static final String CUSTOMERS = "from om_customer c where c.tenant = :tenant and c.email_key = :email";
    /** Row by row: a plan that was kept from when few had registered would read all links. */
    private static final String TAKEN = """
            select taken.customer, taken.member
              from (select c.id as customer,
                           (select l.member from om_member_customer l where l.tenant = c.tenant and l.customer = c.id) as member
                      %s) taken
             where taken.member is not null
             order by taken.customer""".formatted(CUSTOMERS);

    private static final String REGISTRANT = """
            select u.id, u.username, u.email, u.enabled, u.verified_at, u.epoch
              from om_app_user u
              join om_registration r on r.tenant = u.tenant and r.user_id = u.id
             where r.tenant = :tenant and r.id = :registration""";
    private static final String REGISTERED_MEMBER = """
            from om_member m
              join om_registration r on r.tenant = m.tenant and r.member = m.id
             where r.tenant = :tenant and r.id = :registration""";

    private final JdbcUnit unit;
    private final MemberStandings standings;

    JdbcMemberStore(JdbcUnit unit) {
        this.unit = unit;
        this.standings = new MemberStandings(unit);
    }

    @Override
    public void add(Member member) {
        MemberRow.add(unit, member);
    }

    @Override
    public void update(Member member) {
        MemberRow.update(unit, member);
    }

    @Override
    public void pretend(PersonalDetails details) {
        MemberRow.pretend(unit, details);
    }

    @Override
    public void link(MemberId member, List<CustomerLink> links) {
        MemberRow.link(unit, member, links);
    }

    @Override
    public Map<MemberId, Block> blocks(Set<MemberId> members) {
        return MemberRow.blocks(unit, members);
    }

    @Override
    public void block(MemberId member, @Nullable Block block) {
        MemberRow.block(unit, member, block);
    }

    @Override
    public void relink(MemberId from, MemberId to, CustomerLink link) {
        MemberRow.relink(unit, to, link);
    }

    @Override
    public void unlink(MemberId member, CustomerId customer) {
        MemberRow.unlink(unit, customer);
    }

    @Override
    public Optional<Member> find(MemberId id) {
        return members(unit.gather().bind("member", id.value()), BY_ID).stream().findFirst();
    }

    @Override
    public List<Member> withReferences(Set<ExternalKey> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        Gathering gathering = unit.gather().rows("named", "key_source, key_value", ReferenceRow.of(references));
        return members(gathering, BY_REFERENCE).stream()
                .sorted(comparing(member -> requireNonNull(member.reference())))
                .toList();
    }

    @Override
    public Optional<MemberStanding> standing(MemberId id) {
        return standings.of(id);
    }

    @Override
    public Optional<MemberStanding> standingForUpdate(MemberId id) {
        List<String> locked = unit.gather().bind("member", id.value()).all(LOCKED_MEMBER, row -> row.getString("id"));
        Optional<MemberStanding> standing = standing(id);
        if (standing.isPresent() && !locked.contains(standing.get().member().value())) {
            throw new LostRaceException("member " + id + " was merged meanwhile");
        }
        return standing;
    }

    @Override
    public Optional<MemberStanding> standingWithUsername(Username username) {
        return standings.withUsername(username);
    }

    @Override
    public Optional<MemberStanding> standingOfCustomer(CustomerId customer) {
        return standings.ofCustomer(customer);
    }

    @Override
    public Optional<MemberStanding> standingOfCustomer(ExternalKey reference) {
        return standings.ofCustomer(reference);
    }

    @Override
    public List<MemberStanding> standingsWithEmail(EmailKey email) {
        return standings.withEmail(email);
    }

    @Override
    public List<MemberStanding> standingsWithPhone(E164 phone, int limit) {
        return standings.withPhone(phone, limit);
    }

    @Override
    public AddressHolders holders(EmailKey email) {
        Gathering gathering = unit.gather().bind("email", email.value());
        Gathering.Answers<AddressHolders.Holder> holders = gathering.ask(HOLDERS, JdbcMemberStore::holder);
        Gathering.Answers<MemberId> imported = gathering.ask(OLDEST_IMPORTED, row -> MemberId.of(row.getString("id")));
        gathering.run();

        List<AddressHolders.Holder> byUsername = holders.all().stream()
                .sorted(comparing(holder -> holder.user().username()))
                .toList();
        return new AddressHolders(byUsername, imported.one().orElse(null));
    }

    private static AddressHolders.Holder holder(ResultSet row) throws SQLException {
        String member = row.getString("member");
        AddressHolders.HoldingMember holding = member == null
                ? null
                : new AddressHolders.HoldingMember(
                        MemberId.of(member),
                        MemberStatus.valueOf(row.getString("status")),
                        Values.instant(row, "created_at"),
                        row.getInt("version"));
        return new AddressHolders.Holder(UserRow.read(row), holding);
    }

    @Override
    public List<MatchingCustomer> matchingCustomersForUpdate(EmailKey email) {
        Gathering gathering = unit.gather().bind("email", email.value());
        gathering.ask(LOCKED_CUSTOMERS, row -> row.getString("id"));
        CustomerAnswers customers = CustomerAnswers.ask(gathering, CUSTOMERS);
        Gathering.Answers<Map.Entry<String, MemberId>> taken =
                gathering.ask(TAKEN, row -> Map.entry(row.getString("customer"), MemberId.of(row.getString("member"))));
        gathering.run();

        Map<String, MemberId> takenBy = taken.all().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return customers.oldestFirst().stream()
                .map(customer ->
                        new MatchingCustomer(customer, takenBy.get(customer.id().value())))
                .toList();
    }

    @Override
    public void add(Registration registration) {
        RegistrationRow.add(unit, registration);
    }

    @Override
    public void update(Registration registration) {
        RegistrationRow.update(unit, registration);
    }

    @Override
    public Optional<Registration> findRegistration(RegistrationId id) {
        Gathering gathering = unit.gather().bind("registration", id.value());
        RegistrationRow.Answers registration = RegistrationRow.ask(gathering);
        gathering.run();
        return registration.one();
    }

    @Override
    public Optional<RegistrationFacts> registrationForUpdate(RegistrationId id) {
        Gathering gathering = unit.gather().bind("registration", id.value());
        RegistrationRow.Answers registration = RegistrationRow.askLocked(gathering);
        Gathering.Answers<User> user = gathering.ask(REGISTRANT, UserRow::read);
        MemberRow.Answers member = MemberRow.ask(gathering, REGISTERED_MEMBER);
        gathering.run();

        return registration
                .one()
                .map(found -> new RegistrationFacts(
                        found, user.one().orElseThrow(), member.one().orElse(null)));
    }

    private static List<Member> members(Gathering gathering, String found) {
        MemberRow.Answers answers = MemberRow.ask(gathering, found);
        gathering.run();
        return answers.all();
    }
}
