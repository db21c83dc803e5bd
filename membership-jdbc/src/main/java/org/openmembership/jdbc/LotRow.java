package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;

/** A lot as a row of {@code om_lot}; only what remains of it ever changes. */
final class LotRow {
    /** The columns that {@link #read} wants but {@code remaining}, of a table called {@code l}. */
    static final String LASTING_COLUMNS =
            "l.account, l.seq, l.number, l.point_kind, l.granted, l.earned_at, l.available_from, l.lapses_at";

    /** The columns that {@link #read} wants, first and in this order, of a table called {@code l}. */
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

    /** By position, because names cost as much as the rest and there may be many. */
    static Lot read(ResultSet row) throws SQLException {
        Lot.Life life = new Lot.Life(Values.instant(row, 6), Values.instant(row, 7), Values.instant(row, 8));
        return new Lot(
                new LotId(new EntryId(AccountId.of(row.getString(1)), row.getLong(2)), row.getInt(3)),
                PointKind.valueOf(row.getString(4)),
                Values.points(row, 5),
                Values.points(row, 9),
                life);
    }
}
