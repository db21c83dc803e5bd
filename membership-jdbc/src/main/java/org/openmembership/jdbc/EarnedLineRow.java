package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.shared.ExternalKey;

/** The share of a line in an entry, as a row of {@code om_earned_line}. */
final class EarnedLineRow {
    /** The columns that {@link #read} wants, of a table called {@code g}. */
    static final String COLUMNS =
            "g.account, g.entry_seq, g.key_source, g.key_value, g.line_number, g.point_kind, g.points";

    private EarnedLineRow() {}

    /** @param position of the line within its entry, from 1 */
    static void add(JdbcUnit unit, EarnedLine line, int position) {
        unit.add(
                Table.EARNED_LINE,
                line.entry().account().value(),
                line.entry().seq(),
                position,
                line.line().purchase().source(),
                line.line().purchase().value(),
                line.line().line(),
                line.kind(),
                line.points());
    }

    static EarnedLine read(ResultSet row) throws SQLException {
        ExternalKey purchase = ExternalKey.of(row.getString("key_source"), row.getString("key_value"));
        return new EarnedLine(
                EntryRow.id(row, "account", "entry_seq"),
                new OriginalLine(purchase, row.getInt("line_number")),
                PointKind.valueOf(row.getString("point_kind")),
                Values.points(row, "points"));
    }
}
