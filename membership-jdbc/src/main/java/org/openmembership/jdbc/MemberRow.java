package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.member.PersonalDetails;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.UserId;

/** A member as a row of {@code om_member} and the rows of its phones, addresses and customers. */
final class MemberRow {
    private static final String COLUMNS = """
            select m.id, m.reference_source, m.reference_value, m.user_id, m.email, m.first_name, m.last_name, m.birthdate,
                   m.gender, m.marital_status, m.receipt_by_email, m.status, m.primary_customer, m.terms_version, m.terms_at, m.terms_by_kind, m.terms_by_reference,
                   m.terms_channel, m.created_at, m.registered_at, m.activated_at, m.version,
                   m.block_since""";
    /** One statement, so that nobody sees a member of before an activation with the customers of after it. */
    private static final String WITH_LINKS = COLUMNS + """
            , l.customer, l.linked_at
              from (%s) m
              left join om_member_customer l on l.tenant = :tenant and l.member = m.id
             order by m.id, l.linked_at, l.customer""";

    private static final Change CHANGED = Change.of(
            Table.MEMBER,
            "user_id, email, email_key, first_name, last_name, birthdate, gender, marital_status, receipt_by_email, "
                    + "status, primary_customer, terms_version, terms_at, terms_by_kind, terms_by_reference, terms_channel, created_at, registered_at, activated_at, version",
            "id, version");

    private static final Change BLOCKED = Change.of(Table.MEMBER, BlockColumns.NAMES, "id");
    private static final String BLOCKS = "select id, " + BlockColumns.NAMES
            + " from om_member where tenant = :tenant and id {in:members} and block_since is not null";
    private static final Change REDIRECTED =
            Change.of(Table.MEMBER, "user_id, status, primary_customer, merged_into, version", "id, version");
    private static final Removal CUSTOMERS = Removal.of(Table.MEMBER_CUSTOMER, "customer");

    private static final Removal NOBODY = Removal.of(Table.MEMBER, "id");
    private static final Removal NOBODYS_PHONES = Removal.of(Table.MEMBER_PHONE, "member");
    private static final Removal NOBODYS_ADDRESSES = Removal.of(Table.MEMBER_ADDRESS, "member");
    private static final Removal NO_PHONES = Removal.of(Table.REGISTRATION_PHONE, "registration");
    private static final Removal NO_ADDRESSES = Removal.of(Table.REGISTRATION_ADDRESS, "registration");

    private MemberRow() {}

    static void add(JdbcUnit unit, Member member) {
        ExternalKey reference = member.reference();
        @Nullable Object[] changeable = changeable(member);
        @Nullable Object[] row = new @Nullable Object[Table.MEMBER.columns().size()];
        row[0] = member.id().value();
        row[1] = reference == null ? null : reference.source();
        row[2] = reference == null ? null : reference.value();
        System.arraycopy(changeable, 0, row, 3, changeable.length);
        unit.add(Table.MEMBER, row);
        PersonalDetails details = member.details();
        if (member.status() == MemberStatus.AWAITING_VERIFICATION) {
            // costs what it costs to supersede one (S9)
            Contacts.OF_MEMBER.replace(unit, member.id().value(), details.phones(), details.addresses());
        } else {
            Contacts.OF_MEMBER.add(unit, member.id().value(), details.phones(), details.addresses());
        }
        link(unit, member.id(), member.links());
    }

    static void update(JdbcUnit unit, Member member) {
        @Nullable Object[] changeable = changeable(member);
        @Nullable Object[] values = new @Nullable Object[changeable.length + 2];
        System.arraycopy(changeable, 0, values, 0, changeable.length);
        values[changeable.length] = member.id().value();
        values[changeable.length + 1] = member.version() - 1;
        unit.change(CHANGED, values);
        PersonalDetails details = member.details();
        Contacts.OF_MEMBER.replace(unit, member.id().value(), details.phones(), details.addresses());
    }

    /** Sends as many statements as keeping somebody with these details does; they find nobody. */
    static void pretend(JdbcUnit unit, PersonalDetails details) {
        Stream<Removal> kept = Stream.of(NOBODY, NOBODYS_PHONES, NOBODYS_ADDRESSES);
        Stream<Removal> phones = details.phones().isEmpty() ? Stream.of() : Stream.of(NO_PHONES);
        Stream<Removal> addresses = details.addresses().isEmpty() ? Stream.of() : Stream.of(NO_ADDRESSES);
        Stream.of(kept, phones, addresses)
                .flatMap(removals -> removals)
                .forEach(removal -> unit.remove(removal, Removal.OF_NOTHING));
    }

    static void block(JdbcUnit unit, MemberId member, @Nullable Block block) {
        @Nullable Object[] values = Arrays.copyOf(BlockColumns.values(block), 5);
        values[4] = member.value();
        unit.change(BLOCKED, values);
    }

    static Map<MemberId, Block> blocks(JdbcUnit unit, Set<MemberId> members) {
        Map<MemberId, Block> found = new HashMap<>();
        if (!members.isEmpty()) {
            List<String> ids = members.stream().map(MemberId::value).toList();
            unit.gather()
                    .list("members", ids)
                    .all(
                            BLOCKS,
                            row -> found.put(MemberId.of(row.getString(1)), requireNonNull(BlockColumns.read(row, 2))));
        }
        return found;
    }

    /** Makes a member a redirect. */
    static void redirect(JdbcUnit unit, Member merged, MemberId survivor) {
        change(unit, merged, survivor.value());
    }

    static void restore(JdbcUnit unit, Member restored) {
        change(unit, restored, null);
    }

    private static void change(JdbcUnit unit, Member member, @Nullable String survivor) {
        UserId user = member.user();
        CustomerId primary = member.primary();
        unit.changeInTurn(
                REDIRECTED,
                user == null ? null : user.value(),
                member.status(),
                primary == null ? null : primary.value(),
                survivor,
                member.version(),
                member.id().value(),
                member.version() - 1);
        unit.flush();
    }

    static void relink(JdbcUnit unit, MemberId member, CustomerLink link) {
        unlink(unit, link.customer());
        link(unit, member, List.of(link));
    }

    static void unlink(JdbcUnit unit, CustomerId customer) {
        unit.remove(CUSTOMERS, customer.value());
    }

    static void link(JdbcUnit unit, MemberId member, List<CustomerLink> links) {
        links.forEach(
                link -> unit.add(Table.MEMBER_CUSTOMER, link.customer().value(), member.value(), link.linkedAt()));
    }

    /** The columns of {@link #CHANGED} in their order, which is that of the table. */
    private static @Nullable Object[] changeable(Member member) {
        UserId user = member.user();
        EmailAddress email = member.email();
        CustomerId primary = member.primary();
        TermsAcceptance terms = member.terms();
        Particulars told = member.details().particulars();
        return new @Nullable Object[] {
            user == null ? null : user.value(),
            email == null ? null : email.typed(),
            email == null ? null : email.key().value(),
            member.details().name().first(),
            member.details().name().last(),
            member.details().birthdate(),
            told.gender(),
            told.maritalStatus(),
            told.receiptByEmail(),
            member.status(),
            primary == null ? null : primary.value(),
            terms == null ? null : terms.version(),
            terms == null ? null : terms.at(),
            terms == null ? null : terms.by().kind(),
            terms == null ? null : terms.by().reference(),
            terms == null ? null : terms.channel().value(),
            member.times().createdAt(),
            member.times().registeredAt(),
            member.times().activatedAt(),
            member.version()
        };
    }

    /**
     * Asks for whole members.
     *
     * @param found {@code from om_member m ..}, without an order
     */
    static Answers ask(Gathering gathering, String found) {
        return new Answers(
                gathering.ask(WITH_LINKS.formatted(COLUMNS + "\n" + found), MemberRow::read),
                Contacts.OF_MEMBER.ask(gathering, "select m.id " + found));
    }

    private static Row read(ResultSet row) throws SQLException {
        MemberStanding standing = standing(row);
        String primary = row.getString("primary_customer");
        return new Row(
                standing,
                CustomerRow.reference(row),
                CustomerRow.email(row),
                PersonName.of(row.getString("first_name"), row.getString("last_name")),
                Values.dayOrNull(row, "birthdate"),
                ParticularsColumns.read(row),
                primary == null ? null : CustomerId.of(primary),
                link(row),
                TermsRow.read(row),
                new Member.Times(
                        Values.instant(row, "created_at"),
                        Values.instantOrNull(row, "registered_at"),
                        Values.instantOrNull(row, "activated_at")),
                row.getInt("version"));
    }

    /** The columns {@code id}, {@code status}, {@code user_id} and {@code block_since}. */
    static MemberStanding standing(ResultSet row) throws SQLException {
        String user = row.getString("user_id");
        return new MemberStanding(
                MemberId.of(row.getString("id")),
                MemberStatus.valueOf(row.getString("status")),
                user == null ? null : UserId.of(user),
                Values.instantOrNull(row, "block_since") != null);
    }

    private static @Nullable CustomerLink link(ResultSet row) throws SQLException {
        String customer = row.getString("customer");
        return customer == null ? null : new CustomerLink(CustomerId.of(customer), Values.instant(row, "linked_at"));
    }

    private record Row(
            MemberStanding standing,
            @Nullable ExternalKey reference,
            @Nullable EmailAddress email,
            PersonName name,
            @Nullable LocalDate birthdate,
            Particulars told,
            @Nullable CustomerId primary,
            @Nullable CustomerLink link,
            @Nullable TermsAcceptance terms,
            Member.Times times,
            int version) {
        private Member with(Contacts.Found contacts, List<CustomerLink> links) {
            String id = standing.member().value();
            return new Member(
                    standing.member(),
                    reference,
                    standing.user(),
                    email,
                    new PersonalDetails(name, contacts.phones(id), birthdate, contacts.addresses(id), told),
                    standing.status(),
                    links,
                    primary,
                    terms,
                    times,
                    version);
        }
    }

    /** Whole members, once they have been asked for. */
    record Answers(Gathering.Answers<Row> rows, Contacts.Found contacts) {
        /** In order of id. */
        List<Member> all() {
            Map<MemberId, List<Row>> byMember = rows.all().stream()
                    .collect(groupingBy(row -> row.standing().member(), LinkedHashMap::new, toList()));
            return byMember.values().stream().map(this::member).toList();
        }

        Optional<Member> one() {
            return all().stream().findFirst();
        }

        private Member member(List<Row> rows) {
            List<CustomerLink> links =
                    rows.stream().flatMap(row -> Stream.ofNullable(row.link())).toList();
            return rows.get(0).with(contacts, links);
        }
    }
}
