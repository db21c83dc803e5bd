package org.openmembership.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.ExternalKey;

/**
 * Someone the shop sells to (A6).
 *
 * @param id ours
 * @param reference what the host calls this customer; unique over all customers, null for one we created
 * @param name first and last
 * @param email where the shop reaches them; several customers may share one, null if none is known
 * @param phones in the order they were given
 * @param addresses in the order they were given
 * @param defaults what the register that created it gave, null if none did
 * @param createdAt when the customer came to be; the oldest of several is a member's primary customer (A17)
 * @param emailSetByStaffAt when somebody other than its owner last wrote the email; null if nobody did (R2)
 */
public record Customer(
        CustomerId id,
        @Nullable ExternalKey reference,
        PersonName name,
        @Nullable EmailAddress email,
        List<PhoneNumber> phones,
        List<PostalAddress> addresses,
        @Nullable NewCustomerDefaults defaults,
        Instant createdAt,
        @Nullable Instant emailSetByStaffAt) {
    public static final int MAX_PHONES = 20;
    public static final int MAX_ADDRESSES = 100;

    public Customer {
        phones = List.copyOf(phones);
        addresses = List.copyOf(addresses);
        if (phones.size() > MAX_PHONES) {
            throw new IllegalArgumentException("Customer.phones must be at most " + MAX_PHONES);
        }
        if (addresses.size() > MAX_ADDRESSES) {
            throw new IllegalArgumentException("Customer.addresses must be at most " + MAX_ADDRESSES);
        }
        if (email == null && emailSetByStaffAt != null) {
            throw new IllegalArgumentException("Customer.emailSetByStaffAt needs an email");
        }
    }

    public static Builder builder(CustomerId id, PersonName name, Instant createdAt) {
        return new Builder(id, name, createdAt);
    }

    public Optional<EmailKey> emailKey() {
        return Optional.ofNullable(email).map(EmailAddress::key);
    }

    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }

    /** Puts a customer together; what is not set is null or empty. Not thread-safe. */
    public static final class Builder {
        private final CustomerId id;
        private final PersonName name;
        private final Instant createdAt;
        private @Nullable ExternalKey reference;
        private @Nullable EmailAddress email;
        private List<PhoneNumber> phones = List.of();
        private List<PostalAddress> addresses = List.of();
        private @Nullable NewCustomerDefaults defaults;
        private @Nullable Instant emailSetByStaffAt;

        private Builder(CustomerId id, PersonName name, Instant createdAt) {
            this.id = id;
            this.name = name;
            this.createdAt = createdAt;
        }

        public Builder reference(@Nullable ExternalKey key) {
            reference = key;
            return this;
        }

        public Builder email(@Nullable EmailAddress address) {
            email = address;
            return this;
        }

        public Builder phones(List<PhoneNumber> numbers) {
            phones = numbers;
            return this;
        }

        public Builder addresses(List<PostalAddress> all) {
            addresses = all;
            return this;
        }

        public Builder defaults(@Nullable NewCustomerDefaults given) {
            defaults = given;
            return this;
        }

        public Builder emailSetByStaffAt(@Nullable Instant instant) {
            emailSetByStaffAt = instant;
            return this;
        }

        public Customer build() {
            return new Customer(id, reference, name, email, phones, addresses, defaults, createdAt, emailSetByStaffAt);
        }
    }
}
