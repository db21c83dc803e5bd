package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;

/**
 * Whole customers, once they have been asked for: by one statement, so that nobody sees a customer of before a change with the
 * phones or addresses of after it.
 */
record CustomerAnswers(Gathering.Answers<Part> parts) {
    private static final Comparator<Customer> OLDEST_FIRST =
            Comparator.comparing(Customer::createdAt).thenComparing(Customer::id);
    private static final int COLUMNS = CustomerRow.COLUMNS.split(",", -1).length;
    private static final int PHONE = 1;
    private static final int ADDRESS = 2;

    /** Behind the columns of a customer, whose own row is part 0 and has nothing in the others. */
    private static final String PART = """
            , 0 as part, 0 as number, null as typed, null as e164, null as line1, null as line2, null as town,
                   null as county, null as postcode, null as country, null as kind
            """;

    private static final String OF_PHONE =
            PHONE + ", t.number, t.typed, t.e164, null, null, null, null, null, null, t.type";
    private static final String OF_ADDRESS =
            ADDRESS + ", t.number, null, null, t.line1, t.line2, t.town, t.county, t.postcode, t.country, t.uses";
    private static final String CONTACTS = """

            union all
            select t.customer%s, %s
              from %s t
             where t.tenant = :tenant and t.customer in (select c.id %s)""";

    /** @param found {@code from om_customer c ..}, without an order */
    static CustomerAnswers ask(Gathering gathering, String found) {
        String none = ", null".repeat(COLUMNS - 1);
        String whole = CustomerRow.COLUMNS + PART + found
                + CONTACTS.formatted(none, OF_PHONE, Table.CUSTOMER_PHONE.sqlName(), found)
                + CONTACTS.formatted(none, OF_ADDRESS, Table.CUSTOMER_ADDRESS.sqlName(), found)
                + "\n order by id, part, number";
        return new CustomerAnswers(gathering.ask(whole, CustomerAnswers::part));
    }

    private static Part part(ResultSet row) throws SQLException {
        return switch (row.getInt("part")) {
            case PHONE -> new Part(null, Contacts.phone(row, "kind"), null);
            case ADDRESS -> new Part(null, null, Contacts.address(row, "kind"));
            default -> new Part(CustomerRow.read(row), null, null);
        };
    }

    /** In order of id. */
    List<Customer> all() {
        List<Whole> all = new ArrayList<>();
        for (Part part : parts.all()) {
            if (part.customer() != null) {
                all.add(new Whole(part.customer(), new ArrayList<>(), new ArrayList<>()));
            } else {
                all.get(all.size() - 1).add(part);
            }
        }
        return all.stream().map(Whole::customer).toList();
    }

    List<Customer> oldestFirst() {
        return all().stream().sorted(OLDEST_FIRST).toList();
    }

    /** A customer without phones and addresses, or one of these; they come behind their customer. */
    private record Part(
            Customer.@Nullable Builder customer,
            @Nullable PhoneNumber phone,
            @Nullable PostalAddress address) {}

    private record Whole(Customer.Builder row, List<PhoneNumber> phones, List<PostalAddress> addresses) {
        private void add(Part part) {
            if (part.phone() != null) {
                phones.add(part.phone());
            } else {
                addresses.add(requireNonNull(part.address()));
            }
        }

        private Customer customer() {
            return row.phones(phones).addresses(addresses).build();
        }
    }
}
