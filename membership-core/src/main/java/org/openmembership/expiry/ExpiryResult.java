package org.openmembership.expiry;

import org.openmembership.shared.Points;

/**
 * What a run wrote off.
 *
 * @param accounts with lapsed lots
 * @param lots written off, one entry each
 * @param points they still held
 */
public record ExpiryResult(long accounts, long lots, Points points) {
    static final ExpiryResult NOTHING = new ExpiryResult(0, 0, Points.ZERO);

    ExpiryResult plus(ExpiryResult other) {
        return new ExpiryResult(accounts + other.accounts, lots + other.lots, points.plus(other.points));
    }
}
