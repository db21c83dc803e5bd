package org.openmembership.examples.foodmart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.zip.GZIPInputStream;

/**
 * A file of sales as CSV: UTF-8, commas, quotes where needed, a first row with the names of the columns; gzip-compressed
 * where its name ends in {@code .gz}.
 *
 * <p>It is read as a whole before anything is written, so all its documents are in memory.
 *
 * @param path where it is
 * @param columns what its columns are called
 * @param timeFormat of its times, in the patterns of {@link DateTimeFormatter}
 */
record SalesFile(Path path, SalesColumns columns, DateTimeFormatter timeFormat) {
    static final String USUAL_TIME_FORMAT = "uuuu-MM-dd HH:mm:ss";

    /** @throws IllegalArgumentException if {@code timePattern} is not a pattern */
    static SalesFile of(Path path, SalesColumns columns, String timePattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(timePattern).withResolverStyle(ResolverStyle.STRICT);
        return new SalesFile(path, columns, format);
    }

    /** @throws IOException if the file cannot be read at all */
    SalesReading read() throws IOException {
        SalesCollector collector = new SalesCollector(columns, timeFormat);
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(text())) {
            if (!rows.hasNextValue() || !collector.header(rows.nextValue())) {
                return collector.result();
            }
            while (rows.hasNextValue()) {
                long line = rows.getCurrentLocation().getLineNr();
                collector.add(line, rows.nextValue());
            }
        } catch (CharacterCodingException notText) {
            collector.refuse("the text is not UTF-8");
        } catch (JsonProcessingException notCsv) {
            collector.refuse("the quotes do not pair: " + notCsv.getOriginalMessage());
        }
        return collector.result();
    }

    private Reader text() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    }
}
