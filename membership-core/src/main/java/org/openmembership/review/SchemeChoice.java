package org.openmembership.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;

/** Which scheme an account should hold, from the measure alone (B51, R41, R42). */
final class SchemeChoice {
    private SchemeChoice() {}

    /**
     * The scheme for {@code measure} of an account that holds {@code current}: the highest that is entered, skipping steps;
     * else the current one while it is kept; else down by the club's policy.
     */
    static SchemeId choose(Club club, SchemeId current, BigDecimal measure) {
        Optional<Scheme> held = club.scheme(current);
        if (held.isEmpty()) {
            return highestEntered(club.schemes(), measure, Integer.MAX_VALUE)
                    .map(Scheme::id)
                    .orElse(club.defaultScheme());
        }
        Scheme scheme = held.get();
        Optional<Scheme> best = highestEntered(club.schemes(), measure, Integer.MAX_VALUE)
                .filter(entered -> entered.sequence() > scheme.sequence());
        if (best.isPresent()) {
            return best.get().id();
        }
        boolean stays =
                scheme.thresholds().isKeptBy(measure) || club.terms().review().downgrade() == Downgrade.NEVER;
        return stays ? current : below(club, scheme, measure);
    }

    private static SchemeId below(Club club, Scheme scheme, BigDecimal measure) {
        if (club.terms().review().downgrade() == Downgrade.ONE_STEP) {
            return club.nextBelow(scheme.id()).map(Scheme::id).orElse(scheme.id());
        }
        return highestMet(club.schemes(), measure, scheme.sequence())
                .or(() -> club.scheme(club.defaultScheme()).filter(first -> first.sequence() < scheme.sequence()))
                .map(Scheme::id)
                .orElse(scheme.id());
    }

    private static Optional<Scheme> highestEntered(List<Scheme> schemes, BigDecimal measure, int below) {
        return highest(schemes, below, scheme -> scheme.thresholds().isEnteredBy(measure));
    }

    /** What an account that falls comes to rest on: a scheme it meets the keep threshold of is met. */
    private static Optional<Scheme> highestMet(List<Scheme> schemes, BigDecimal measure, int below) {
        return highest(
                schemes,
                below,
                scheme -> scheme.thresholds().entry() != null
                        && scheme.thresholds().isKeptBy(measure));
    }

    private static Optional<Scheme> highest(List<Scheme> schemes, int below, Predicate<Scheme> met) {
        return schemes.stream()
                .filter(scheme -> scheme.sequence() < below)
                .filter(met)
                .reduce((lower, higher) -> higher);
    }
}
