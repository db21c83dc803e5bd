package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;

/** A lot as a row of {@code om_lot}; only what remains of it ever changes. */
final class LotRow {
    /** The columns that {@link #read} wants but {@code remaining}, of a table called {@code l}. */
    static final String LASTING_COLUMNS =
            "l.account, l.seq, l.number, l.point_kind, l.granted, l.earned_at, l.available_from, l.lapses_at";

    /** The columns that {@link #read} wants, of a table called {@code l}. */
    static final String COLUMNS = LASTING_COLUMNS + ", l.remaining";

    private static final Change REMAINING = Change.of(Table.LOT, "remaining, is_open", "account, seq, number");

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
                lot.life().lapsesAt());
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

    static Lot read(ResultSet row) throws SQLException {
        Lot.Life life = new Lot.Life(
                Values.instant(row, "earned_at"),
                Values.instant(row, "available_from"),
                Values.instant(row, "lapses_at"));
        return new Lot(
                new LotId(EntryRow.id(row, "account", "seq"), row.getInt("number")),
                PointKind.valueOf(row.getString("point_kind")),
                Values.points(row, "granted"),
                Values.points(row, "remaining"),
                life);
    }
}
