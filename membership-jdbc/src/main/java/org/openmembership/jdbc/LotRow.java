package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;

/** A lot as a row of {@code om_lot}; only what remains of it ever changes, and when it lapses. */
final class LotRow {
    /** The columns that {@link #read} wants but {@code remaining}, of a table called {@code l}. */
    static final String LASTING_COLUMNS =
            "l.account, l.seq, l.number, l.point_kind, l.granted, l.earned_at, l.available_from, l.lapses_at, l.ends_at";

    /** The columns that {@link #read} wants, first and in this order, of a table called {@code l}. */
    static final String COLUMNS = LASTING_COLUMNS + ", l.remaining";

    private static final Change REMAINING = Change.of(Table.LOT, "remaining, is_open", "account, seq, number");

    private static final Change END = Change.of(Table.LOT, "lapses_at", "account, seq, number");

    private LotRow() {}

    static void add(JdbcUnit unit, Lot lot) {
        EntryId entry = lot.id().entry();
        unit.add(
                Table.LOT,
                entry.account().value(),
                entry.seq(),
                lot.id().number(),
                lot.kind(),
                lot.granted(),
                lot.remaining(),
                lot.isOpen(),
                lot.life().earnedAt(),
                lot.life().availableFrom(),
                lot.life().lapsesAt(),
                lot.life().endsAt().equals(lot.life().lapsesAt())
                        ? null
                        : lot.life().endsAt());
    }

    static void descend(JdbcUnit unit, LotId lot, LotId from) {
        unit.add(
                Table.LOT_DESCENT,
                lot.entry().account().value(),
                lot.entry().seq(),
                lot.number(),
                from.entry().account().value(),
                from.entry().seq(),
                from.number());
    }

    static void keepAlive(JdbcUnit unit, Lot lot) {
        EntryId entry = lot.id().entry();
        unit.change(
                END,
                lot.life().lapsesAt(),
                entry.account().value(),
                entry.seq(),
                lot.id().number());
    }

    static void change(JdbcUnit unit, Lot lot) {
        EntryId entry = lot.id().entry();
        unit.change(
                REMAINING,
                lot.remaining(),
                lot.isOpen(),
                entry.account().value(),
                entry.seq(),
                lot.id().number());
    }

    /** By position, because names cost as much as the rest and there may be many. */
    static Lot read(ResultSet row) throws SQLException {
        Instant lapsesAt = Values.instant(row, 8);
        Instant endsAt = Values.instantOrNull(row, 9);
        Lot.Life life = new Lot.Life(
                Values.instant(row, 6), Values.instant(row, 7), lapsesAt, endsAt == null ? lapsesAt : endsAt);
        return new Lot(
                new LotId(new EntryId(AccountId.of(row.getString(1)), row.getLong(2)), row.getInt(3)),
                PointKind.valueOf(row.getString(4)),
                Values.points(row, 5),
                Values.points(row, 10),
                life);
    }
}
