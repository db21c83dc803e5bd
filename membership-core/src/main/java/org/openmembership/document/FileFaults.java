package org.openmembership.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Writes the rows of a file that were refused, each with its number and what is wrong, and as it was, so that it can be
 * mended and read again: the columns that were added are left out when they are read.
 */
public final class FileFaults {
    private static final String ROW = "_row";
    private static final String COLUMN = "_column";
    private static final String REASON = "_reason";
    private static final Set<String> ADDED = Set.of(ROW, COLUMN, REASON);

    private final OutputStream out;
    private final byte delimiter;
    private final boolean columns;

    private FileFaults(OutputStream out, char delimiter, boolean columns) {
        this.out = out;
        this.delimiter = (byte) delimiter;
        this.columns = columns;
    }

    /** Of a file of columns; the header is written at once. */
    public static FileFaults csv(OutputStream out, char delimiter, byte[] header) throws IOException {
        FileFaults faults = new FileFaults(out, delimiter, true);
        faults.line(ROW, COLUMN, REASON, header);
        return faults;
    }

    /** Of a file of JSON objects. */
    public static FileFaults jsonLines(OutputStream out) {
        return new FileFaults(out, ',', false);
    }

    /** Whether a column was added by this. */
    public static boolean isOurs(String column) {
        return ADDED.contains(column);
    }

    public void write(FileRow row, String column, String reason) throws IOException {
        if (columns) {
            line(
                    Long.toString(row.number()),
                    CsvText.quoted(column),
                    CsvText.quoted(reason),
                    row.raw().bytes());
        } else {
            object(row, column, reason);
        }
    }

    public void flush() throws IOException {
        out.flush();
    }

    private void line(String number, String column, String reason, byte[] raw) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(number.getBytes(StandardCharsets.UTF_8));
        line.write(delimiter);
        line.writeBytes(column.getBytes(StandardCharsets.UTF_8));
        line.write(delimiter);
        line.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
        line.write(delimiter);
        line.writeBytes(raw);
        line.write('\n');
        line.writeTo(out);
    }

    /** The members that were added go first, so that those of the row stay as they were written. */
    private void object(FileRow row, String column, String reason) throws IOException {
        String added = JsonText.line(
                json -> json.put(ROW, row.number()).put(COLUMN, column).put(REASON, reason));
        byte[] raw = row.raw().bytes();
        int open = 0;
        while (open < raw.length && (raw[open] == ' ' || raw[open] == '\t')) {
            open++;
        }
        boolean isObject = open < raw.length && raw[open] == '{';
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        if (isObject) {
            boolean empty = row.problem() == null && row.cells().isEmpty();
            line.writeBytes(added.substring(0, added.length() - 1).getBytes(StandardCharsets.UTF_8));
            line.writeBytes((empty ? "" : ",").getBytes(StandardCharsets.UTF_8));
            line.write(raw, open + 1, raw.length - open - 1);
        } else {
            line.writeBytes(added.getBytes(StandardCharsets.UTF_8));
            line.write('\t');
            line.writeBytes(raw);
        }
        line.write('\n');
        line.writeTo(out);
    }
}
