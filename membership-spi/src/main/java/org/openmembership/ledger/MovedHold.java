package org.openmembership.ledger;

import java.time.Instant;

/**
 * That a hold in force has gone to another account with its points (R16).
 *
 * @param before with the lots it had
 * @param after the same hold with those it has now
 * @param leftAt when it left the one account, by that account's clock
 * @param cameAt when it came to the other, by that account's clock
 */
public record MovedHold(Hold before, Hold after, Instant leftAt, Instant cameAt) {}
