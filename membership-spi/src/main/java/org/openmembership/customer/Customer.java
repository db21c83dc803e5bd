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
 * @param accountCode what a third system calls this customer; unique over all customers, null if none does (C18)
 * @param name first and last
 * @param profile what else is known
 * @param email where the shop reaches them, needed by who wants receipts by email; several customers may share one, null if
 *     none is known
 * @param phones in the order they were given
 * @param addresses the first is the primary one (C29), so where there are any, there is exactly one
 * @param standing type, status, active
 * @param selling what they have been granted
 * @param defaults what the register that created it gave, null if none did
 * @param createdAt when the customer came to be; the oldest of several is a member's primary customer (A17)
 * @param emailSetByStaffAt when somebody other than its owner last wrote the email; null if nobody did (R2)
 * @param version 1 for a new customer, one more with each change
 */
public record Customer(
        CustomerId id,
        @Nullable ExternalKey reference,
        @Nullable AccountCode accountCode,
        PersonName name,
        CustomerProfile profile,
        @Nullable EmailAddress email,
        List<PhoneNumber> phones,
        List<PostalAddress> addresses,
        CustomerStanding standing,
        SellingTerms selling,
        @Nullable NewCustomerDefaults defaults,
        Instant createdAt,
        @Nullable Instant emailSetByStaffAt,
        int version) {
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
        if (email == null && profile.particulars().receiptByEmail()) {
            throw new IllegalArgumentException("Customer.profile.particulars.receiptByEmail needs an email");
        }
        if (version < 1) {
            throw new IllegalArgumentException("Customer.version must be at least 1, not " + version);
        }
    }

    public static Builder builder(CustomerId id, PersonName name, Instant createdAt) {
        return new Builder(id, name, createdAt);
    }

    /** The next version of this customer, to be changed; all that is not set stays. */
    public Builder changed() {
        return toBuilder().version(version + 1);
    }

    /** A builder that holds all of this customer, version included. */
    public Builder toBuilder() {
        return new Builder(id, name, createdAt)
                .reference(reference)
                .accountCode(accountCode)
                .profile(profile)
                .email(email)
                .phones(phones)
                .addresses(addresses)
                .standing(standing)
                .selling(selling)
                .defaults(defaults)
                .emailSetByStaffAt(emailSetByStaffAt)
                .version(version);
    }

    /** The primary address (C29); empty where there is none. */
    public Optional<PostalAddress> primaryAddress() {
        return addresses.stream().findFirst();
    }

    public Optional<EmailKey> emailKey() {
        return Optional.ofNullable(email).map(EmailAddress::key);
    }

    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }

    /**
     * Puts a customer together; what is not set is null or empty, the standing that of a retail customer met in a store,
     * the version 1. Not thread-safe.
     */
    public static final class Builder {
        private final CustomerId id;
        private PersonName name;
        private final Instant createdAt;
        private @Nullable ExternalKey reference;
        private @Nullable AccountCode accountCode;
        private CustomerProfile profile = CustomerProfile.NONE;
        private @Nullable EmailAddress email;
        private List<PhoneNumber> phones = List.of();
        private List<PostalAddress> addresses = List.of();
        private CustomerStanding standing = CustomerStanding.retail(CustomerStatus.IN_STORE);
        private SellingTerms selling = SellingTerms.USUAL;
        private @Nullable NewCustomerDefaults defaults;
        private @Nullable Instant emailSetByStaffAt;
        private int version = 1;

        private Builder(CustomerId id, PersonName name, Instant createdAt) {
            this.id = id;
            this.name = name;
            this.createdAt = createdAt;
        }

        public Builder reference(@Nullable ExternalKey key) {
            reference = key;
            return this;
        }

        public Builder accountCode(@Nullable AccountCode code) {
            accountCode = code;
            return this;
        }

        public Builder name(PersonName changed) {
            name = changed;
            return this;
        }

        public Builder profile(CustomerProfile known) {
            profile = known;
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

        public Builder standing(CustomerStanding where) {
            standing = where;
            return this;
        }

        public Builder selling(SellingTerms granted) {
            selling = granted;
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

        public Builder version(int number) {
            version = number;
            return this;
        }

        public Customer build() {
            return new Customer(
                    id,
                    reference,
                    accountCode,
                    name,
                    profile,
                    email,
                    phones,
                    addresses,
                    standing,
                    selling,
                    defaults,
                    createdAt,
                    emailSetByStaffAt,
                    version);
        }
    }
}
