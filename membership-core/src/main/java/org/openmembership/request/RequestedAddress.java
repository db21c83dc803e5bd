package org.openmembership.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.AddressUse;
import org.openmembership.customer.PostalAddress;

/**
 * A postal address as it was given (A20, A21).
 *
 * @param line1 street and house; required
 * @param line2 more of it
 * @param town town or city
 * @param county state, province or county
 * @param postcode kept as given
 * @param country two capital letters of ISO 3166-1; required
 * @param uses what it may be used for
 */
public record RequestedAddress(
        @NotNull @Size(min = 1, max = PostalAddress.MAX_LENGTH) @Nullable
        String line1,

        @Size(min = 1, max = PostalAddress.MAX_LENGTH) @Nullable
        String line2,

        @Size(min = 1, max = PostalAddress.MAX_LENGTH) @Nullable
        String town,

        @Size(min = 1, max = PostalAddress.MAX_LENGTH) @Nullable
        String county,

        @Size(min = 1, max = PostalAddress.MAX_POSTCODE) @Nullable
        String postcode,

        @NotNull @Nullable String country,
        Set<AddressUse> uses) {
    public RequestedAddress {
        uses = Set.copyOf(uses);
    }

    /** An address as it is kept. */
    public static RequestedAddress of(PostalAddress address) {
        return new RequestedAddress(
                address.lines().first(),
                address.lines().second(),
                address.town(),
                address.county(),
                address.postcode(),
                address.country().code(),
                address.uses());
    }

    public static Builder in(@Nullable String country) {
        return new Builder(country);
    }

    @Override
    public String toString() {
        return "RequestedAddress[***]";
    }

    /** Puts an address together; what is not set is null. Not thread-safe. */
    public static final class Builder {
        private final @Nullable String country;
        private @Nullable String line1;
        private @Nullable String line2;
        private @Nullable String town;
        private @Nullable String county;
        private @Nullable String postcode;
        private Set<AddressUse> uses = Set.of();

        private Builder(@Nullable String country) {
            this.country = country;
        }

        public Builder lines(@Nullable String first, @Nullable String second) {
            line1 = first;
            line2 = second;
            return this;
        }

        public Builder town(@Nullable String name) {
            town = name;
            return this;
        }

        public Builder county(@Nullable String name) {
            county = name;
            return this;
        }

        public Builder postcode(@Nullable String code) {
            postcode = code;
            return this;
        }

        public Builder uses(AddressUse... all) {
            uses = Set.copyOf(Arrays.asList(all));
            return this;
        }

        public RequestedAddress build() {
            return new RequestedAddress(line1, line2, town, county, postcode, country, uses);
        }
    }
}
