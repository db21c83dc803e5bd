package org.openmembership.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.SchemeId;

/** A change of scheme as a row of {@code om_scheme_move}; the measure is only shown, so it is kept as written. */
final class SchemeMoveRow {
    static final String COLUMNS =
            "account, number, from_scheme, to_scheme, cause, measure, recorded_at, effective_on, until_on";

    private SchemeMoveRow() {}

    static void add(JdbcUnit unit, SchemeMove move) {
        SchemeId from = move.change().from();
        BigDecimal measure = move.cause().measure();
        unit.add(
                Table.SCHEME_MOVE,
                move.account().value(),
                move.number(),
                from == null ? null : from.value(),
                move.change().to().value(),
                move.cause().kind(),
                measure == null ? null : measure.toPlainString(),
                move.when().recordedAt(),
                move.when().effectiveOn(),
                move.when().until());
    }

    static SchemeMove read(ResultSet row) throws SQLException {
        String from = row.getString("from_scheme");
        String measure = row.getString("measure");
        return new SchemeMove(
                AccountId.of(row.getString("account")),
                row.getInt("number"),
                new SchemeMove.Change(from == null ? null : SchemeId.of(from), SchemeId.of(row.getString("to_scheme"))),
                new SchemeMove.Cause(
                        SchemeMove.Cause.Kind.valueOf(row.getString("cause")),
                        measure == null ? null : new BigDecimal(measure)),
                new SchemeMove.When(
                        Values.instant(row, "recorded_at"),
                        Values.day(row, "effective_on"),
                        Values.dayOrNull(row, "until_on")));
    }
}
