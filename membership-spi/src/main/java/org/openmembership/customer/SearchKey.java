package org.openmembership.customer;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a customer is found by, folded (B36, C1, D12).
 *
 * @param kind what it is
 * @param value 1 to 100 characters
 */
public record SearchKey(Kind kind, String value) implements Comparable<SearchKey> {
    /** The most keys of one kind that a customer is found by. */
    public static final int MAX_KEYS = 40;

    private static final int MAX_SORT_NAME = 100;
    private static final int MAX_SURNAME = 60;
    private static final int MAX_POSTCODE = 39;
    private static final Comparator<SearchKey> ORDER =
            Comparator.comparing(SearchKey::kind).thenComparing(SearchKey::value);

    /** What a key is. */
    public enum Kind {
        /** A word of the first name, the last name or the company's. */
        NAME,
        /** A whole postcode, without spaces. */
        POSTCODE,
        /** A phone number that could be read, as E.164. */
        PHONE,
        /** The last name and a postcode, by which people are suspected to be one (R15). */
        SURNAME_AND_POSTCODE
    }

    /** All keys of a customer as it is now, by kind and value. */
    public static SortedSet<SearchKey> of(Customer customer) {
        SortedSet<SearchKey> keys = new TreeSet<>();
        add(keys, Kind.NAME, names(customer).flatMap(SearchKey::words));
        add(keys, Kind.POSTCODE, postcodes(customer));
        add(keys, Kind.SURNAME_AND_POSTCODE, surnameAtPostcodes(customer));
        add(
                keys,
                Kind.PHONE,
                customer.phones().stream()
                        .flatMap(phone -> Stream.ofNullable(phone.e164()))
                        .map(E164::value));
        return Collections.unmodifiableSortedSet(keys);
    }

    /** What a customer is listed by: the folded last name, then the first; empty where nothing of it can be folded. */
    public static String sortName(PersonName name) {
        String folded = String.join(" ", Folding.words(name.last() + " " + name.first()));
        return Folding.cut(folded, MAX_SORT_NAME).strip();
    }

    @Override
    public int compareTo(SearchKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "SearchKey[" + kind + "]";
    }

    private static Stream<String> postcodes(Customer customer) {
        return customer.addresses().stream()
                .flatMap(address -> Stream.ofNullable(address.postcode()))
                .map(Folding::joined);
    }

    /** Nothing where either is missing or holds no letter or digit: that two customers lack something says nothing. */
    private static Stream<String> surnameAtPostcodes(Customer customer) {
        String surname = Folding.cut(Folding.joined(customer.name().last()), MAX_SURNAME);
        return surname.isEmpty()
                ? Stream.empty()
                : postcodes(customer)
                        .filter(postcode -> !postcode.isEmpty())
                        .map(postcode -> surname + " " + Folding.cut(postcode, MAX_POSTCODE));
    }

    private static Stream<String> names(Customer customer) {
        @Nullable String company = customer.profile().company().name();
        return Stream.concat(Stream.of(customer.name().first(), customer.name().last()), Stream.ofNullable(company));
    }

    private static Stream<String> words(String text) {
        return Stream.concat(Folding.words(text).stream(), Folding.wordsApart(text).stream());
    }

    private static void add(SortedSet<SearchKey> keys, Kind kind, Stream<String> values) {
        values.filter(value -> !value.isEmpty())
                .distinct()
                .limit(MAX_KEYS)
                .forEach(value -> keys.add(new SearchKey(kind, value)));
    }
}
