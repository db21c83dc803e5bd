package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PersonName;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.member.MemberId;

/**
 * A line of the directory, and where in the list it stands.
 *
 * @param found what the list is sorted by
 */
record ListedRow(String found, ListedCustomer customer) {
    /** Of a question that has found customers {@code p}; each join finds one row at most, by its key. */
    static final String COLUMNS = """
            select %s as place, p.id, p.first_name, p.last_name, p.company_name, p.email, p.type, p.status, p.active,
                   p.account_code, t.typed as phone, a.town, a.postcode, l.member, b.currency, b.balance
            """;

    static final String JOINS = """

              left join om_customer_phone t on t.tenant = p.tenant and t.customer = p.id and t.number = 1
              left join om_customer_address a on a.tenant = p.tenant and a.customer = p.id and a.number = 1
              left join om_member_customer l on l.tenant = p.tenant and l.customer = p.id
              left join om_on_account b on b.tenant = p.tenant and b.customer = p.id
            """;

    static ListedRow read(ResultSet row) throws SQLException {
        ListedCustomer.Contact contact = new ListedCustomer.Contact(
                row.getString("company_name"),
                CustomerRow.email(row),
                row.getString("phone"),
                row.getString("town"),
                row.getString("postcode"));
        ListedCustomer customer = new ListedCustomer(
                CustomerId.of(row.getString("id")),
                PersonName.of(row.getString("first_name"), row.getString("last_name")),
                contact,
                CustomerRow.standing(row),
                Values.codeOrNull(row, "account_code", AccountCode::of),
                Values.codeOrNull(row, "member", MemberId::of),
                row.getString("currency") == null ? null : JdbcOnAccountStore.money(row, "balance"));
        return new ListedRow(row.getString("place"), customer);
    }

    ListPlace place() {
        return new ListPlace(found, customer.id().value());
    }
}
