package org.openmembership.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it is delivered.
 *
 * @param accounts of the buyer, one for each club; empty for a guest
 * @param at by the till's clock
 * @param foreign whether it is in another currency than that of all clubs
 */
public record ModelSale(String key, List<String> accounts, Instant at, boolean foreign, List<Line> lines) {
    public ModelSale {
        accounts = List.copyOf(accounts);
        lines = List.copyOf(lines);
    }

    /** What the rules tell apart. */
    public enum Article {
        PLAIN,
        SPECIAL,
        WITHOUT_POINTS
    }

    /**
     * A line; they are numbered from 1.
     *
     * @param back the line it gives back, null where it names none
     */
    public record Line(
            Article article,
            BigDecimal quantity,
            BigDecimal amount,
            @Nullable Original back) {
        public Line {
            quantity = quantity.stripTrailingZeros();
            amount = amount.stripTrailingZeros();
        }
    }

    /** A line of an earlier sale. */
    public record Original(String key, int line) {}

    boolean onlyBringsBack() {
        return lines.stream().allMatch(line -> line.back != null);
    }
}
