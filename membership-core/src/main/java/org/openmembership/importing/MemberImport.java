package org.openmembership.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
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
 * A member as another system has it; inactive here until its owner registers with the same email (A5, R10).
 *
 * @param source that system; required
 * @param reference what it calls the member; required
 * @param firstName required
 * @param lastName required
 * @param email what the owner will register with; without one, nobody can activate the member by registering
 * @param phones kept as typed even if they cannot be read; nobody is found by those
 * @param birthdate optional, not in the future
 * @param addresses any number
 * @param particulars gender, marital status and how receipts are wanted (B30)
 * @param registeredAt when the owner registered there, which the member year stays anchored on; null if it is not known
 */
public record MemberImport(
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
        @Nullable LocalDate birthdate,
        @Size(max = Customer.MAX_ADDRESSES) List<@NotNull @Valid RequestedAddress> addresses,
        Particulars particulars,
        @Nullable Instant registeredAt) {
    public MemberImport {
        phones = Collections.unmodifiableList(new ArrayList<>(phones));
        addresses = Collections.unmodifiableList(new ArrayList<>(addresses));
    }

    public static Builder of(@Nullable String source, @Nullable String reference) {
        return new Builder(source, reference);
    }

    @Override
    public String toString() {
        return "MemberImport[" + source + "/" + reference + "]";
    }

    /** Fills an import in; nothing is checked here. Not thread-safe. */
    public static final class Builder extends ContactBuilder<Builder> {
        private final @Nullable String source;
        private final @Nullable String reference;
        private @Nullable LocalDate birthdate;
        private @Nullable Instant registeredAt;

        private Builder(@Nullable String source, @Nullable String reference) {
            this.source = source;
            this.reference = reference;
        }

        public Builder birthdate(@Nullable LocalDate day) {
            birthdate = day;
            return this;
        }

        public Builder registeredAt(@Nullable Instant instant) {
            registeredAt = instant;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        public MemberImport build() {
            return new MemberImport(
                    source,
                    reference,
                    firstName,
                    lastName,
                    email,
                    phones,
                    birthdate,
                    addresses,
                    particulars,
                    registeredAt);
        }
    }
}
