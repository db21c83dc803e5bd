package org.openmembership.club;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * A step of a club with benefits of its own: Standard, Silver, Gold (B2, B21, B22).
 *
 * @param id unique over all clubs
 * @param name public, 1 to 100 characters
 * @param sequence its place in the club; higher is better
 * @param thresholds what moves an account in and keeps it there
 * @param benefits what the host gives the accounts that hold it
 */
public record Scheme(SchemeId id, String name, int sequence, Thresholds thresholds, List<Benefit> benefits) {
    public Scheme {
        Texts.requireCode("Scheme.name", name, Club.MAX_NAME);
        benefits = List.copyOf(benefits);
    }

    /** A scheme that only hands assign, or the one everybody starts with (A40). */
    public static Scheme byHand(String id, String name, int sequence) {
        return new Scheme(SchemeId.of(id), name, sequence, Thresholds.BY_HAND, List.of());
    }

    /** A scheme that is entered at {@code entry} of the club's qualifying measure and kept by {@code keep} of it. */
    public static Scheme from(String id, String name, int sequence, String entry, String keep) {
        Thresholds thresholds = new Thresholds(new BigDecimal(entry), new BigDecimal(keep));
        return new Scheme(SchemeId.of(id), name, sequence, thresholds, List.of());
    }

    public Scheme with(List<Benefit> values) {
        return new Scheme(id, name, sequence, thresholds, values);
    }

    /**
     * What the qualifying measure must reach; points or money, as the club measures.
     *
     * @param entry to enter, null where no process moves an account in
     * @param keep to stay, at most {@code entry}; the band between keeps an account where it is
     */
    public record Thresholds(
            @Nullable BigDecimal entry, @Nullable BigDecimal keep) {
        public static final Thresholds BY_HAND = new Thresholds(null, null);

        public Thresholds {
            entry = entry == null ? null : Decimals.notNegative("entry threshold", entry);
            keep = keep == null ? null : Decimals.notNegative("keep threshold", keep);
            if (entry != null && keep != null && keep.compareTo(entry) > 0) {
                throw new IllegalArgumentException("keep threshold " + keep + " is above the entry threshold " + entry);
            }
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
