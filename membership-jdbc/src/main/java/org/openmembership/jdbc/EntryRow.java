package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TillCode;

/** A point entry as a row of {@code om_entry}. */
final class EntryRow {
    /** The columns that {@link #read} wants, of a table called {@code e}. */
    static final String COLUMNS = """
            e.account, e.seq, e.kind, e.point_kind, e.points, e.balance_after, e.occurred_at, e.recorded_at, e.scheme,
            e.club_version, e.point_value, e.currency, e.operation, e.club, e.key_source, e.key_value, e.part,
            e.related_account, e.related_seq, e.reason, e.member, e.card, e.store, e.till""";

    private EntryRow() {}

    static void add(JdbcUnit unit, PointEntry entry) {
        PointEntry.Cause cause = entry.cause();
        PointEntry.Origin origin = cause.origin();
        CommandKey command = origin.command();
        BigMoney value = cause.basis().valuePerPoint();
        EntryId related = origin.related();
        ReasonCode reason = origin.reason();
        MemberId member = origin.scene().member();
        CardNumber card = origin.scene().card();
        StoreCode store = origin.scene().store();
        TillCode till = origin.scene().till();
        unit.add(
                Table.ENTRY,
                entry.account().value(),
                entry.id().seq(),
                cause.kind(),
                cause.pointKind(),
                entry.points(),
                entry.balanceAfter(),
                cause.times().occurredAt(),
                cause.times().recordedAt(),
                cause.basis().scheme().value(),
                cause.basis().clubVersion(),
                Values.scaled(value.getAmount(), Values.POINT_VALUE_SCALE),
                value.getCurrencyUnit().getCode(),
                command.operation(),
                command.club().value(),
                command.key().source(),
                command.key().value(),
                origin.part(),
                related == null ? null : related.account().value(),
                related == null ? null : related.seq(),
                reason == null ? null : reason.value(),
                member == null ? null : member.value(),
                card == null ? null : card.value(),
                store == null ? null : store.value(),
                till == null ? null : till.value());
    }

    static PointEntry read(ResultSet row) throws SQLException {
        PointEntry.Cause cause = new PointEntry.Cause(
                EntryKind.valueOf(row.getString("kind")),
                PointKind.valueOf(row.getString("point_kind")),
                new PointEntry.Times(Values.instant(row, "occurred_at"), Values.instant(row, "recorded_at")),
                basis(row),
                origin(row));
        return new PointEntry(
                id(row, "account", "seq"), Values.points(row, "points"), Values.points(row, "balance_after"), cause);
    }

    static EntryId id(ResultSet row, String account, String seq) throws SQLException {
        return new EntryId(AccountId.of(row.getString(account)), row.getLong(seq));
    }

    private static PointEntry.Basis basis(ResultSet row) throws SQLException {
        BigMoney value = BigMoney.of(
                CurrencyUnit.of(row.getString("currency")),
                Values.unscaled(row.getLong("point_value"), Values.POINT_VALUE_SCALE));
        return new PointEntry.Basis(SchemeId.of(row.getString("scheme")), row.getInt("club_version"), value);
    }

    private static PointEntry.Origin origin(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new PointEntry.Origin(
                CommandRow.key(row),
                row.getInt("part"),
                related(row),
                reason == null ? null : ReasonCode.of(reason),
                scene(row));
    }

    private static @Nullable EntryId related(ResultSet row) throws SQLException {
        return row.getString("related_account") == null ? null : id(row, "related_account", "related_seq");
    }

    private static PointEntry.Scene scene(ResultSet row) throws SQLException {
        String member = row.getString("member");
        String card = row.getString("card");
        String store = row.getString("store");
        String till = row.getString("till");
        return new PointEntry.Scene(
                member == null ? null : MemberId.of(member),
                card == null ? null : CardNumber.of(card),
                store == null ? null : StoreCode.of(store),
                till == null ? null : TillCode.of(till));
    }
}
