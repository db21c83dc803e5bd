package org.openmembership.examples.foodmart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the POS's customers. */
final class CustomerReader {
    private static final String CUSTOMERS = """
            select "customer_id", "account_num", "fname", "lname", "address1", "address2", "city", "state_province",
                   "postal_code", "country", "phone1", "phone2", "birthdate", "date_accnt_opened", "member_card"
              from "customer"
             order by "customer_id"
            """;

    private CustomerReader() {}

    /** All customers by number. */
    static List<PosCustomer> all(FoodMart foodMart) throws SQLException {
        return foodMart.list(CUSTOMERS, CustomerReader::customer);
    }

    private static PosCustomer customer(ResultSet row) throws SQLException {
        return new PosCustomer(
                row.getInt("customer_id"),
                new PosCustomer.Name(row.getString("fname"), row.getString("lname")),
                home(row),
                List.of(row.getString("phone1"), row.getString("phone2")),
                row.getObject("birthdate", LocalDate.class),
                new PosCustomer.Account(
                        row.getString("account_num"),
                        row.getObject("date_accnt_opened", LocalDate.class),
                        row.getString("member_card")));
    }

    private static PosCustomer.Home home(ResultSet row) throws SQLException {
        return new PosCustomer.Home(
                row.getString("address1"),
                stripped(row.getString("address2")),
                row.getString("city"),
                row.getString("state_province"),
                row.getString("postal_code"),
                row.getString("country"));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
