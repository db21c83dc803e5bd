package org.openmembership.examples.foodmart;

import java.time.LocalDate;

/**
 * A dated promotion of the POS.
 *
 * @param number the POS's key, which lines sold under it carry
 * @param name what the customer reads, not unique
 * @param media where it was announced
 * @param from the first day
 * @param to the last day
 */
record Promotion(int number, String name, String media, LocalDate from, LocalDate to) {}
