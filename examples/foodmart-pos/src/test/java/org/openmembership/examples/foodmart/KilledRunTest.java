package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openmembership.testkit.Requirement;

class KilledRunTest {
    private static final List<String> SLICE = List.of("--months", "2", "--one-household-in", "40", "--no-progress");

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Requirement({"F1", "I28"})
    void a_run_that_was_killed_goes_on_and_ends_in_the_same_figures() throws IOException, InterruptedException {
        Process doomed = start("killed");
        readUntil(doomed, "Registering");
        Thread.sleep(500);
        kill(doomed);
        Process again = start("killed");
        readUntil(again, "Replaying 1997-01");
        Thread.sleep(300);
        kill(again);

        assertThat(summary(start("killed"))).isEqualTo(summary(start("whole")));
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

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** All that a whole run prints after the replay, but for where the report is. */
    private static List<String> summary(Process process) throws IOException, InterruptedException {
        List<String> lines =
                process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines.stream()
                .dropWhile(line -> !line.startsWith("Adding up"))
                .filter(line -> !line.startsWith("The report"))
                .toList();
    }
}
