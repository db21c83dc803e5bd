package org.openmembership.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Any;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;

/** What people are found by. */
@Requirement("R15")
final class FoldingTest {
    @Test
    void case_accents_widths_and_punctuation_make_no_difference() {
        assertThat(Folding.words("Anna-Lena  O'Brien")).containsExactly("anna", "lena", "obrien");
        assertThat(Folding.words("M\u00dcLLER mu\u0308ller")).containsExactly("muller", "muller");
        assertThat(Folding.words("\uff26\uff35\uff2c\uff2c Strasse Stra\u00dfe"))
                .containsExactly("full", "strasse", "strasse");
        assertThat(Folding.words("\u0130pek I\u015f\u0131k")).containsExactly("ipek", "isik");
        assertThat(Folding.words("S\u00f8ren \u0141ukasz \u00c6gir")).containsExactly("soren", "lukasz", "aegir");
        assertThat(Folding.words("\u039f\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2"))
                .isEqualTo(Folding.words("\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3"));
        assertThat(Folding.words("\u5c71\u7530 \u592a\u90ce")).containsExactly("\u5c71\u7530", "\u592a\u90ce");
        assertThat(Folding.words("\ud83d\ude00 -- '")).isEmpty();
        assertThat(Folding.joined(" sw1y-4JH ")).isEqualTo("sw1y4jh");
    }

    @Test
    void folding_again_changes_nothing() {
        for (String text : SharedData.naughtyStrings()) {
            for (String word : Folding.words(text)) {
                assertThat(Folding.words(word)).as(text).containsExactly(word);
                assertThat(word.length()).isBetween(1, Folding.MAX_WORD);
            }
        }
    }

    @Test
    void how_a_name_is_typed_makes_no_difference() {
        for (List<String> name : personNames()) {
            for (String part : name) {
                List<String> words = Folding.words(part);
                assertThat(Folding.words(part.toUpperCase(Locale.ROOT))).isEqualTo(words);
                assertThat(Folding.words(Normalizer.normalize(part, Normalizer.Form.NFD)))
                        .isEqualTo(words);
            }
        }
    }

    @Test
    @Requirement({"B36", "C1"})
    void every_beginning_of_every_word_of_a_name_is_among_the_keys() {
        for (List<String> parts : personNames()) {
            Customer customer = Customer.builder(
                            CustomerId.of("c"), PersonName.of(parts.get(0), parts.get(1)), Any.anyInstant())
                    .build();
            List<String> keys =
                    SearchKey.of(customer).stream().map(SearchKey::value).toList();
            for (String part : parts) {
                Folding.words(part).forEach(word -> assertThat(keys).contains(word));
            }
        }
    }

    /** First and last names of two public sets of people. */
    private static List<List<String>> personNames() {
        Stream<List<String>> febrl = SharedData.csv("febrl-dataset1.csv.gz").stream()
                .map(row -> List.of(row.getOrDefault("given_name", ""), row.getOrDefault("surname", "")));
        Stream<List<String>> splink = SharedData.csv("splink-fake-1000.csv.gz").stream()
                .map(row -> List.of(row.getOrDefault("first_name", ""), row.getOrDefault("surname", "")));
        return Stream.concat(febrl, splink)
                .filter(parts -> parts.stream().allMatch(part -> PersonName.problemOf(part) == null))
                .toList();
    }
}
