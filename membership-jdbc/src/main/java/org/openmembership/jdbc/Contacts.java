package org.openmembership.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.AddressUse;
import org.openmembership.customer.E164;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;

/** The phones and addresses of customers, members or registrations: two tables of the same shape for each. */
enum Contacts {
    OF_CUSTOMER("customer", Table.CUSTOMER_PHONE, Table.CUSTOMER_ADDRESS),
    OF_MEMBER("member", Table.MEMBER_PHONE, Table.MEMBER_ADDRESS),
    OF_REGISTRATION("registration", Table.REGISTRATION_PHONE, Table.REGISTRATION_ADDRESS);

    private static final String PHONES = """
            select %1$s as owner, typed, e164, type
              from om_%1$s_phone
             where tenant = :tenant and %1$s in (%2$s)
             order by %1$s, number""";
    private static final String ADDRESSES = """
            select %1$s as owner, line1, line2, town, county, postcode, country, uses
              from om_%1$s_address
             where tenant = :tenant and %1$s in (%2$s)
             order by %1$s, number""";

    private final String owner;
    private final Table phones;
    private final Table addresses;

    Contacts(String owner, Table phones, Table addresses) {
        this.owner = owner;
        this.phones = phones;
        this.addresses = addresses;
    }

    void add(JdbcUnit unit, String id, List<PhoneNumber> numbers, List<PostalAddress> places) {
        for (int i = 0; i < numbers.size(); i++) {
            PhoneNumber phone = numbers.get(i);
            E164 e164 = phone.e164();
            unit.add(phones, id, i + 1, phone.typed(), e164 == null ? null : e164.value(), phone.type());
        }
        for (int i = 0; i < places.size(); i++) {
            PostalAddress place = places.get(i);
            unit.add(
                    addresses,
                    id,
                    i + 1,
                    place.lines().first(),
                    place.lines().second(),
                    place.town(),
                    place.county(),
                    place.postcode(),
                    place.country().code(),
                    text(place.uses()));
        }
    }

    void replace(JdbcUnit unit, String id, List<PhoneNumber> numbers, List<PostalAddress> places) {
        unit.remove(Removal.of(phones, owner), id);
        unit.remove(Removal.of(addresses, owner), id);
        add(unit, id, numbers, places);
    }

    /** Asks for those of several owners; {@code ids} is a query that finds their ids. */
    Found ask(Gathering gathering, String ids) {
        return new Found(
                gathering.ask(PHONES.formatted(owner, ids), Contacts::ownedPhone),
                gathering.ask(ADDRESSES.formatted(owner, ids), Contacts::ownedAddress));
    }

    private static Owned<PhoneNumber> ownedPhone(ResultSet row) throws SQLException {
        return new Owned<>(row.getString("owner"), phone(row, "type"));
    }

    private static Owned<PostalAddress> ownedAddress(ResultSet row) throws SQLException {
        return new Owned<>(row.getString("owner"), address(row, "uses"));
    }

    /** @param type the column that holds the type */
    static PhoneNumber phone(ResultSet row, String type) throws SQLException {
        String e164 = row.getString("e164");
        return new PhoneNumber(
                row.getString("typed"), e164 == null ? null : new E164(e164), PhoneType.valueOf(row.getString(type)));
    }

    /** @param uses the column that holds the uses */
    static PostalAddress address(ResultSet row, String uses) throws SQLException {
        return new PostalAddress(
                new PostalAddress.Lines(row.getString("line1"), row.getString("line2")),
                row.getString("town"),
                row.getString("county"),
                row.getString("postcode"),
                new Region(row.getString("country")),
                uses(row.getString(uses)));
    }

    private static String text(Set<AddressUse> uses) {
        return uses.stream().sorted().map(AddressUse::name).collect(joining(","));
    }

    private static Set<AddressUse> uses(String text) {
        Set<AddressUse> uses = EnumSet.noneOf(AddressUse.class);
        Arrays.stream(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(AddressUse::valueOf)
                .forEach(uses::add);
        return uses;
    }

    /** A phone or address and the id of whom it belongs to. */
    private record Owned<T>(String owner, T item) {}

    /** The answers, once they have been asked for. */
    static final class Found {
        private final Gathering.Answers<Owned<PhoneNumber>> phones;
        private final Gathering.Answers<Owned<PostalAddress>> addresses;
        private @Nullable Map<String, List<PhoneNumber>> phonesByOwner;
        private @Nullable Map<String, List<PostalAddress>> addressesByOwner;

        private Found(Gathering.Answers<Owned<PhoneNumber>> phones, Gathering.Answers<Owned<PostalAddress>> addresses) {
            this.phones = phones;
            this.addresses = addresses;
        }

        List<PhoneNumber> phones(String id) {
            Map<String, List<PhoneNumber>> found = phonesByOwner;
            if (found == null) {
                found = byOwner(phones.all());
                phonesByOwner = found;
            }
            return found.getOrDefault(id, List.of());
        }

        List<PostalAddress> addresses(String id) {
            Map<String, List<PostalAddress>> found = addressesByOwner;
            if (found == null) {
                found = byOwner(addresses.all());
                addressesByOwner = found;
            }
            return found.getOrDefault(id, List.of());
        }

        private static <T> Map<String, List<T>> byOwner(List<Owned<T>> all) {
            return all.stream().collect(groupingBy(Owned::owner, mapping(Owned::item, toList())));
        }
    }
}
