package org.openmembership.jdbc;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.SearchKey;

/**
 * Along which keys those are looked for whose names have words with some beginnings.
 *
 * <p>Whichever it is, customers come in the order of the word that the longest beginning fits. A beginning that few have
 * leads to those few; where all are common, pairs of words lead past those who have only one.
 *
 * @param beginning of the keys to walk along
 * @param others what is still to be looked up for each customer on the way
 * @param few the beginning by which the customers are found first, where it is not that of the walk
 */
record NameWalk(
        SearchKey.Kind kind,
        String beginning,
        List<String> others,
        @Nullable String few) {
    /** So many are sorted sooner than one walks past them. */
    private static final int FEW = 100;

    private static final String COUNTED = """
            select count(*) as counted
              from (select k.customer from om_customer_key k
                     where k.tenant = :tenant and k.kind = :name and k.value >= :word_%1$s and k.value < :word_end_%1$s
                     order by k.value, k.customer limit %2$d) probe""";

    NameWalk {
        others = List.copyOf(others);
    }

    static NameWalk of(JdbcUnit unit, List<String> words) {
        List<String> wanted = withoutImplied(words);
        String longest = wanted.get(0);
        List<String> others = wanted.subList(1, wanted.size());
        if (others.isEmpty()) {
            return alongName(longest, others);
        }
        String rarest = rarest(unit, wanted);
        if (longest.equals(rarest)) {
            return alongName(longest, others);
        }
        if (rarest != null) {
            List<String> rest =
                    others.stream().filter(word -> !word.equals(rarest)).toList();
            return new NameWalk(SearchKey.Kind.NAME, longest, rest, rarest);
        }
        String second = others.get(0);
        return second.length() < SearchKey.PAIR_START
                ? alongName(longest, others)
                : alongPairs(longest, second, others);
    }

    /** Longest first; whose name has a word that begins with one of them has one that begins with its beginning. */
    private static List<String> withoutImplied(List<String> words) {
        List<String> distinct = words.stream().distinct().toList();
        return distinct.stream()
                .filter(word -> distinct.stream().noneMatch(longer -> longer.startsWith(word) && !longer.equals(word)))
                .sorted(comparing(String::length).reversed())
                .toList();
    }

    private static NameWalk alongName(String word, List<String> others) {
        return new NameWalk(SearchKey.Kind.NAME, word, others, null);
    }

    /** The second word need not be looked up where the pair holds all of it. */
    private static NameWalk alongPairs(String longest, String second, List<String> others) {
        boolean whole = SearchKey.pair("", second).strip().equals(second);
        List<String> rest = whole ? others.subList(1, others.size()) : others;
        return new NameWalk(SearchKey.Kind.NAME_PAIR, SearchKey.pair(longest, second), rest, null);
    }

    /** The beginning that the fewest keys have; none where all are common. The longest where several are as rare. */
    private static @Nullable String rarest(JdbcUnit unit, List<String> words) {
        Gathering gathering = unit.gather().bind("name", SearchKey.Kind.NAME);
        List<Gathering.Answers<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            gathering.bind("word_" + i, words.get(i)).bind("word_end_" + i, words.get(i) + KeyRange.END);
            counts.add(gathering.ask(COUNTED.formatted(i, FEW), row -> row.getInt("counted")));
        }
        gathering.run();
        String rarest = null;
        int fewest = FEW;
        for (int i = 0; i < words.size(); i++) {
            int counted = counts.get(i).one().orElse(0);
            if (counted < fewest) {
                fewest = counted;
                rarest = words.get(i);
            }
        }
        return rarest;
    }
}
