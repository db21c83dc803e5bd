package org.openmembership.club;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.shared.Texts;

/**
 * A step of a club with benefits of its own: Standard, Silver, Gold (B2, B21, B22).
 *
 * @param id unique over all clubs
 * @param name public, 1 to 100 characters
 * @param sequence its place in the club; higher is better
 * @param thresholds what moves an account in and keeps it there
 * @param terms what it settles otherwise than its club
 * @param benefits what the host gives the accounts that hold it
 */
public record Scheme(
        SchemeId id, String name, int sequence, Thresholds thresholds, SchemeTerms terms, List<Benefit> benefits) {
    public Scheme {
        Texts.requireCode("Scheme.name", name, Club.MAX_NAME);
        benefits = List.copyOf(benefits);
    }

    /** A scheme that only hands assign, or the one everybody starts with (A40). */
    public static Scheme byHand(String id, String name, int sequence) {
        return new Scheme(SchemeId.of(id), name, sequence, Thresholds.BY_HAND, SchemeTerms.DEFAULT, List.of());
    }

    /** A scheme that is entered at {@code entry} of the club's qualifying measure and kept by {@code keep} of it. */
    public static Scheme from(String id, String name, int sequence, String entry, String keep) {
        Thresholds thresholds = new Thresholds(new BigDecimal(entry), new BigDecimal(keep));
        return new Scheme(SchemeId.of(id), name, sequence, thresholds, SchemeTerms.DEFAULT, List.of());
    }

    public Scheme with(List<Benefit> values) {
        return new Scheme(id, name, sequence, thresholds, terms, values);
    }

    public Scheme with(SchemeTerms values) {
        return new Scheme(id, name, sequence, thresholds, values, benefits);
    }

    /** The same with the conditions of an earlier version of it. */
    Scheme judgingBy(Scheme then) {
        return new Scheme(id, name, sequence, then.thresholds, then.terms, benefits);
    }

    /** What is counted for entering it in a club with these terms (R47). */
    public Gauge entryGauge(ReviewTerms ofClub) {
        Gauge own = terms.entry();
        return own == null ? ofClub.entry() : own;
    }

    /** What is counted for staying in it in a club with these terms (R47). */
    public Gauge keepGauge(ReviewTerms ofClub) {
        Gauge own = terms.keep();
        return own == null ? ofClub.keep() : own;
    }

    /**
     * The scheme itself, for a club with these terms.
     *
     * @throws IllegalArgumentException if what enters it would not keep it although both are counted by the same measure, or
     *     if it is sold in another currency
     */
    public Scheme requireFits(ReviewTerms ofClub, CurrencyUnit currency) {
        thresholds.countedBy(entryGauge(ofClub), keepGauge(ofClub));
        SchemeTerms.PaidTerm paid = terms.paid();
        if (paid != null && !paid.price().getCurrencyUnit().equals(currency)) {
            throw new IllegalArgumentException("scheme " + id + " is sold in "
                    + paid.price().getCurrencyUnit() + ", its club counts in " + currency);
        }
        return this;
    }

    public boolean isBetterThan(Scheme other) {
        return sequence > other.sequence;
    }

    /**
     * What the qualifying measure must reach; points or money, as the club measures.
     *
     * @param entry to enter, null where no process moves an account in
     * @param keep to stay, null where it is kept for ever; the band up to {@code entry} keeps an account where it is
     */
    public record Thresholds(
            @Nullable BigDecimal entry, @Nullable BigDecimal keep) {
        public static final Thresholds BY_HAND = new Thresholds(null, null);

        public Thresholds {
            entry = entry == null ? null : Decimals.notNegative("entry threshold", entry);
            keep = keep == null ? null : Decimals.notNegative("keep threshold", keep);
        }

        /**
         * The thresholds themselves, for what is counted by these.
         *
         * @throws IllegalArgumentException if what enters would not keep although both are counted by the same measure
         */
        public Thresholds countedBy(Gauge entering, Gauge staying) {
            boolean comparable = entering.measure() == staying.measure();
            if (comparable && entry != null && keep != null && keep.compareTo(entry) > 0) {
                throw new IllegalArgumentException("keep threshold " + keep + " is above the entry threshold " + entry);
            }
            return this;
        }

        public boolean isEnteredBy(BigDecimal measure) {
            return entry != null && measure.compareTo(entry) >= 0;
        }

        /** Whether an account that holds the scheme stays in it; one without a keep threshold is kept for ever. */
        public boolean isKeptBy(BigDecimal measure) {
            return keep == null || measure.compareTo(keep) >= 0;
        }
    }
}
