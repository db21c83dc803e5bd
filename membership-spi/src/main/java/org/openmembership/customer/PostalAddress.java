package org.openmembership.customer;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * A physical address of a customer or member (A20, A21).
 *
 * <p>Kept as written; only the first line and the country are asked of everybody, since there are places without
 * postcodes, counties or towns.
 *
 * @param lines street and house
 * @param town 1 to 100 characters, or null
 * @param county state, province or county; 1 to 100 characters, or null
 * @param postcode 1 to 20 characters, or null
 * @param country where it lies
 * @param uses what it may be used for; may be empty
 */
public record PostalAddress(
        Lines lines,
        @Nullable String town,
        @Nullable String county,
        @Nullable String postcode,
        Region country,
        Set<AddressUse> uses)
        implements ContactPoint {
    public static final int MAX_LENGTH = 100;
    public static final int MAX_POSTCODE = 20;

    public PostalAddress {
        requireUnlessNull("PostalAddress.town", town, MAX_LENGTH);
        requireUnlessNull("PostalAddress.county", county, MAX_LENGTH);
        requireUnlessNull("PostalAddress.postcode", postcode, MAX_POSTCODE);
        uses = Set.copyOf(uses);
    }

    public static Builder in(Region country) {
        return new Builder(country);
    }

    @Override
    public String written() {
        return Stream.of(lines.first(), lines.second(), town, county, postcode, country.code())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** What it is used for does not matter. */
    @Override
    public boolean reachesSameAs(ContactPoint other) {
        return other instanceof PostalAddress address
                && equals(new PostalAddress(
                        address.lines, address.town, address.county, address.postcode, address.country, uses));
    }

    @Override
    public String toString() {
        return "PostalAddress[*** " + country + "]";
    }

    private static void requireUnlessNull(String what, @Nullable String value, int maxLength) {
        if (value != null) {
            Texts.requireCode(what, value, maxLength);
        }
    }

    /**
     * The lines above the town.
     *
     * @param first 1 to 100 characters
     * @param second 1 to 100 characters, or null
     */
    public record Lines(String first, @Nullable String second) {
        public Lines {
            Texts.requireCode("PostalAddress.line1", first, MAX_LENGTH);
            requireUnlessNull("PostalAddress.line2", second, MAX_LENGTH);
        }

        @Override
        public String toString() {
            return "Lines[***]";
        }
    }

    /** Puts an address together; the first line is required. Not thread-safe. */
    public static final class Builder {
        private final Region country;
        private String line1 = "";
        private @Nullable String line2;
        private @Nullable String town;
        private @Nullable String county;
        private @Nullable String postcode;
        private Set<AddressUse> uses = Set.of();

        private Builder(Region country) {
            this.country = country;
        }

        public Builder lines(String first, @Nullable String second) {
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

        public PostalAddress build() {
            return new PostalAddress(new Lines(line1, line2), town, county, postcode, country, uses);
        }
    }
}
