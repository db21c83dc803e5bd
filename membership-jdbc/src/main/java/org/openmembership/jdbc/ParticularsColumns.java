package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Gender;
import org.openmembership.customer.MaritalStatus;
import org.openmembership.customer.Particulars;

/** The columns {@code gender}, {@code marital_status} and {@code receipt_by_email} of customers, members and registrations. */
final class ParticularsColumns {
    private ParticularsColumns() {}

    /** In the order of the columns. */
    static List<@Nullable Object> values(Particulars told) {
        return Arrays.asList(told.gender(), told.maritalStatus(), told.receiptByEmail());
    }

    static Particulars read(ResultSet row) throws SQLException {
        return new Particulars(
                Values.codeOrNull(row, "gender", Gender::valueOf),
                Values.codeOrNull(row, "marital_status", MaritalStatus::valueOf),
                Values.flag(row, "receipt_by_email"));
    }
}
