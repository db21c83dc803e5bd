package org.openmembership.step;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.SchemeMove.Cause.Kind;
import org.openmembership.account.SchemeStanding.Earned;
import org.openmembership.account.SchemeStanding.Grace;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms.Anchors;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Effect;
import org.openmembership.club.ReviewTerms.Fall;
import org.openmembership.club.Scheme;

/** Which scheme an account has earned, from its counts and days alone (B51, R41-R43). */
record SchemeChoice(Candidate candidate, SchemeCounts counts) {
    /**
     * @param earned from now on
     * @param kind what happened, null where nothing did
     * @param measure what was counted for it
     */
    record Chosen(Earned earned, @Nullable Kind kind, BigDecimal measure) {}

    /** The highest that is entered, skipping steps; else the one that is held while it is kept; else down by the club's policy. */
    Chosen choose() {
        return better().orElseGet(() -> club().scheme(candidate.earned().scheme())
                .map(this::judged)
                .orElseGet(() -> moved(first(), BigDecimal.ZERO)));
    }

    /** The highest that is entered, if it is better than what was earned so far. */
    Optional<Chosen> better() {
        Optional<Scheme> held = club().scheme(candidate.earned().scheme());
        return highest(scheme -> held.map(scheme::isBetterThan).orElse(true) && isEntered(scheme))
                .map(scheme -> moved(scheme, counts.entry(candidate, scheme)));
    }

    private Chosen judged(Scheme scheme) {
        Earned earned = candidate.earned();
        BigDecimal measure = counts.keep(candidate, scheme);
        LocalDate begins = lastDay(scheme, candidate.today());
        if (earned.until() == null && earned.grace() == null && begins != null) {
            return new Chosen(new Earned(scheme.id(), candidate.today(), begins, null), Kind.RENEWED, measure);
        }
        if (!candidate.isJudged()) {
            return new Chosen(earned, null, measure);
        }
        if (stays(scheme, measure)) {
            return kept(scheme, measure);
        }
        return missed(scheme, measure);
    }

    private boolean stays(Scheme scheme, BigDecimal measure) {
        return scheme.thresholds().isKeptBy(measure) || isEntered(scheme) || fall().downgrade() == Downgrade.NEVER;
    }

    private Chosen kept(Scheme scheme, BigDecimal measure) {
        Earned earned = candidate.earned();
        Grace grace = earned.grace();
        LocalDate end = grace == null ? candidate.judgedOn() : grace.missedOn();
        if (earned.until() == null) {
            Earned stays = new Earned(scheme.id(), earned.since(), null, null);
            return new Chosen(stays, grace == null ? null : Kind.RENEWED, measure);
        }
        LocalDate first = end.plusDays(1);
        return new Chosen(new Earned(scheme.id(), first, lastDay(scheme, first), null), Kind.RENEWED, measure);
    }

    private Chosen missed(Scheme scheme, BigDecimal measure) {
        Earned earned = candidate.earned();
        Grace grace = earned.grace();
        Optional<Scheme> lower = below(scheme);
        if (lower.isEmpty()) {
            return kept(scheme, measure);
        }
        if (grace == null && fall().isGraceful()) {
            LocalDate day = candidate.judgedOn();
            Grace begun = new Grace(day, day.plus(fall().grace()));
            return new Chosen(new Earned(scheme.id(), earned.since(), earned.until(), begun), Kind.GRACE, measure);
        }
        boolean inGrace = grace != null && !grace.until().isBefore(candidate.today());
        return inGrace ? new Chosen(earned, null, measure) : moved(lower.get(), measure);
    }

    private Optional<Scheme> below(Scheme scheme) {
        if (fall().downgrade() == Downgrade.ONE_STEP) {
            return club().nextBelow(scheme.id());
        }
        return highest(lower -> scheme.isBetterThan(lower) && isMet(lower))
                .or(() -> Optional.of(first()).filter(scheme::isBetterThan));
    }

    /** What an account that falls comes to rest on: a scheme that it would keep is met. */
    private boolean isMet(Scheme scheme) {
        return scheme.thresholds().entry() != null
                && (scheme.thresholds().isKeptBy(counts.keep(candidate, scheme)) || isEntered(scheme));
    }

    private boolean isEntered(Scheme scheme) {
        return scheme.thresholds().isEnteredBy(counts.entry(candidate, scheme));
    }

    private Chosen moved(Scheme scheme, BigDecimal measure) {
        LocalDate first = effectiveOn();
        return new Chosen(new Earned(scheme.id(), first, lastDay(scheme, first), null), Kind.REVIEW, measure);
    }

    private @Nullable LocalDate lastDay(Scheme scheme, LocalDate first) {
        Anchors anchors = candidate.anchors();
        return scheme.terms().tenure().lastDay(first, anchors);
    }

    /** The first day on which a move holds. */
    LocalDate effectiveOn() {
        return club().terms().review().pace().effect() == Effect.NEXT_DAY
                ? candidate.today().plusDays(1)
                : candidate.today();
    }

    private Optional<Scheme> highest(Predicate<Scheme> wanted) {
        return club().schemes().stream().filter(wanted).reduce((lower, higher) -> higher);
    }

    private Scheme first() {
        return club().scheme(club().defaultScheme()).orElseThrow();
    }

    private Fall fall() {
        return club().terms().review().fall();
    }

    private Club club() {
        return candidate.club();
    }
}
