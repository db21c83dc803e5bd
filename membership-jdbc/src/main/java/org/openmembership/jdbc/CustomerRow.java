package org.openmembership.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.AccountCode;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.customer.FoundUsCode;
import org.openmembership.customer.ImageReference;
import org.openmembership.customer.LedgerUse;
import org.openmembership.customer.NewCustomerDefaults;
import org.openmembership.customer.Percent;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PriceListCode;
import org.openmembership.customer.SearchKey;
import org.openmembership.customer.SellingTerms;
import org.openmembership.shared.ExternalKey;

/** A customer as a row of {@code om_customer} and the rows of its phones and addresses. */
final class CustomerRow {
    /** Of {@code om_customer c}; read by {@link #read}. */
    static final String COLUMNS = """
            select c.id, c.reference_source, c.reference_value, c.created_at, c.account_code, c.first_name, c.last_name,
                   c.title, c.company_name, c.company_number, c.vat_number, c.found_us, c.images, c.gender, c.marital_status,
                   c.receipt_by_email, c.email, c.type, c.status,
                   c.active, c.price_list, c.free_delivery, c.global_discount, c.pay_on_account, c.customer_class,
                   c.price_group, c.ledger_use, c.location, c.tax_key, c.terms_code, c.email_set_by_staff_at, c.version""";

    private static final Change CHANGED = Change.of(
            Table.CUSTOMER,
            "account_code, sort_name, first_name, last_name, title, company_name, company_number, vat_number, found_us, images, "
                    + "gender, marital_status, receipt_by_email, email, email_key, type, status, active, price_list, free_delivery, global_discount, pay_on_account, "
                    + "customer_class, price_group, ledger_use, location, tax_key, terms_code, email_set_by_staff_at, version",
            "id, version");
    private static final Change STANDING = Change.of(Table.CUSTOMER, "type, status, active, version", "id, version");
    private static final Change REDIRECTED =
            Change.of(Table.CUSTOMER, "email_key, merged_into, version", "id, version");
    private static final Removal KEYS = Removal.of(Table.CUSTOMER_KEY, "customer");
    private static final String BETWEEN_IMAGES = " ";

    private CustomerRow() {}

    static void add(JdbcUnit unit, Customer customer) {
        ExternalKey reference = customer.reference();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(customer.id().value());
        row.add(reference == null ? null : reference.source());
        row.add(reference == null ? null : reference.value());
        row.add(customer.createdAt());
        row.addAll(changeable(customer));
        row.add(null);
        unit.add(Table.CUSTOMER, row.toArray());
        addKeys(unit, customer);
        Contacts.OF_CUSTOMER.add(unit, customer.id().value(), customer.phones(), customer.addresses());
    }

    static void update(JdbcUnit unit, Customer customer) {
        List<@Nullable Object> values = changeable(customer);
        values.add(customer.id().value());
        values.add(customer.version() - 1);
        unit.change(CHANGED, values.toArray());
        unit.remove(KEYS, customer.id().value());
        addKeys(unit, customer);
        Contacts.OF_CUSTOMER.replace(unit, customer.id().value(), customer.phones(), customer.addresses());
    }

    /** What the customer is found by, written with the customer itself. */
    private static void addKeys(JdbcUnit unit, Customer customer) {
        SearchKey.of(customer)
                .forEach(key -> unit.add(Table.CUSTOMER_KEY, customer.id().value(), key.kind(), key.value()));
    }

    /** Makes a customer a redirect: it keeps what it has, and nothing is found by it. */
    static void redirect(JdbcUnit unit, Customer merged, CustomerId survivor) {
        unit.change(
                REDIRECTED,
                null,
                survivor.value(),
                merged.version(),
                merged.id().value(),
                merged.version() - 1);
        unit.remove(KEYS, merged.id().value());
    }

    static void restore(JdbcUnit unit, Customer restored) {
        String email = restored.emailKey().map(EmailKey::value).orElse(null);
        unit.change(REDIRECTED, email, null, restored.version(), restored.id().value(), restored.version() - 1);
        addKeys(unit, restored);
    }

    static void updateStanding(JdbcUnit unit, Customer customer) {
        unit.change(
                STANDING,
                customer.standing().type(),
                customer.standing().status(),
                customer.standing().active(),
                customer.version(),
                customer.id().value(),
                customer.version() - 1);
    }

    /** The columns of {@link #CHANGED} in their order, which is that of the table. */
    private static List<@Nullable Object> changeable(Customer customer) {
        AccountCode code = customer.accountCode();
        EmailAddress email = customer.email();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(code == null ? null : code.value());
        values.add(SearchKey.sortName(customer.name()));
        values.add(customer.name().first());
        values.add(customer.name().last());
        addProfile(values, customer.profile());
        values.add(email == null ? null : email.typed());
        values.add(email == null ? null : email.key().value());
        values.add(customer.standing().type());
        values.add(customer.standing().status());
        values.add(customer.standing().active());
        addSelling(values, customer.selling());
        addDefaults(values, customer.defaults());
        values.add(customer.emailSetByStaffAt());
        values.add(customer.version());
        return values;
    }

    private static void addProfile(List<@Nullable Object> values, CustomerProfile profile) {
        FoundUsCode foundUs = profile.foundUs();
        values.add(profile.title());
        values.add(profile.company().name());
        values.add(profile.company().number());
        values.add(profile.company().vatNumber());
        values.add(foundUs == null ? null : foundUs.value());
        values.add(profile.images().stream().map(ImageReference::value).collect(joining(BETWEEN_IMAGES)));
        values.addAll(ParticularsColumns.values(profile.particulars()));
    }

    private static void addSelling(List<@Nullable Object> values, SellingTerms selling) {
        PriceListCode list = selling.priceList();
        values.add(list == null ? null : list.value());
        values.add(selling.freeDelivery());
        values.add(Values.scaled(selling.globalDiscount().value(), Percent.MAX_SCALE));
        values.add(selling.payOnAccount());
    }

    private static void addDefaults(List<@Nullable Object> values, @Nullable NewCustomerDefaults defaults) {
        values.add(defaults == null ? null : defaults.customerClass());
        values.add(defaults == null ? null : defaults.priceGroup());
        values.add(defaults == null ? null : defaults.ledgerUse());
        values.add(defaults == null ? null : defaults.location());
        values.add(defaults == null ? null : defaults.taxKey());
        values.add(defaults == null ? null : defaults.termsCode());
    }

    /** All but phones and addresses. */
    static Customer.Builder read(ResultSet row) throws SQLException {
        return Customer.builder(
                        CustomerId.of(row.getString("id")),
                        PersonName.of(row.getString("first_name"), row.getString("last_name")),
                        Values.instant(row, "created_at"))
                .reference(reference(row))
                .accountCode(Values.codeOrNull(row, "account_code", AccountCode::of))
                .profile(profile(row))
                .email(email(row))
                .standing(standing(row))
                .selling(selling(row))
                .defaults(defaults(row))
                .emailSetByStaffAt(Values.instantOrNull(row, "email_set_by_staff_at"))
                .version(row.getInt("version"));
    }

    private static CustomerProfile profile(ResultSet row) throws SQLException {
        Company company = new Company(
                row.getString("company_name"), row.getString("company_number"), row.getString("vat_number"));
        List<ImageReference> images = Stream.of(row.getString("images").split(BETWEEN_IMAGES, -1))
                .filter(text -> !text.isEmpty())
                .map(ImageReference::of)
                .toList();
        return new CustomerProfile(
                row.getString("title"),
                company,
                Values.codeOrNull(row, "found_us", FoundUsCode::of),
                images,
                ParticularsColumns.read(row));
    }

    /** The columns {@code type}, {@code status} and {@code active}. */
    static CustomerStanding standing(ResultSet row) throws SQLException {
        return new CustomerStanding(
                CustomerType.valueOf(row.getString("type")),
                CustomerStatus.valueOf(row.getString("status")),
                Values.flag(row, "active"));
    }

    private static SellingTerms selling(ResultSet row) throws SQLException {
        return new SellingTerms(
                Values.codeOrNull(row, "price_list", PriceListCode::of),
                Values.flag(row, "free_delivery"),
                new Percent(Values.unscaled(row.getLong("global_discount"), Percent.MAX_SCALE)),
                Values.flag(row, "pay_on_account"));
    }

    /** What the host calls a customer or member. */
    static @Nullable ExternalKey reference(ResultSet row) throws SQLException {
        String source = row.getString("reference_source");
        return source == null ? null : ExternalKey.of(source, row.getString("reference_value"));
    }

    /** The address as it was typed; one that is not ASCII may be kept. */
    static @Nullable EmailAddress email(ResultSet row) throws SQLException {
        return email(row, "email");
    }

    static @Nullable EmailAddress email(ResultSet row, String column) throws SQLException {
        String typed = row.getString(column);
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
}
