package org.openmembership.payonaccount;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.ExternalKey;

/**
 * A charge or a payment.
 *
 * @param customer whose
 * @param amount above zero, in the currency of the customer's first entry
 * @param key the caller's name for this attempt
 * @param comment what a clerk notes with it (C27), kept where it can be erased; null for nothing
 * @param occurredAt when it happened, not in the future; null for now
 */
public record OnAccountRequest(
        CustomerId customer,
        Money amount,
        ExternalKey key,
        @Size(min = 1, max = MAX_COMMENT) @Nullable String comment,
        @Nullable Instant occurredAt) {
    public static final int MAX_COMMENT = 500;

    /** What happens now, without a comment. */
    public static OnAccountRequest of(CustomerId customer, Money amount, ExternalKey key) {
        return new OnAccountRequest(customer, amount, key, null, null);
    }

    public OnAccountRequest comment(@Nullable String text) {
        return new OnAccountRequest(customer, amount, key, text, occurredAt);
    }

    @Override
    public String toString() {
        return "OnAccountRequest[" + customer + ", " + amount + ", " + key + "]";
    }
}
