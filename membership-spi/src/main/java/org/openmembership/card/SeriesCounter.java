package org.openmembership.card;

/**
 * How far a series has been drawn.
 *
 * @param next the serial number that comes next
 * @param version counts its changes, from 1
 */
public record SeriesCounter(CardBatch.Series series, long next, int version) {
    public static final int FIRST_VERSION = 1;

    /** The counter once a card with this number is there that came from elsewhere: numbers are drawn behind it. */
    public SeriesCounter behind(long serial) {
        return serial < next ? this : new SeriesCounter(series, serial + 1, version + 1);
    }

    public SeriesCounter drawn(int count) {
        return new SeriesCounter(series, next + count, version + 1);
    }
}
