package org.openmembership.redemption;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.shared.Points;

/**
 * What a till may offer now (A47): read without a lock, so that the redemption itself decides again.
 *
 * @param available what could be spent if nothing bounded it
 * @param perUnit how many points one unit of the club's currency takes; null where points are worth nothing
 * @param least the fewest points a redemption may take
 * @param step what it takes is a multiple of this
 * @param most the most it may take now; zero where that would be fewer than {@code least}, or nothing may be taken at all
 * @param worth what {@code most} pays
 * @param refusal why nothing may be taken, null where something may
 */
public record RedemptionQuote(
        Points available,
        @Nullable BigDecimal perUnit,
        Points least,
        Points step,
        Points most,
        Money worth,
        SpendingRefusal.@Nullable Reason refusal) {}
