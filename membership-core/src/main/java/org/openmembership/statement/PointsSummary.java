package org.openmembership.statement;

import org.openmembership.ledger.Balance;
import org.openmembership.shared.Points;

/**
 * The three figures of a member's points (A29).
 *
 * @param earned by sales, adjustments and opening balances, ever
 * @param redeemed ever
 */
public record PointsSummary(Balance balance, Points earned, Points redeemed) {}
