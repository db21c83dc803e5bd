package org.openmembership.importing;

/**
 * Up to where a file has been taken over: where a later run goes on.
 *
 * @param row the number of the last row that was dealt with, 0 at the beginning
 * @param bytes behind that row
 */
public record ImportPosition(long row, long bytes) {
    public static final ImportPosition START = new ImportPosition(0, 0);

    public ImportPosition {
        if (row < 0 || bytes < 0) {
            throw new IllegalArgumentException("ImportPosition must not be negative: " + row + ", " + bytes);
        }
    }
}
