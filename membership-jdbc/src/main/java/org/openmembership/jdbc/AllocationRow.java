package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.LotId;

/** What an entry did to a lot or the debt, as a row of {@code om_allocation}; a lot is always one of the same account. */
final class AllocationRow {
    /** The columns that {@link #read} wants, of a table called {@code x}. */
    static final String COLUMNS = "x.account, x.entry_seq, x.purpose, x.lot_seq, x.lot_number, x.points";

    private AllocationRow() {}

    /** @param position of the allocation within its entry, from 1 */
    static void add(JdbcUnit unit, Allocation allocation, int position) {
        EntryId entry = allocation.entry();
        LotId lot = allocation.lot();
        if (lot != null && !lot.entry().account().equals(entry.account())) {
            throw new IllegalArgumentException("entry " + entry + " cannot touch lot " + lot + " of another account");
        }
        unit.add(
                Table.ALLOCATION,
                entry.account().value(),
                entry.seq(),
                position,
                allocation.purpose(),
                lot == null ? null : lot.entry().seq(),
                lot == null ? null : lot.number(),
                allocation.points());
    }

    static Allocation read(ResultSet row) throws SQLException {
        return new Allocation(
                EntryRow.id(row, "account", "entry_seq"),
                lot(row),
                Allocation.Purpose.valueOf(row.getString("purpose")),
                Values.points(row, "points"));
    }

    private static @Nullable LotId lot(ResultSet row) throws SQLException {
        int number = row.getInt("lot_number");
        return row.wasNull() ? null : new LotId(EntryRow.id(row, "account", "lot_seq"), number);
    }
}
