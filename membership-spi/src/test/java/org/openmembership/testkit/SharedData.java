package org.openmembership.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.opentest4j.TestAbortedException;

/**
 * The real data beside the repository, in {@code shared/data}; a test that asks for a file that is not there is skipped and
 * says so.
 */
public final class SharedData {
    private SharedData() {}

    /** The rows of a CSV file, each by its column names; quoted fields stay on one line in all of them. */
    public static List<Map<String, String>> csv(String file) {
        List<String> lines = lines(file);
        List<String> header = fields(lines.get(0));
        return lines.stream().skip(1).map(line -> row(header, fields(line))).toList();
    }

    /** The 515 strings that break careless software; never print them. */
    public static List<String> naughtyStrings() {
        return lines("naughty-strings.base64.txt.gz").stream()
                .map(SharedData::base64)
                .toList();
    }

    public static String base64(String text) {
        return new String(Base64.getDecoder().decode(text), UTF_8);
    }

    public static List<String> lines(String file) {
        Path path = find(file);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file is. */
    public static Path find(String file) {
        Path place = Path.of("").toAbsolutePath();
        while (place != null && !Files.exists(place.resolve("shared/data").resolve(file))) {
            place = place.getParent();
        }
        if (place == null) {
            throw new TestAbortedException(
                    "SKIPPED: no shared/data/" + file + " above " + Path.of("").toAbsolutePath());
        }
        return place.resolve("shared/data").resolve(file);
    }

    private static Map<String, String> row(List<String> header, List<String> fields) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), fields.get(i));
        }
        return row;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
