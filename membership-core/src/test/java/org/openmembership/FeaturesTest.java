package org.openmembership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@code docs/features.md} says what is so: its classes and tests exist, and its tests name its rows. */
final class FeaturesTest {
    private static final Path TREE = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("@Requirement\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\\b([A-Z])(\\d+)\\b(?:-\\1?(\\d+)\\b)?");
    private static final Pattern CODE = Pattern.compile("`([\\w/]+)`");
    private static final Pattern PROOF = Pattern.compile("`(\\w+Test|\\w+Contract)`([^;`]*)");

    /** A line of a table: ids, and in the last cell what proves them. */
    private record Row(Set<String> ids, String what, String classes, String proofs) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(
                    new TreeSet<>(FeaturesTest.ids(cells[1])),
                    cells[2].strip(),
                    cells.length > 5 ? cells[3] : "",
                    cells[cells.length - 2]);
        }

        List<MatchResult> proven() {
            return PROOF.matcher(proofs).results().toList();
        }

        @Override
        public String toString() {
            return ids + " " + what;
        }
    }

    @Test
    void every_row_names_classes_that_are_there() {
        Set<String> classes = files("src/main/java")
                .map(path -> path.getParent().getFileName() + "/" + nameOf(path))
                .collect(Collectors.toSet());

        for (Row row : rows()) {
            assertThat(matches(CODE, row.classes())).as("classes of %s", row).isSubsetOf(classes);
        }
    }

    @Test
    void every_row_is_named_by_the_tests_that_prove_it() {
        Map<String, String> tests = tests();
        for (Row row : rows()) {
            assertThat(row.proven()).as("tests of %s", row).isNotEmpty();
            Set<String> proven = new TreeSet<>();
            for (MatchResult proof : row.proven()) {
                String source = tests.get(proof.group(1));
                assertThat(source).as("%s of %s", proof.group(1), row).isNotNull();
                assertThat(source).as("%s of %s", proof.group(1), row).contains(asMethod(proof.group(2)));
                proven.addAll(named(source));
            }
            assertThat(proven).as("ids named by the tests of %s", row).containsAll(row.ids());
        }
    }

    @Test
    void every_row_that_a_test_names_is_listed() {
        Set<String> listed = new TreeSet<>();
        rows().forEach(row -> listed.addAll(row.ids()));

        Set<String> named = new TreeSet<>();
        tests().values().forEach(source -> named.addAll(named(source)));

        assertThat(listed).containsAll(named);
    }

    @Test
    void no_row_is_there_twice() {
        assertThat(rows().stream().map(row -> row.ids() + " " + row.what())).doesNotHaveDuplicates();
    }

    private static List<Row> rows() {
        try {
            return Files.readAllLines(TREE.resolve("docs/features.md"), UTF_8).stream()
                    .filter(line -> line.matches("\\| [A-Z]\\d.*"))
                    .map(Row::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> tests() {
        return files("src/test/java")
                .collect(toMap(FeaturesTest::nameOf, FeaturesTest::text, (one, other) -> one + other));
    }

    private static Set<String> named(String source) {
        Set<String> ids = new TreeSet<>();
        NAMED.matcher(source).results().forEach(annotation -> ids.addAll(ids(annotation.group(1))));
        return ids;
    }

    private static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        ID.matcher(text).results().forEach(id -> {
            int first = Integer.parseInt(id.group(2));
            int last = id.group(3) == null ? first : Integer.parseInt(id.group(3));
            IntStream.rangeClosed(first, last).forEach(number -> ids.add(id.group(1) + number));
        });
        return ids;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Words behind a test are a method of it; what stands in brackets is a remark. */
    private static String asMethod(String words) {
        return words.replaceAll("\\(.*", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 ]", "")
                .strip()
                .replace(' ', '_');
    }

    /** Of sources alone: what tests leave in target comes and goes. */
    private static Stream<Path> files(String part) {
        return modules()
                .map(module -> module.resolve(part))
                .filter(Files::isDirectory)
                .flatMap(FeaturesTest::javaFiles);
    }

    private static Stream<Path> modules() {
        Stream<Path> ours = Stream.of("membership-spi", "membership-core", "membership-jdbc")
                .map(TREE::resolve);
        try (Stream<Path> examples = Files.list(TREE.resolve("examples"))) {
            return Stream.concat(ours, examples.toList().stream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().replace(".java", "");
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
