package org.openmembership.step;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.account.SchemeExplanation.Coming;
import org.openmembership.account.SchemeExplanation.Goal;
import org.openmembership.account.SchemeExplanation.Held;
import org.openmembership.account.SchemeExplanation.Life;
import org.openmembership.account.SchemeExplanation.Named;
import org.openmembership.account.SchemeExplanation.Next;
import org.openmembership.account.SchemeExplanation.Why;
import org.openmembership.account.SchemePin;
import org.openmembership.account.SchemeStanding.Earned;
import org.openmembership.account.SchemeStanding.Grace;
import org.openmembership.account.SchemeStanding.Paid;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.LedgerStore.Stretch;

/**
 * Puts an explanation together from what a review would go by, so that both say the same.
 *
 * @param holds what the account holds now
 * @param coming what was decided already and is still to come; it is what has been earned then
 */
record Explaining(
        Candidate candidate,
        SchemeCounts counts,
        SchemeId holds,
        @Nullable Coming coming) {
    SchemeExplanation explain() {
        return new SchemeExplanation(
                candidate.account(),
                club().id(),
                candidate.today(),
                held(),
                coming == null && isOn() ? keep() : null,
                isOn() ? next().orElse(null) : null);
    }

    private Held held() {
        Why why = why();
        SchemePin pin = why == Why.PINNED || why == Why.FLOOR ? pin() : null;
        return new Held(named(holds), why, life(why), pin == null ? null : pin.reason(), earned().scheme(), coming);
    }

    private Why why() {
        if (!isOn()) {
            return Why.OFF;
        }
        SchemePin pin = pin();
        if (pin != null && !pin.isFloor()) {
            return Why.PINNED;
        }
        if (holds.equals(earned().scheme())) {
            return earned().grace() == null ? unpaid() : Why.GRACE;
        }
        if (paid() != null && holds.equals(paid().scheme())) {
            return Why.PAID;
        }
        return pin != null && holds.equals(pin.floor()) ? Why.FLOOR : unpaid();
    }

    private Why unpaid() {
        return holds.equals(club().defaultScheme()) ? Why.START : Why.EARNED;
    }

    private Life life(Why why) {
        LocalDate nextReview = candidate.found().account().standing().nextReview();
        if (why == Why.OFF) {
            return new Life(null, null, nextReview);
        }
        SchemePin pin = pin();
        Paid paid = paid();
        if (pin != null && (why == Why.PINNED || why == Why.FLOOR)) {
            return new Life(null, pin.until(), nextReview);
        }
        if (paid != null && why == Why.PAID) {
            return new Life(paid.from(), paid.until(), nextReview);
        }
        if (coming != null) {
            return new Life(null, coming.from().minusDays(1), nextReview);
        }
        Grace grace = earned().grace();
        return new Life(earned().since(), grace == null ? earned().until() : grace.until(), nextReview);
    }

    /** What keeps what was earned; nothing where a hard pin holds, or it is kept for ever. */
    private @Nullable Goal keep() {
        SchemePin pin = pin();
        Scheme scheme = club().scheme(earned().scheme()).orElse(null);
        BigDecimal needed = scheme == null ? null : scheme.thresholds().keep();
        if (scheme == null || needed == null || pin != null && !pin.isFloor()) {
            return null;
        }
        Gauge gauge = club().keepGauge(scheme);
        Grace grace = earned().grace();
        LocalDate end = grace == null ? earned().until() : grace.until();
        LocalDate by = end == null ? candidate.lastDay(gauge.window()) : end;
        return goal(gauge, candidate.keepStretch(gauge.window()), needed, counts.keep(candidate, scheme), by);
    }

    private Optional<Next> next() {
        Optional<Scheme> best = club().best(
                        List.of(holds, coming == null ? holds : coming.scheme().id()));
        return club().schemes().stream()
                .filter(scheme -> best.filter(scheme::isBetterThan).isPresent())
                .filter(scheme ->
                        scheme.thresholds().entry() != null || scheme.terms().paid() != null)
                .findFirst()
                .map(scheme -> new Next(
                        named(scheme.id()),
                        entry(scheme),
                        scheme.benefits(),
                        scheme.terms().paid()));
    }

    private @Nullable Goal entry(Scheme scheme) {
        BigDecimal needed = scheme.thresholds().entry();
        if (needed == null) {
            return null;
        }
        Gauge gauge = club().entryGauge(scheme);
        return goal(
                gauge,
                candidate.stretch(gauge.window()),
                needed,
                counts.entry(candidate, scheme),
                candidate.lastDay(gauge.window()));
    }

    private Goal goal(Gauge gauge, Stretch stretch, BigDecimal needed, BigDecimal counted, @Nullable LocalDate by) {
        BigDecimal left = needed.subtract(counted).max(BigDecimal.ZERO);
        boolean inOne = gauge.measure() == Measure.SINGLE_SPEND && left.signum() > 0;
        return new Goal(
                gauge.measure(), club().businessDate(stretch.from()), needed, counted, inOne ? needed : left, by);
    }

    private Named named(SchemeId id) {
        return new Named(id, club().scheme(id).map(Scheme::name).orElse(id.value()));
    }

    private @Nullable SchemePin pin() {
        MemberAccount account = candidate.found().account();
        return account.pinOn(candidate.today()).orElse(null);
    }

    private @Nullable Paid paid() {
        Paid paid = candidate.standing().paid();
        return paid != null && paid.holdsOn(candidate.today()) ? paid : null;
    }

    private boolean isOn() {
        return club().terms().review().force().on();
    }

    private Earned earned() {
        return candidate.earned();
    }

    private Club club() {
        return candidate.club();
    }
}
