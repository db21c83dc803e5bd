package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.member.MemberId;
import org.openmembership.member.PersonalDetails;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationState;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** A registration as a row of {@code om_registration} and the rows of its phones and addresses. */
final class RegistrationRow {
    private static final String COLUMNS = """
            select id, user_id, member, epoch, email, first_name, last_name, birthdate, gender, marital_status,
                   receipt_by_email, terms_version, terms_at,
                   terms_by_kind, terms_by_reference, terms_channel, accepts, code_hash, token_hash, expires_at, attempts, state,
                   version
              from om_registration
             where tenant = :tenant""";
    private static final String BY_ID = COLUMNS + " and id = :registration order by id";
    private static final String OF_USERS = COLUMNS + " and user_id {in:users} order by id";
    private static final String IDS_OF_USERS =
            "select r.id from om_registration r where r.tenant = :tenant and r.user_id {in:users}";
    private static final String LOCKED = BY_ID + "{lock}";
    private static final Change CHANGED = SecretsRow.changed(Table.REGISTRATION);

    private static final Pattern BLANK = Pattern.compile(" ");

    private RegistrationRow() {}

    static void add(JdbcUnit unit, Registration registration) {
        Registration.Subject subject = registration.subject();
        MemberId member = subject.member();
        PersonalDetails details = registration.details();
        TermsAcceptance terms = registration.terms();
        KeptSecrets secrets = registration.secrets();
        unit.add(
                Table.REGISTRATION,
                registration.id().value(),
                subject.user().value(),
                member == null ? null : member.value(),
                subject.epoch(),
                registration.email().typed(),
                details.name().first(),
                details.name().last(),
                details.birthdate(),
                details.particulars().gender(),
                details.particulars().maritalStatus(),
                details.particulars().receiptByEmail(),
                terms.version(),
                terms.at(),
                terms.by().kind(),
                terms.by().reference(),
                terms.channel().value(),
                accepts(registration),
                SecretsRow.code(secrets),
                SecretsRow.token(secrets),
                SecretsRow.expiresAt(secrets),
                registration.attempts(),
                registration.state(),
                registration.version());
        Contacts.OF_REGISTRATION.add(unit, registration.id().value(), details.phones(), details.addresses());
    }

    static void update(JdbcUnit unit, Registration registration) {
        SecretsRow.change(
                unit,
                CHANGED,
                registration.id().value(),
                registration.secrets(),
                registration.attempts(),
                registration.state(),
                registration.version());
    }

    /** Asks for the registration bound as {@code :registration}. */
    static Answers ask(Gathering gathering) {
        return ask(gathering, BY_ID, ":registration");
    }

    /** Asks for the registration bound as {@code :registration} and locks it. */
    static Answers askLocked(Gathering gathering) {
        return ask(gathering, LOCKED, ":registration");
    }

    /** Asks for those of the users listed as {@code users}. */
    static Answers askOfUsers(Gathering gathering) {
        return ask(gathering, OF_USERS, IDS_OF_USERS);
    }

    private static Answers ask(Gathering gathering, String question, String ids) {
        return new Answers(
                gathering.ask(question, RegistrationRow::read), Contacts.OF_REGISTRATION.ask(gathering, ids));
    }

    private static Row read(ResultSet row) throws SQLException {
        String member = row.getString("member");
        return new Row(
                RegistrationId.of(row.getString("id")),
                new Registration.Subject(
                        UserId.of(row.getString("user_id")),
                        member == null ? null : MemberId.of(member),
                        row.getInt("epoch")),
                requireNonNull(CustomerRow.email(row)),
                PersonName.of(row.getString("first_name"), row.getString("last_name")),
                Values.dayOrNull(row, "birthdate"),
                ParticularsColumns.read(row),
                requireNonNull(TermsRow.read(row)),
                accepts(row),
                SecretsRow.read(row),
                row.getInt("attempts"),
                RegistrationState.valueOf(row.getString("state")),
                row.getInt("version"));
    }

    private static String accepts(Registration registration) {
        return registration.accepts().stream()
                .sorted()
                .map(ContactChannel::name)
                .collect(joining(" "));
    }

    private static Set<ContactChannel> accepts(ResultSet row) throws SQLException {
        String channels = row.getString("accepts");
        return channels.isEmpty()
                ? Set.of()
                : BLANK.splitAsStream(channels).map(ContactChannel::valueOf).collect(toSet());
    }

    private record Row(
            RegistrationId id,
            Registration.Subject subject,
            EmailAddress email,
            PersonName name,
            @Nullable LocalDate birthdate,
            Particulars told,
            TermsAcceptance terms,
            Set<ContactChannel> accepts,
            @Nullable KeptSecrets secrets,
            int attempts,
            RegistrationState state,
            int version) {
        private Registration with(Contacts.Found contacts) {
            PersonalDetails details = new PersonalDetails(
                    name, contacts.phones(id.value()), birthdate, contacts.addresses(id.value()), told);
            return new Registration(id, subject, email, details, terms, accepts, secrets, attempts, state, version);
        }
    }

    /** A whole registration, once it has been asked for. */
    record Answers(Gathering.Answers<Row> rows, Contacts.Found contacts) {
        Optional<Registration> one() {
            return rows.one().map(row -> row.with(contacts));
        }

        List<Registration> all() {
            return rows.all().stream().map(row -> row.with(contacts)).toList();
        }
    }
}
