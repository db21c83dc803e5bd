package org.openmembership.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it is delivered.
 *
 * @param accounts of the buyer, one for each club; empty for a guest
 * @param at by the till's clock
 * @param foreign whether it is in another currency than that of all clubs
 */
public record ModelSale(
        String key, List<String> accounts, Instant at, boolean foreign, List<Line> lines, Tenders tenders) {
    private static final BigDecimal TAX = new BigDecimal("0.19");

    public ModelSale {
        accounts = List.copyOf(accounts);
        lines = List.copyOf(lines);
    }

    /**
     * How it was paid, as far as it says so; below zero where that was paid out.
     *
     * @param points with a tender that is points
     * @param others with all other tenders
     */
    public record Tenders(BigDecimal points, BigDecimal others) {}

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

    /** What the buyer owes; below zero where more comes back than is sold. */
    BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines it gives something back of. */
    Set<Original> originals() {
        Set<Original> originals = new LinkedHashSet<>();
        lines.stream().map(Line::back).filter(Objects::nonNull).forEach(originals::add);
        return originals;
    }

    boolean onlyBringsBack() {
        return lines.stream().allMatch(line -> line.back != null);
    }
}
