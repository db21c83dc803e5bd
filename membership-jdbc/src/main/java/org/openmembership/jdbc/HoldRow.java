package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.MovedHold;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;

/**
 * A hold as a row of {@code om_hold}, and its parts as rows of {@code om_hold_part}; only its end is ever added, and where a merge
 * takes its points elsewhere, parts.
 */
final class HoldRow {
    /** The columns that {@link #read} wants, of a hold called {@code h} and one of its parts called {@code x}. */
    static final String COLUMNS = """
            h.account, h.key_source, h.key_value, h.owner_kind, h.owner_reference, h.placed_at, h.expires_at, h.ended_at,
            h.captured_account, h.captured_seq, x.lot_account, x.lot_seq, x.lot_number, x.points
            """;

    private static final Change ENDING = Change.of(
            Table.HOLD, "ended_at, captured_account, captured_seq", "account, key_source, key_value, expires_at");
    private static final Change LEAVING = Change.of(
            Table.HOLD_PART, "until_at", "account, key_source, key_value, lot_account, lot_seq, lot_number, until_at");

    private HoldRow() {}

    static void add(JdbcUnit unit, Hold hold) {
        ExternalKey key = hold.id().key();
        String account = hold.id().account().value();
        unit.add(
                Table.HOLD,
                account,
                key.source(),
                key.value(),
                hold.owner().kind(),
                hold.owner().reference(),
                hold.points(),
                hold.life().placedAt(),
                hold.life().expiresAt(),
                null,
                null,
                null);
        addParts(unit, hold, hold.life().placedAt());
    }

    private static void addParts(JdbcUnit unit, Hold hold, Instant since) {
        ExternalKey key = hold.id().key();
        int position = 0;
        for (Hold.Part part : hold.parts()) {
            position++;
            EntryId entry = part.lot().entry();
            unit.add(
                    Table.HOLD_PART,
                    hold.id().account().value(),
                    key.source(),
                    key.value(),
                    entry.account().value(),
                    entry.seq(),
                    part.lot().number(),
                    position,
                    part.points(),
                    since,
                    hold.life().expiresAt());
        }
    }

    static void move(JdbcUnit unit, MovedHold moved) {
        Hold hold = moved.before();
        ExternalKey key = hold.id().key();
        for (Hold.Part part : hold.parts()) {
            EntryId entry = part.lot().entry();
            unit.change(
                    LEAVING,
                    moved.leftAt(),
                    hold.id().account().value(),
                    key.source(),
                    key.value(),
                    entry.account().value(),
                    entry.seq(),
                    part.lot().number(),
                    hold.life().expiresAt());
        }
        addParts(unit, moved.after(), moved.cameAt());
    }

    static void end(JdbcUnit unit, Hold hold) {
        Hold.Ending ending = hold.ending();
        if (ending == null) {
            throw new IllegalArgumentException("hold " + hold.id() + " has not ended");
        }
        EntryId captured = ending.captured();
        unit.change(
                ENDING,
                ending.at(),
                captured == null ? null : captured.account().value(),
                captured == null ? null : captured.seq(),
                hold.id().account().value(),
                hold.id().key().source(),
                hold.id().key().value(),
                hold.life().expiresAt());
    }

    /** A hold with one of its parts. */
    static Hold read(ResultSet row) throws SQLException {
        AccountId account = AccountId.of(row.getString(1));
        return new Hold(
                new HoldId(account, ExternalKey.of(row.getString(2), row.getString(3))),
                new Actor(Actor.Kind.valueOf(row.getString(4)), row.getString(5)),
                new Hold.Life(Values.instant(row, 6), Values.instant(row, 7)),
                List.of(new Hold.Part(
                        new LotId(new EntryId(AccountId.of(row.getString(11)), row.getLong(12)), row.getInt(13)),
                        Values.points(row, 14))),
                ending(row));
    }

    private static Hold.@Nullable Ending ending(ResultSet row) throws SQLException {
        Instant at = Values.instantOrNull(row, 8);
        if (at == null) {
            return null;
        }
        String account = row.getString(9);
        return new Hold.Ending(at, account == null ? null : new EntryId(AccountId.of(account), row.getLong(10)));
    }

    private record Place(HoldId hold, AccountId account) {}

    /** Holds with all their parts of an account, of rows that come hold by hold and in order of position. */
    static List<Hold> together(List<Hold> rows) {
        Map<Place, Hold> holds = new LinkedHashMap<>();
        for (Hold row : rows) {
            holds.merge(new Place(row.id(), row.account()), row, (one, other) -> {
                List<Hold.Part> parts = new ArrayList<>(one.parts());
                parts.addAll(other.parts());
                return new Hold(one.id(), one.owner(), one.life(), parts, one.ending());
            });
        }
        return List.copyOf(holds.values());
    }
}
