package org.openmembership.purchase;

import org.openmembership.shared.Points;

/**
 * What an account will get when the sales that wait for it are posted, as far as that could be worked out when they were recorded
 * (B40). It counts nowhere and cannot be spent.
 *
 * @param sales how many wait, returns included
 * @param points all of them together; below zero where returns of what was posted wait
 */
public record Provisional(long sales, Points points) {
    public static final Provisional NOTHING = new Provisional(0, Points.ZERO);

    public Provisional plus(Provisional other) {
        return new Provisional(sales + other.sales, points.plus(other.points));
    }
}
