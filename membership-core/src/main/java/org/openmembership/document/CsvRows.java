package org.openmembership.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of columns as RFC 4180 has it, in UTF-8, with a header (B11). Lines end with LF or CRLF; in quotes
 * anything may stand. Cells are taken as they are.
 *
 * <p>What is no row is one broken row, and the next line is read again: quotes that are never closed swallow nothing else.
 */
public final class CsvRows implements Rows {
    /** More columns than anybody has. */
    private static final int MAX_COLUMNS = 1_000;

    private final FileBytes bytes;
    private final int delimiter;
    private final int limit;
    private final List<String> header;
    private final byte[] rawHeader;
    private long number;

    private CsvRows(FileBytes bytes, char delimiter, int limit) throws IOException {
        this.bytes = bytes;
        this.delimiter = delimiter;
        this.limit = limit;
        Line line = line();
        this.rawHeader = line.raw().bytes();
        if (line.problem() != null || line.cells().size() > MAX_COLUMNS) {
            throw new IllegalArgumentException("the header cannot be read: "
                    + (line.problem() == null ? "it has more than " + MAX_COLUMNS + " columns" : line.problem()));
        }
        this.header = List.copyOf(line.cells());
    }

    /**
     * Reads the header; the first row is next.
     *
     * @param delimiter between cells, an ASCII character
     * @param limit how many bytes a row may have
     * @throws IllegalArgumentException if there is no header, or the file is not in UTF-8
     */
    public static CsvRows of(InputStream in, char delimiter, int limit) throws IOException {
        return new CsvRows(FileBytes.of(in), delimiter, limit);
    }

    public List<String> header() {
        return header;
    }

    /** The header as it stands in the file. */
    public byte[] rawHeader() {
        return rawHeader.clone();
    }

    /** Goes on behind a row that was read before. */
    public CsvRows skipTo(long row, long end) throws IOException {
        bytes.skipTo(end);
        number = Math.max(number, row);
        return this;
    }

    @Override
    public Optional<FileRow> next() throws IOException {
        while (bytes.peek() != FileBytes.END) {
            Line line = line();
            boolean blank = line.raw().isEmpty();
            if (!blank) {
                number++;
                return Optional.of(row(line));
            }
        }
        return Optional.empty();
    }

    private FileRow row(Line line) {
        if (line.problem() != null) {
            return FileRow.broken(number, bytes.position(), line.raw().bytes(), line.problem());
        }
        List<String> cells = line.cells();
        if (cells.size() != header.size()) {
            String problem = "has " + cells.size() + " cells where the header has " + header.size();
            return FileRow.broken(number, bytes.position(), line.raw().bytes(), problem);
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                byColumn.put(header.get(i), cells.get(i));
            }
        }
        return FileRow.of(number, bytes.position(), line.raw().bytes(), byColumn);
    }

    /** What stands between two ends of lines that are not in quotes. */
    private record Line(
            RawLine raw, List<String> cells, @Nullable String problem) {}

    /** Where in a cell a byte stands. */
    private enum Place {
        START,
        PLAIN,
        QUOTED,
        CLOSING
    }

    private Line line() throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        Place place = Place.START;
        int read = bytes.read();
        while (read != FileBytes.END && (place == Place.QUOTED || read != '\n')) {
            raw.write(read);
            place = after(place, read);
            if (raw.size() > limit) {
                return place == Place.QUOTED ? unclosed(raw.toByteArray(), unclosed()) : tooLong(raw.toByteArray());
            }
            read = bytes.read();
        }
        if (place == Place.QUOTED) {
            return unclosed(raw.toByteArray(), unclosed());
        }
        if (read == '\n') {
            raw.write(read);
        }
        return split(raw.toByteArray());
    }

    /** Quotes open a cell only at its start; elsewhere they spoil one line, not those behind it. */
    private Place after(Place place, int read) {
        boolean quote = read == '"';
        if (place == Place.QUOTED) {
            return quote ? Place.CLOSING : Place.QUOTED;
        }
        if (quote && place != Place.PLAIN) {
            return Place.QUOTED;
        }
        return read == delimiter ? Place.START : Place.PLAIN;
    }

    /** Only its first line is broken; where quotes went astray, those behind it are read again. */
    private Line unclosed(byte[] raw, String problem) throws IOException {
        int end = 0;
        while (end < raw.length && raw[end] != '\n') {
            end++;
        }
        if (end < raw.length) {
            bytes.unread(raw, end + 1);
        } else if (raw.length > limit) {
            bytes.line(0);
        }
        return new Line(new RawLine(Arrays.copyOf(raw, end)), List.of(), problem);
    }

    private Line tooLong(byte[] raw) throws IOException {
        bytes.line(0);
        return new Line(new RawLine(raw), List.of(), "has more than " + limit + " bytes");
    }

    private String unclosed() {
        return "has quotes that are not closed, or more than " + limit + " bytes";
    }

    private Line split(byte[] ended) throws IOException {
        byte[] line = withoutEnd(ended);
        List<String> cells = new ArrayList<>();
        int from = 0;
        while (from <= line.length) {
            boolean quoted = from < line.length && line[from] == '"';
            int to = quoted ? endOfQuotes(line, from) : endOfPlain(line, from);
            if (to < 0) {
                String problem =
                        quoted ? "has text behind closing quotes" : "has quotes or a carriage return inside a cell";
                return unclosed(ended, problem + ", in cell " + (cells.size() + 1));
            }
            String text = quoted ? FileBytes.text(line, from + 1, to - 1) : FileBytes.text(line, from, to);
            if (text == null) {
                return new Line(new RawLine(line), List.of(), "is not UTF-8, in cell " + (cells.size() + 1));
            }
            cells.add(quoted ? text.replace("\"\"", "\"") : text);
            from = to + 1;
        }
        return new Line(new RawLine(line), cells, null);
    }

    private static byte[] withoutEnd(byte[] ended) {
        int end = ended.length;
        if (end > 0 && ended[end - 1] == '\n') {
            end--;
            if (end > 0 && ended[end - 1] == '\r') {
                end--;
            }
        }
        return Arrays.copyOf(ended, end);
    }

    /** Behind the closing quote, if the cell ends there. */
    private int endOfQuotes(byte[] line, int from) {
        int at = from + 1;
        while (at < line.length) {
            if (line[at] == '"') {
                boolean doubled = at + 1 < line.length && line[at + 1] == '"';
                if (!doubled) {
                    boolean ends = at + 1 == line.length || line[at + 1] == delimiter;
                    return ends ? at + 1 : -1;
                }
                at++;
            }
            at++;
        }
        return -1;
    }

    private int endOfPlain(byte[] line, int from) {
        int at = from;
        while (at < line.length && line[at] != delimiter) {
            if (line[at] == '"' || line[at] == '\r') {
                return -1;
            }
            at++;
        }
        return at;
    }
}
