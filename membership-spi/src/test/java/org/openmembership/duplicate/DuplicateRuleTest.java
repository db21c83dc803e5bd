package org.openmembership.duplicate;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.Requirement;

/** How well the rule and the likeness do on people of whom it is known who is one; the guide tells exactly that. */
@Requirement({"C32", "C33", "R15"})
final class DuplicateRuleTest {
    private static final Path GUIDE = Path.of("../docs/guide/duplicates.md");

    @Test
    void the_guide_tells_precision_and_recall_as_they_are() throws IOException {
        List<String> rows = new ArrayList<>();
        add(rows, "Febrl 1", KnownDuplicates.febrl("febrl-dataset1.csv.gz"));
        add(rows, "Febrl 2", KnownDuplicates.febrl("febrl-dataset2.csv.gz"));
        add(rows, "Splink 1,000", KnownDuplicates.splink("splink-fake-1000.csv.gz"));

        assertThat(Files.readAllLines(GUIDE)).containsSubsequence(rows);
    }

    private static void add(List<String> rows, String name, KnownDuplicates known) {
        Set<CustomerPair> suggested = known.suggested();
        rows.add(row(name, "the rule", known.measure(suggested)));
        for (int least : List.of(40, 60, 80)) {
            Set<CustomerPair> likely = suggested.stream()
                    .filter(pair -> known.score(pair) >= least)
                    .collect(toSet());
            rows.add(row(name, "of these, likeness " + least + " and more", known.measure(likely)));
        }
    }

    private static String row(String name, String what, KnownDuplicates.Measure measure) {
        return "| " + name + " | " + what + " | " + measure.found() + " | " + measure.right() + " of " + measure.known()
                + " | " + measure.precision() + " | " + measure.recall() + " |";
    }
}
