package org.openmembership.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailKey;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.request.ContactBuilder;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.ExternalKey;

/**
 * A customer as another system has it.
 *
 * @param source that system; required
 * @param reference what it calls the customer; required
 * @param firstName required
 * @param lastName required
 * @param email where the customer is reached, if that is known
 * @param phones kept as typed even if they cannot be read; nobody is found by those
 * @param addresses any number
 * @param particulars gender, marital status and how receipts are wanted (B30)
 * @param createdAt since when it has the customer, which decides who is the oldest; now where it is null
 * @param emailSetByStaffAt when staff last wrote the email, null if the customer did (R2)
 */
public record CustomerImport(
        @NotNull @Size(min = 1, max = ExternalKey.MAX_SOURCE) @Nullable
        String source,

        @NotNull @Size(min = 1, max = ExternalKey.MAX_VALUE) @Nullable
        String reference,

        @NotNull @Size(min = 1, max = PersonName.MAX_LENGTH) @Nullable
        String firstName,

        @NotNull @Size(min = 1, max = PersonName.MAX_LENGTH) @Nullable
        String lastName,

        @Size(max = EmailKey.MAX_LENGTH) @Nullable String email,
        @Size(max = Customer.MAX_PHONES) List<@NotNull @Valid RequestedPhone> phones,
        @Size(max = Customer.MAX_ADDRESSES) List<@NotNull @Valid RequestedAddress> addresses,
        Particulars particulars,
        @Nullable Instant createdAt,
        @Nullable Instant emailSetByStaffAt) {
    public CustomerImport {
        phones = Collections.unmodifiableList(new ArrayList<>(phones));
        addresses = Collections.unmodifiableList(new ArrayList<>(addresses));
    }

    public static Builder of(@Nullable String source, @Nullable String reference) {
        return new Builder(source, reference);
    }

    @Override
    public String toString() {
        return "CustomerImport[" + source + "/" + reference + "]";
    }

    /** Fills an import in; nothing is checked here. Not thread-safe. */
    public static final class Builder extends ContactBuilder<Builder> {
        private final @Nullable String source;
        private final @Nullable String reference;
        private @Nullable Instant createdAt;
        private @Nullable Instant emailSetByStaffAt;

        private Builder(@Nullable String source, @Nullable String reference) {
            this.source = source;
            this.reference = reference;
        }

        public Builder createdAt(@Nullable Instant instant) {
            createdAt = instant;
            return this;
        }

        public Builder emailSetByStaffAt(@Nullable Instant instant) {
            emailSetByStaffAt = instant;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        public CustomerImport build() {
            return new CustomerImport(
                    source,
                    reference,
                    firstName,
                    lastName,
                    email,
                    phones,
                    addresses,
                    particulars,
                    createdAt,
                    emailSetByStaffAt);
        }
    }
}
