package org.openmembership.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailKey;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Channel;

/**
 * What somebody who wants to become a member has filled in (A2, A9-A11, A20).
 *
 * <pre>{@code
 * Registrant.builder().name("Ada", "Byron").email("ada@example.org").acceptTerms("terms-2026-03").build()
 * }</pre>
 *
 * @param firstName required
 * @param lastName required
 * @param email required, unless staff registers somebody by phone (R11)
 * @param phones any number, each with its type
 * @param birthdate optional, not in the future
 * @param addresses any number
 * @param particulars gender, marital status and how receipts are wanted (B30)
 * @param acceptedTerms version of the terms that were accepted; required (A2)
 * @param card a card that is nobody's, or that has collected for whoever shows up with it: it is the member's once the
 *     address is proven (B34, R55); one that cannot be had does not stop the registration
 * @param invitedBy the code of an envoy, whose recruit the member is once the address is proven (A52); one that is nobody's, or of
 *     an envoy who may not recruit this person, changes nothing that the registrant sees
 * @param channel through which the terms were accepted; the policy's where it does not say
 * @param accepts by what they want to be written to, off unless named (D3, D6)
 */
public record Registrant(
        @NotNull @Size(min = 1, max = PersonName.MAX_LENGTH) @Nullable
        String firstName,

        @NotNull @Size(min = 1, max = PersonName.MAX_LENGTH) @Nullable
        String lastName,

        @Size(max = EmailKey.MAX_LENGTH) @Nullable String email,
        @Size(max = Customer.MAX_PHONES) List<@NotNull @Valid RequestedPhone> phones,
        @Nullable LocalDate birthdate,
        @Size(max = Customer.MAX_ADDRESSES) List<@NotNull @Valid RequestedAddress> addresses,
        Particulars particulars,

        @NotNull @Size(min = 1, max = TermsAcceptance.MAX_VERSION) @Nullable
        String acceptedTerms,

        @Size(min = 1, max = CardNumber.MAX_LENGTH) @Nullable
        String card,

        @Nullable String invitedBy,

        @Size(min = 1, max = Channel.MAX_LENGTH) @Nullable String channel,
        Set<@NotNull ContactChannel> accepts) {
    public Registrant {
        phones = Collections.unmodifiableList(new ArrayList<>(phones));
        addresses = Collections.unmodifiableList(new ArrayList<>(addresses));
        accepts = Set.copyOf(accepts);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return "Registrant[***]";
    }

    /** Fills a registrant in; nothing is checked here. Not thread-safe. */
    public static final class Builder {
        private @Nullable String firstName;
        private @Nullable String lastName;
        private @Nullable String email;
        private final List<RequestedPhone> phones = new ArrayList<>();
        private @Nullable LocalDate birthdate;
        private final List<RequestedAddress> addresses = new ArrayList<>();
        private Particulars particulars = Particulars.NONE;
        private @Nullable String acceptedTerms;
        private @Nullable String card;
        private @Nullable String invitedBy;
        private @Nullable String channel;
        private Set<ContactChannel> accepts = Set.of();

        private Builder() {}

        public Builder name(@Nullable String first, @Nullable String last) {
            firstName = first;
            lastName = last;
            return this;
        }

        public Builder email(@Nullable String typed) {
            email = typed;
            return this;
        }

        public Builder phones(RequestedPhone... added) {
            phones.addAll(Arrays.asList(added));
            return this;
        }

        public Builder birthdate(@Nullable LocalDate day) {
            birthdate = day;
            return this;
        }

        public Builder addresses(RequestedAddress... added) {
            addresses.addAll(Arrays.asList(added));
            return this;
        }

        public Builder particulars(Particulars told) {
            particulars = told;
            return this;
        }

        public Builder acceptTerms(@Nullable String version) {
            acceptedTerms = version;
            return this;
        }

        public Builder card(@Nullable String scanned) {
            card = scanned;
            return this;
        }

        public Builder invitedBy(@Nullable String code) {
            invitedBy = code;
            return this;
        }

        public Builder channel(@Nullable String code) {
            channel = code;
            return this;
        }

        /** The toggles that are on. */
        public Builder accepts(ContactChannel... channels) {
            accepts = Set.of(channels);
            return this;
        }

        public Registrant build() {
            return new Registrant(
                    firstName,
                    lastName,
                    email,
                    phones,
                    birthdate,
                    addresses,
                    particulars,
                    acceptedTerms,
                    card,
                    invitedBy,
                    channel,
                    accepts);
        }
    }
}
