package org.openmembership.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was bought, in the club's currency; returns take off.
 *
 * @param purchases how many documents of the stretch of time, returns included
 * @param amount what they come to
 * @param last when anything was last bought or brought back, ever; null for never
 */
public record Spend(
        long purchases, BigDecimal amount, @Nullable Instant last) {
    public static final Spend NONE = new Spend(0, BigDecimal.ZERO, null);

    public Optional<Instant> lastAt() {
        return Optional.ofNullable(last);
    }

    public Spend plus(Spend other) {
        return new Spend(purchases + other.purchases, amount.add(other.amount), later(last, other.last));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
