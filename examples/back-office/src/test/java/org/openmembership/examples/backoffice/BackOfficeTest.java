package org.openmembership.examples.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself: what its first start does, and its second. */
class BackOfficeTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void the_first_start_fills_the_shop_and_the_second_finds_it() throws Exception {
        List<String> first = new ArrayList<>();
        String list = pageOf(first);
        List<String> second = new ArrayList<>();
        String again = pageOf(second);

        assertThat(first).anyMatch(line -> line.startsWith("Taking over"));
        assertThat(second).singleElement().asString().startsWith("The back office is at http://127.0.0.1:");
        assertThat(list).contains("Customers found", "Signed in: <strong>clerk-9</strong>");
        assertThat(people(again)).isEqualTo(people(list));
    }

    /** Starts the program, loads its first page, and stops it. */
    private String pageOf(List<String> said) throws IOException, InterruptedException {
        Process program = start();
        try {
            URI address = address(program, said);
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/customers")).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            program.destroy();
            program.waitFor();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        BackOffice.class.getName(),
                        "--port=0",
                        "--clerk=clerk-9",
                        "--data=" + directory,
                        "--months=1",
                        "--one-household-in=200",
                        "--no-progress")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static URI address(Process program, List<String> said) throws IOException {
        BufferedReader lines = program.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith("The back office is at")) {
                return URI.create(PagesTest.found(line, "(http://[^ ]+)"));
            }
        }
        throw new AssertionError("the program ended: " + said);
    }

    private static String people(String list) {
        return list.substring(list.indexOf("<tbody>"), list.indexOf("</tbody>"));
    }
}
