package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.shared.ExternalKey;

/** An assignment of a sale as a row of {@code om_sale_assignment}, which is never changed. */
final class SaleAssignmentRow {
    private static final String COLUMNS = """
            select sale_source, sale_value, number, key_source, key_value, from_member, to_member, assigned_at
              from om_sale_assignment
             where tenant = :tenant""";
    private static final String BY_KEY = COLUMNS + " and key_source = :source and key_value = :value";
    private static final String OF_SALE =
            COLUMNS + " and sale_source = :source and sale_value = :value order by number";

    private SaleAssignmentRow() {}

    static void add(JdbcUnit unit, SaleAssignment assignment) {
        MemberId from = assignment.from();
        MemberId to = assignment.to();
        unit.add(
                Table.SALE_ASSIGNMENT,
                assignment.sale().source(),
                assignment.sale().value(),
                assignment.number(),
                assignment.key().source(),
                assignment.key().value(),
                from == null ? null : from.value(),
                to == null ? null : to.value(),
                assignment.at());
    }

    static Optional<SaleAssignment> withKey(JdbcUnit unit, ExternalKey key) {
        return ask(unit, BY_KEY, key).stream().findFirst();
    }

    static List<SaleAssignment> ofSale(JdbcUnit unit, ExternalKey sale) {
        return ask(unit, OF_SALE, sale);
    }

    private static List<SaleAssignment> ask(JdbcUnit unit, String question, ExternalKey key) {
        return unit.gather()
                .bind("source", key.source())
                .bind("value", key.value())
                .all(question, SaleAssignmentRow::read);
    }

    private static SaleAssignment read(ResultSet row) throws SQLException {
        return new SaleAssignment(
                ExternalKey.of(row.getString("key_source"), row.getString("key_value")),
                ExternalKey.of(row.getString("sale_source"), row.getString("sale_value")),
                row.getInt("number"),
                Values.codeOrNull(row, "from_member", MemberId::of),
                Values.codeOrNull(row, "to_member", MemberId::of),
                Values.instant(row, "assigned_at"));
    }
}
