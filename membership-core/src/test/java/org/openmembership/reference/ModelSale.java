package org.openmembership.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it is delivered.
 *
 * @param accounts of the buyer, one for each club; empty for a guest
 * @param at by the till's clock
 * @param foreign whether it is in another currency than that of all clubs
 * @param inPoints what of it was paid with a tender that is points
 */
public record ModelSale(
        String key, List<String> accounts, Instant at, boolean foreign, List<Line> lines, BigDecimal inPoints) {
    private static final BigDecimal TAX = new BigDecimal("0.19");

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

        /** What of the amount is tax: 19 of a hundred, cut. */
        public BigDecimal tax() {
            return amount.multiply(TAX).setScale(4, RoundingMode.DOWN);
        }
    }

    /** A line of an earlier sale. */
    public record Original(String key, int line) {}

    boolean onlyBringsBack() {
        return lines.stream().allMatch(line -> line.back != null);
    }
}
