package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.LedgerUse;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.customer.PersonName;
import org.openmembership.shared.ExternalKey;

/** A customer as a row of {@code om_customer} and the rows of its phones and addresses. */
final class CustomerRow {
    private static final Comparator<Customer> OLDEST_FIRST =
            Comparator.comparing(Customer::createdAt).thenComparing(Customer::id);

    private static final String COLUMNS = """
            select c.id, c.reference_source, c.reference_value, c.first_name, c.last_name, c.email, c.customer_class,
                   c.price_group, c.ledger_use, c.location, c.tax_key, c.terms_code, c.created_at, c.email_set_by_staff_at
            """;

    private CustomerRow() {}

    static void add(JdbcUnit unit, Customer customer) {
        ExternalKey reference = customer.reference();
        EmailAddress email = customer.email();
        NewCustomerDefaults defaults = customer.defaults();
        unit.add(
                Table.CUSTOMER,
                customer.id().value(),
                reference == null ? null : reference.source(),
                reference == null ? null : reference.value(),
                customer.name().first(),
                customer.name().last(),
                email == null ? null : email.typed(),
                email == null ? null : email.key().value(),
                defaults == null ? null : defaults.customerClass(),
                defaults == null ? null : defaults.priceGroup(),
                defaults == null ? null : defaults.ledgerUse(),
                defaults == null ? null : defaults.location(),
                defaults == null ? null : defaults.taxKey(),
                defaults == null ? null : defaults.termsCode(),
                customer.createdAt(),
                customer.emailSetByStaffAt());
        Contacts.OF_CUSTOMER.add(unit, customer.id().value(), customer.phones(), customer.addresses());
    }

    /**
     * Asks for whole customers.
     *
     * @param found {@code from om_customer c ..}, without an order
     */
    static Answers ask(Gathering gathering, String found) {
        return new Answers(
                gathering.ask(COLUMNS + found + "\n order by c.id", CustomerRow::read),
                Contacts.OF_CUSTOMER.ask(gathering, "select c.id " + found));
    }

    private static Customer.Builder read(ResultSet row) throws SQLException {
        return Customer.builder(
                        CustomerId.of(row.getString("id")),
                        PersonName.of(row.getString("first_name"), row.getString("last_name")),
                        Values.instant(row, "created_at"))
                .reference(reference(row))
                .email(email(row))
                .defaults(defaults(row))
                .emailSetByStaffAt(Values.instantOrNull(row, "email_set_by_staff_at"));
    }

    /** What the host calls a customer or member. */
    static @Nullable ExternalKey reference(ResultSet row) throws SQLException {
        String source = row.getString("reference_source");
        return source == null ? null : ExternalKey.of(source, row.getString("reference_value"));
    }

    /** The address as it was typed; one that is not ASCII may be kept. */
    static @Nullable EmailAddress email(ResultSet row) throws SQLException {
        String typed = row.getString("email");
        return typed == null ? null : new EmailAddress(typed);
    }

    private static @Nullable NewCustomerDefaults defaults(ResultSet row) throws SQLException {
        String ledgerUse = row.getString("ledger_use");
        return ledgerUse == null
                ? null
                : new NewCustomerDefaults(
                        row.getString("customer_class"),
                        row.getString("price_group"),
                        LedgerUse.valueOf(ledgerUse),
                        row.getString("location"),
                        row.getString("tax_key"),
                        row.getString("terms_code"));
    }

    /** Whole customers, once they have been asked for. */
    record Answers(Gathering.Answers<Customer.Builder> rows, Contacts.Found contacts) {
        /** In order of id. */
        List<Customer> all() {
            return rows.all().stream().map(this::whole).toList();
        }

        List<Customer> oldestFirst() {
            return rows.all().stream().map(this::whole).sorted(OLDEST_FIRST).toList();
        }

        private Customer whole(Customer.Builder row) {
            String id = row.build().id().value();
            return row.phones(contacts.phones(id))
                    .addresses(contacts.addresses(id))
                    .build();
        }
    }
}
