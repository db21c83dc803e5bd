package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openmembership.testkit.Requirement;

class KilledRunTest {
    private static final List<String> SLICE = List.of("--months", "2", "--one-household-in", "40");

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Requirement({"F1", "I28"})
    void a_replay_that_was_killed_goes_on_and_ends_in_the_same_figures() throws Exception {
        killDuring("Replaying 1997-01");
        assertThat(summary(java().redirectError(ProcessBuilder.Redirect.DISCARD).start()))
                .isEqualTo(undisturbed());
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @EnabledIfSystemProperty(named = "proof", matches = "true", disabledReason = "starts many processes: -Dproof=true")
    @Requirement({"F1", "I28"})
    void a_run_that_was_killed_again_and_again_ends_in_the_same_figures() throws Exception {
        killDuring("Registering");
        killDuring("Registering");
        killDuring("Replaying 1997-01");
        killDuring("Replaying 1997-02");
        killDuring("Replaying 1997-02");
        assertThat(summary(java().redirectError(ProcessBuilder.Redirect.DISCARD).start()))
                .isEqualTo(undisturbed());
    }

    /** As soon as its bar shows that some of it is done. */
    private void killDuring(String work) throws IOException, InterruptedException {
        Process doomed = java().redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        readUntil(doomed, Pattern.compile(work + "\\s+[1-9].*"));
        doomed.destroyForcibly().waitFor();
    }

    /** What the same slice comes to in one go. */
    private List<String> undisturbed() throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        try (Database database = new Database(Database.sqlite(directory.resolve("whole.db")), null, null)) {
            new FoodMartRun(database::storage, console, Slice.of(2, 40)).run(directory.resolve("whole.html"));
        }
        return summary(out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** A run of its own on the same data each time; its bars go to its error stream. */
    private ProcessBuilder java() {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                FoodMartPos.class.getName(),
                "--data",
                directory.resolve("killed").toString());
        return new ProcessBuilder(Stream.concat(java, SLICE.stream()).toList());
    }

    private static void readUntil(Process process, Pattern wanted) throws IOException {
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !wanted.matcher(line).matches()) {
            line = lines.readLine();
        }
        assertThat(line).as("the run shows " + wanted).isNotNull();
    }

    private static List<String> summary(Process process) throws IOException, InterruptedException {
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return summary(lines);
    }

    /** All that a run prints after the replay, but for where the report is. */
    private static List<String> summary(List<String> lines) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith("Adding up"))
                .filter(line -> !line.startsWith("The report"))
                .toList();
    }
}
