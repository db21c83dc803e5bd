package org.openmembership.customer;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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

    /** How many characters of the other word a pair goes by, and the fewest that it must have. */
    public static final int PAIR_START = 2;

    private static final int MAX_SORT_NAME = 100;
    private static final int MAX_SURNAME = 60;
    private static final int MAX_POSTCODE = 39;
    private static final Comparator<SearchKey> ORDER =
            Comparator.comparing(SearchKey::kind).thenComparing(SearchKey::value);

    /** What a key is. */
    public enum Kind {
        /** A word of the first name, the last name or the company's. */
        NAME,
        /** A word of the name beside the beginning of another, for each two: who has both is found without all who have one. */
        NAME_PAIR,
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
        keys.addAll(pairs(keys));
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

    /**
     * What a pair is kept as.
     *
     * @param word folded; the pairs of all words that begin with it begin with this
     * @param other another folded word, at least {@link #PAIR_START} characters
     */
    public static String pair(String word, String other) {
        return Folding.cut(other, PAIR_START) + " " + word;
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

    private static List<SearchKey> pairs(SortedSet<SearchKey> names) {
        return names.stream()
                .map(SearchKey::value)
                .filter(other -> other.length() >= PAIR_START)
                .flatMap(other -> names.stream()
                        .map(SearchKey::value)
                        .filter(word -> !word.equals(other))
                        .map(word -> new SearchKey(Kind.NAME_PAIR, pair(word, other))))
                .toList();
    }

    private static void add(SortedSet<SearchKey> keys, Kind kind, Stream<String> values) {
        values.filter(value -> !value.isEmpty())
                .distinct()
                .limit(MAX_KEYS)
                .forEach(value -> keys.add(new SearchKey(kind, value)));
    }
}
