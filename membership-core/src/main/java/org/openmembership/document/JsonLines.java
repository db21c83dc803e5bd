package org.openmembership.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a file of JSON objects, one on each line, in UTF-8. Texts, numbers, true and false are taken as they are
 * written; null and an empty text are nothing; lists and objects inside are refused.
 */
public final class JsonLines implements Rows {
    private final FileBytes bytes;
    private final int limit;
    private long number;

    private JsonLines(FileBytes bytes, int limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    /**
     * @param limit how many bytes a line may have
     * @throws IllegalArgumentException if the file is not in UTF-8
     */
    public static JsonLines of(InputStream in, int limit) throws IOException {
        return new JsonLines(FileBytes.of(in), limit);
    }

    /** Goes on behind a row that was read before. */
    public JsonLines skipTo(long row, long end) throws IOException {
        bytes.skipTo(end);
        number = Math.max(number, row);
        return this;
    }

    @Override
    public Optional<FileRow> next() throws IOException {
        byte[] line = bytes.line(limit);
        while (line != null && line.length == 0) {
            line = bytes.line(limit);
        }
        if (line == null) {
            return Optional.empty();
        }
        number++;
        return Optional.of(row(line));
    }

    private FileRow row(byte[] line) {
        long end = bytes.position();
        if (line.length > limit) {
            return FileRow.broken(number, end, line, "has more than " + limit + " bytes");
        }
        String text = FileBytes.text(line, 0, line.length);
        if (text == null) {
            return FileRow.broken(number, end, line, "is not UTF-8");
        }
        Faults faults = new Faults();
        Part<JsonValue> tree = JsonTree.read(text, faults);
        if (!faults.found().isEmpty()) {
            Fault first = faults.found().get(0);
            return FileRow.broken(number, end, line, first.path() + " " + first.message());
        }
        if (!(tree.get() instanceof JsonValue.Members members)) {
            return FileRow.broken(number, end, line, "is no object");
        }
        return cells(members, line, end);
    }

    private FileRow cells(JsonValue.Members members, byte[] line, long end) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : members.members().entrySet()) {
            JsonValue value = member.getValue();
            if (value instanceof JsonValue.Text text) {
                cells.put(member.getKey(), text.text());
            } else if (value instanceof JsonValue.Numeral numeral) {
                cells.put(member.getKey(), numeral.digits());
            } else if (value instanceof JsonValue.Truth truth) {
                cells.put(member.getKey(), Boolean.toString(truth.value()));
            } else if (!(value instanceof JsonValue.Nothing) && !FileFaults.isOurs(member.getKey())) {
                return FileRow.broken(number, end, line, member.getKey() + " is " + value.sort());
            }
        }
        cells.values().removeIf(String::isEmpty);
        return FileRow.of(number, end, line, cells);
    }
}
