package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentState;
import org.openmembership.consent.ConsentStore;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.consent.KeptConsents;
import org.openmembership.consent.OptIn;
import org.openmembership.consent.OptInFacts;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Page;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.OptInId;

/** Consents in {@code om_consent}, their changes in {@code om_consent_change}, and {@code om_opt_in}. */
final class JdbcConsentStore implements ConsentStore {
    private static final String OF_CUSTOMER = "select l.member, " + ConsentRow.COLUMNS + """

              from om_customer p
              left join om_member_customer l on l.tenant = p.tenant and l.customer = p.id
              left join om_consent n on n.tenant = p.tenant and n.customer = p.id
             where p.tenant = :tenant and p.id = :customer""";
    private static final String HISTORY = "select " + ConsentRow.COLUMNS + """

              from om_consent_change n
             where n.tenant = :tenant and n.customer = :customer and n.channel = :channel and n.version < :before
             order by n.version desc limit :limit""";
    private static final String IN_STATE = "select " + ConsentRow.COLUMNS + """

              from om_consent n
             where n.tenant = :tenant and n.channel = :channel and n.state = :state and n.customer > :after
             order by n.customer limit :limit""";
    private static final String OPT_IN = """
            select o.id, o.customer, o.channel, o.consent, o.code_hash, o.token_hash, o.expires_at, o.attempts,
                   o.created_at, o.version
              from om_opt_in o
             where o.tenant = :tenant""";
    private static final String LOCKED = OPT_IN + " and o.id = :opt_in order by o.id{lock}";
    private static final String OF_CONSENT =
            OPT_IN + " and o.customer = :customer and o.channel = :channel and o.consent = :consent";
    private static final String AWAITED_BY = "select " + ConsentRow.COLUMNS + """

              from om_opt_in o
              join om_consent n on n.tenant = o.tenant and n.customer = o.customer and n.channel = o.channel
             where o.tenant = :tenant and o.id = :opt_in""";
    private static final String ASKED = """
            from om_customer c
             where c.tenant = :tenant
               and c.id in (select o.customer from om_opt_in o where o.tenant = :tenant and o.id = :opt_in)""";
    private static final Change CHANGED =
            Change.of(Table.OPT_IN, "code_hash, token_hash, expires_at, attempts, version", "id, version");

    private final JdbcUnit unit;

    JdbcConsentStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void record(Consent consent) {
        ConsentRow.write(unit, consent);
    }

    @Override
    public Optional<KeptConsents> of(CustomerId customer) {
        List<Found> found = unit.gather().bind("customer", customer.value()).all(OF_CUSTOMER, Found::read);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Consent> kept = found.stream()
                .map(Found::consent)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return Optional.of(new KeptConsents(found.get(0).member(), CustomerConsents.of(customer, kept)));
    }

    /** One of the rows that a customer has for each consent, or for none. */
    private record Found(
            @Nullable MemberId member, @Nullable Consent consent) {
        private static Found read(ResultSet row) throws SQLException {
            return new Found(
                    Values.codeOrNull(row, "member", MemberId::of),
                    row.getString("state") == null ? null : ConsentRow.read(row));
        }
    }

    @Override
    public Page<Consent> history(CustomerId customer, ContactChannel channel, Page.Request page) {
        Page.Cursor after = page.after();
        List<Consent> found = unit.gather()
                .bind("customer", customer.value())
                .bind("channel", channel)
                .bind("before", after == null ? Long.MAX_VALUE : after.number())
                .bind("limit", page.limit() + 1)
                .all(HISTORY, ConsentRow::read);
        return Pages.of(found, page, last -> Integer.toString(last.version()));
    }

    @Override
    public Page<Consent> inState(ContactChannel channel, ConsentState state, Page.Request page) {
        Page.Cursor after = page.after("consents");
        List<Consent> found = unit.gather()
                .bind("channel", channel)
                .bind("state", state)
                .bind("after", after == null ? "" : after.value())
                .bind("limit", page.limit() + 1)
                .all(IN_STATE, ConsentRow::read);
        return Pages.of(found, page, "consents", last -> last.customer().value());
    }

    @Override
    public void add(OptIn optIn) {
        KeptSecrets secrets = optIn.secrets();
        unit.add(
                Table.OPT_IN,
                optIn.id().value(),
                optIn.customer().value(),
                optIn.channel(),
                optIn.consent(),
                SecretsRow.code(secrets),
                SecretsRow.token(secrets),
                SecretsRow.expiresAt(secrets),
                optIn.attempts(),
                optIn.createdAt(),
                optIn.version());
    }

    @Override
    public void update(OptIn optIn) {
        KeptSecrets secrets = optIn.secrets();
        unit.change(
                CHANGED,
                SecretsRow.code(secrets),
                SecretsRow.token(secrets),
                SecretsRow.expiresAt(secrets),
                optIn.attempts(),
                optIn.version(),
                optIn.id().value(),
                optIn.version() - 1);
    }

    @Override
    public Optional<OptIn> optInOf(Consent pending) {
        return unit.gather()
                .bind("customer", pending.customer().value())
                .bind("channel", pending.channel())
                .bind("consent", pending.version())
                .one(OF_CONSENT, JdbcConsentStore::readOptIn);
    }

    @Override
    public Optional<OptInFacts> optInForUpdate(OptInId id) {
        Gathering gathering = unit.gather().bind("opt_in", id.value());
        Gathering.Answers<OptIn> optIn = gathering.ask(LOCKED, JdbcConsentStore::readOptIn);
        Gathering.Answers<Consent> consent = gathering.ask(AWAITED_BY, ConsentRow::read);
        CustomerAnswers customer = CustomerAnswers.ask(gathering, ASKED);
        gathering.run();

        return optIn.one()
                .map(found -> new OptInFacts(
                        found, consent.one().orElseThrow(), customer.all().get(0)));
    }

    private static OptIn readOptIn(ResultSet row) throws SQLException {
        return new OptIn(
                OptInId.of(row.getString("id")),
                CustomerId.of(row.getString("customer")),
                ContactChannel.valueOf(row.getString("channel")),
                row.getInt("consent"),
                SecretsRow.read(row),
                row.getInt("attempts"),
                Values.instant(row, "created_at"),
                row.getInt("version"));
    }
}
