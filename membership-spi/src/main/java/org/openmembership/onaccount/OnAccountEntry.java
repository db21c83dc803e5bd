package org.openmembership.onaccount;

import java.time.Instant;
import org.joda.money.Money;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MoneyRange;

/**
 * One charge or payment of a customer (C28).
 *
 * @param seq 1 for the customer's first entry, without gaps
 * @param amount above zero, below 10^11
 * @param balanceAfter what the customer owed right after; below zero for credit
 * @param origin where it comes from
 */
public record OnAccountEntry(
        CustomerId customer, long seq, OnAccountKind kind, Money amount, Money balanceAfter, Origin origin) {
    public OnAccountEntry {
        if (seq < 1) {
            throw new IllegalArgumentException("OnAccountEntry.seq must be at least 1, not " + seq);
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("OnAccountEntry.amount must be above zero, not " + amount);
        }
        requireBounded("OnAccountEntry.amount", amount);
        requireBounded("OnAccountEntry.balanceAfter", balanceAfter);
        if (!amount.isSameCurrency(balanceAfter)) {
            throw new IllegalArgumentException(
                    "OnAccountEntry is in one currency, not " + amount + ", " + balanceAfter);
        }
    }

    /** Whether an amount is small enough for every storage to keep exactly. */
    public static boolean isBounded(Money amount) {
        return MoneyRange.holds(amount);
    }

    private static void requireBounded(String what, Money amount) {
        if (!isBounded(amount)) {
            throw new IllegalArgumentException(
                    what + " must stay below 10^11 with at most 4 decimals, but is " + amount);
        }
    }

    /**
     * Where an entry comes from.
     *
     * @param key the caller's, unique among entries of a kind
     * @param by who made it
     * @param occurredAt when it happened, as the caller says
     * @param recordedAt when it was recorded, by our clock
     */
    public record Origin(ExternalKey key, Actor by, Instant occurredAt, Instant recordedAt) {}
}
