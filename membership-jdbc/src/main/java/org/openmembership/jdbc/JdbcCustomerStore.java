package org.openmembership.jdbc;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStore;
import org.openmembership.customer.EmailKey;
import org.openmembership.shared.ExternalKey;

/** Customers in {@code om_customer}, {@code om_customer_phone} and {@code om_customer_address}. */
final class JdbcCustomerStore implements CustomerStore {
    private static final String BY_ID = "from om_customer c where c.tenant = :tenant and c.id {in:ids}";
    private static final String SURVIVOR = """
            from om_customer c
             where c.tenant = :tenant
               and c.id = (select coalesce(r.merged_into, r.id)
                             from om_customer r
                            where r.tenant = :tenant and r.%s)""";
    private static final String BY_ONE_ID = SURVIVOR.formatted("id = :id");
    private static final String BY_EMAIL = "from om_customer c where c.tenant = :tenant and c.email_key = :email";
    private static final String BY_ACCOUNT_CODE = SURVIVOR.formatted("account_code = :code");
    private static final String BY_REFERENCE = """
            from om_customer c
              join {rows:named} on c.reference_source = named.key_source and c.reference_value = named.key_value
             where c.tenant = :tenant""";

    private final JdbcUnit unit;

    JdbcCustomerStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Customer customer) {
        CustomerRow.add(unit, customer);
    }

    @Override
    public void update(Customer customer) {
        CustomerRow.update(unit, customer);
    }

    @Override
    public void updateStanding(Customer customer) {
        CustomerRow.updateStanding(unit, customer);
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return answers(unit.gather().bind("id", id.value()), BY_ONE_ID).all().stream()
                .findFirst();
    }

    @Override
    public List<Customer> find(Set<CustomerId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> texts = ids.stream().map(CustomerId::value).sorted().toList();
        return answers(unit.gather().list("ids", texts), BY_ID).all();
    }

    @Override
    public List<Customer> withReferences(Set<ExternalKey> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        Gathering gathering = unit.gather().rows("named", "key_source, key_value", ReferenceRow.of(references));
        return answers(gathering, BY_REFERENCE).all().stream()
                .sorted(comparing(customer -> requireNonNull(customer.reference())))
                .toList();
    }

    @Override
    public Optional<Customer> withAccountCode(AccountCode code) {
        return answers(unit.gather().bind("code", code.value()), BY_ACCOUNT_CODE).all().stream()
                .findFirst();
    }

    @Override
    public List<Customer> withEmail(EmailKey email) {
        return answers(unit.gather().bind("email", email.value()), BY_EMAIL).oldestFirst();
    }

    private static CustomerAnswers answers(Gathering gathering, String found) {
        CustomerAnswers answers = CustomerAnswers.ask(gathering, found);
        gathering.run();
        return answers;
    }
}
