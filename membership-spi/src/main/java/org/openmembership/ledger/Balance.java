package org.openmembership.ledger;

import org.openmembership.shared.Points;

/**
 * What an account holds at an instant.
 *
 * @param booked open points of all lots whose expiry is not written, less {@code debt}
 * @param available what can be spent: points in force that are not held, less {@code debt}; below zero while the debt is larger
 * @param debt what later earnings repay first
 */
public record Balance(Points booked, Points available, Points debt) {}
