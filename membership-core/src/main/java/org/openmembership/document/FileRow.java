package org.openmembership.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param number from 1, the header of a file of columns not counted
 * @param end the first byte behind it
 * @param raw its bytes as they stand in the file, without the end of the line
 * @param cells what stands in each column, as it is; a column in which nothing stands is left out
 * @param problem why it is no row, null if it is one; then there are no cells
 */
public record FileRow(
        long number,
        long end,
        RawLine raw,
        Map<String, String> cells,
        @Nullable String problem) {
    static FileRow of(long number, long end, byte[] raw, Map<String, String> cells) {
        return new FileRow(number, end, new RawLine(raw), cells, null);
    }

    static FileRow broken(long number, long end, byte[] raw, String problem) {
        return new FileRow(number, end, new RawLine(raw), Map.of(), problem);
    }

    @Override
    public String toString() {
        return "FileRow[" + number + "]";
    }
}
