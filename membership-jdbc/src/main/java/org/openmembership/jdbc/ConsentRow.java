package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentState;
import org.openmembership.consent.EvidenceCode;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;

/** A consent as a row of {@code om_consent}, and each version of it as one of {@code om_consent_change}. */
final class ConsentRow {
    /** Of {@code om_consent n}. */
    static final String COLUMNS = "n.customer, n.channel, n.state, n.at, n.cause, n.source, n.evidence, n.actor_kind,"
            + " n.actor_reference, n.version";

    private static final Change CHANGED = Change.of(
            Table.CONSENT,
            "state, at, cause, source, evidence, actor_kind, actor_reference, version",
            "customer, channel, version");

    private ConsentRow() {}

    static void write(JdbcUnit unit, Consent consent) {
        String customer = consent.customer().value();
        ConsentBasis basis = requireNonNull(consent.basis());
        Channel source = basis.source();
        EvidenceCode evidence = basis.evidence();
        @Nullable
        Object[] how = {
            consent.state(),
            basis.at(),
            basis.cause(),
            source == null ? null : source.value(),
            evidence == null ? null : evidence.value(),
            basis.by().kind(),
            basis.by().reference()
        };
        if (consent.version() == 1) {
            unit.add(Table.CONSENT, row(new Object[] {customer, consent.channel()}, how, consent.version()));
        } else {
            unit.change(
                    CHANGED,
                    row(new Object[0], how, consent.version(), customer, consent.channel(), consent.version() - 1));
        }
        unit.add(Table.CONSENT_CHANGE, row(new Object[] {customer, consent.channel(), consent.version()}, how));
    }

    private static @Nullable Object[] row(Object[] before, @Nullable Object[] how, Object... after) {
        @Nullable Object[] row = new Object[before.length + how.length + after.length];
        System.arraycopy(before, 0, row, 0, before.length);
        System.arraycopy(how, 0, row, before.length, how.length);
        System.arraycopy(after, 0, row, before.length + how.length, after.length);
        return row;
    }

    static Consent read(ResultSet row) throws SQLException {
        ConsentBasis basis = new ConsentBasis(
                Values.instant(row, "at"),
                ConsentCause.valueOf(row.getString("cause")),
                Values.codeOrNull(row, "source", Channel::of),
                Values.codeOrNull(row, "evidence", EvidenceCode::of),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_reference")));
        return new Consent(
                CustomerId.of(row.getString("customer")),
                ContactChannel.valueOf(row.getString("channel")),
                ConsentState.valueOf(row.getString("state")),
                basis,
                row.getInt("version"));
    }
}
