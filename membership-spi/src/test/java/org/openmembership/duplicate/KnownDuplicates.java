package org.openmembership.duplicate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;
import org.openmembership.testkit.SharedData;

/**
 * A set of made-up people of whom it is known who is one: what is found among them, right and wrong.
 *
 * @param people as customers
 * @param entities who each of them is
 */
record KnownDuplicates(Map<CustomerId, Person> people, Map<CustomerId, String> entities) {
    /** How many pairs were found, how many of them are of one person, and how many such pairs there are. */
    record Measure(long found, long right, long known) {
        String precision() {
            return percent(right, found);
        }

        String recall() {
            return percent(right, known);
        }

        private static String percent(long part, long whole) {
            long tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole;
            return tenths / 10 + "." + tenths % 10 + " %";
        }
    }

    static KnownDuplicates febrl(String file) {
        KnownDuplicates all = new KnownDuplicates(new HashMap<>(), new HashMap<>());
        for (Map<String, String> row : SharedData.csv(file)) {
            Customer.Builder customer = builder(
                    row.getOrDefault("rec_id", ""),
                    row.getOrDefault("given_name", ""),
                    row.getOrDefault("surname", ""));
            if (!row.getOrDefault("postcode", "").isEmpty()
                    || !row.getOrDefault("address_1", "").isEmpty()) {
                String street =
                        (row.getOrDefault("street_number", "") + " " + row.getOrDefault("address_1", "")).strip();
                customer.addresses(List.of(PostalAddress.in(Region.of("AU"))
                        .lines(street.isEmpty() ? "-" : street, null)
                        .postcode(row.getOrDefault("postcode", "").isEmpty() ? null : row.getOrDefault("postcode", ""))
                        .build()));
            }
            all.add(
                    row.getOrDefault("entity_id", ""),
                    customer.build(),
                    date(row.getOrDefault("date_of_birth", ""), "yyyyMMdd"));
        }
        return all;
    }

    static KnownDuplicates splink(String file) {
        KnownDuplicates all = new KnownDuplicates(new HashMap<>(), new HashMap<>());
        for (Map<String, String> row : SharedData.csv(file)) {
            Customer.Builder customer = builder(
                    "s" + row.getOrDefault("unique_id", ""),
                    row.getOrDefault("first_name", ""),
                    row.getOrDefault("surname", ""));
            customer.email(email(row.getOrDefault("email", "")));
            all.add(row.getOrDefault("cluster", ""), customer.build(), date(row.getOrDefault("dob", ""), "yyyy-MM-dd"));
        }
        return all;
    }

    /** What the rule suggests, by the keys that storages compare (C33). */
    Set<CustomerPair> suggested() {
        Map<SharedKey, List<CustomerId>> holders = new HashMap<>();
        people.values()
                .forEach(person -> SharedKey.of(person.customer())
                        .forEach(key -> holders.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(person.customer().id())));
        Set<CustomerPair> pairs = new TreeSet<>();
        holders.values().forEach(ids -> addPairs(ids, pairs));
        return pairs;
    }

    Measure measure(Set<CustomerPair> found) {
        long right = found.stream()
                .filter(pair ->
                        Objects.requireNonNull(entities.get(pair.first())).equals(entities.get(pair.second())))
                .count();
        Map<String, Long> sizes = new HashMap<>();
        entities.values().forEach(entity -> sizes.merge(entity, 1L, Long::sum));
        long known =
                sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
        return new Measure(found.size(), right, known);
    }

    int score(CustomerPair pair) {
        return Likeness.of(
                        Objects.requireNonNull(people.get(pair.first())),
                        Objects.requireNonNull(people.get(pair.second())))
                .score();
    }

    private void add(String entity, Customer customer, @Nullable LocalDate birthdate) {
        people.put(customer.id(), new Person(customer, birthdate));
        entities.put(customer.id(), entity);
    }

    private static Customer.Builder builder(String id, String first, String last) {
        PersonName name = PersonName.of(first.isEmpty() ? "-" : first, last.isEmpty() ? "-" : last);
        return Customer.builder(CustomerId.of(id), name, Instant.EPOCH);
    }

    private static void addPairs(List<CustomerId> ids, Set<CustomerPair> pairs) {
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                pairs.add(CustomerPair.of(ids.get(i), ids.get(j)));
            }
        }
    }

    private static @Nullable EmailAddress email(String text) {
        try {
            return text.isEmpty() ? null : EmailAddress.of(text);
        } catch (IllegalArgumentException mistyped) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String text, String pattern) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern));
        } catch (DateTimeParseException impossible) {
            return null;
        }
    }
}
