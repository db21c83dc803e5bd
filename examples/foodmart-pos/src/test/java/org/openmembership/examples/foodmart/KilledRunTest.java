package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openmembership.testkit.Requirement;

class KilledRunTest {
    private static final List<String> SLICE = List.of("--months", "2", "--one-household-in", "40", "--no-progress");

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @EnabledIfSystemProperty(named = "proof", matches = "true", disabledReason = "starts many processes: -Dproof=true")
    @Requirement({"F1", "I28"})
    void a_replay_that_was_killed_goes_on_and_ends_in_the_same_figures() throws Exception {
        killAt("Replaying 1997-01");
        assertThat(summary(start("killed"))).isEqualTo(undisturbed());
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @EnabledIfSystemProperty(named = "proof", matches = "true", disabledReason = "starts many processes: -Dproof=true")
    @Requirement({"F1", "I28"})
    void a_run_that_was_killed_again_and_again_ends_in_the_same_figures() throws Exception {
        killAt("Registering");
        killAt("Registering");
        killAt("Replaying 1997-01");
        killAt("Replaying 1997-02");
        killAt("Adding up");
        assertThat(summary(start("killed"))).isEqualTo(undisturbed());
    }

    private void killAt(String words) throws IOException, InterruptedException {
        Process doomed = start("killed");
        readUntil(doomed, words);
        Thread.sleep(400);
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

    private Process start(String data) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                FoodMartPos.class.getName(),
                "--data",
                directory.resolve(data).toString());
        List<String> command = new ArrayList<>(java.toList());
        command.addAll(SLICE);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void readUntil(Process process, String words) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith(words)) {
            line = lines.readLine();
        }
        assertThat(line).as("the run has come to: " + words).isNotNull();
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
