package org.openmembership.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Benefit;
import org.openmembership.club.ClubId;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms.PaidTerm;
import org.openmembership.shared.ReasonCode;

/**
 * Why an account holds its scheme, what keeps it, and what is missing to the next, by when (R46, B23).
 *
 * @param account whose
 * @param club in which
 * @param on the day for which it is told
 * @param held what it holds, and why
 * @param keep what keeps what it has earned, null where nothing needs to be kept
 * @param next the nearest better scheme that can be entered or bought, null where there is none
 */
public record SchemeExplanation(
        AccountId account,
        ClubId club,
        LocalDate on,
        Held held,
        @Nullable Goal keep,
        @Nullable Next next) {
    /** By which route a scheme is held. */
    public enum Why {
        /** It is what every account starts with. */
        START,
        EARNED,
        /** It was earned and not kept, and is held until the grace is over. */
        GRACE,
        PAID,
        /** A pin says so, whatever is earned or paid. */
        PINNED,
        /** A pin says that it is no less. */
        FLOOR,
        /** Schemes are off; what it holds beneath that comes back with them (D21). */
        OFF
    }

    /** @param name public */
    public record Named(SchemeId id, String name) {}

    /**
     * @param why the route by which it is held
     * @param life its days
     * @param reason of the pin, null without one
     * @param earned what is held beneath it by earning alone; the same where it is earned
     * @param coming what was decided to come, null where nothing is
     */
    public record Held(
            Named scheme,
            Why why,
            Life life,
            @Nullable ReasonCode reason,
            SchemeId earned,
            @Nullable Coming coming) {}

    /**
     * @param since the first day by that route, null where a pin holds it
     * @param until the last day, null where that is not limited
     * @param nextReview the first day on which a review looks at it
     */
    public record Life(@Nullable LocalDate since, @Nullable LocalDate until, LocalDate nextReview) {}

    /** Another scheme from a day on. */
    public record Coming(Named scheme, LocalDate from) {}

    /**
     * A threshold and how far it is.
     *
     * @param measure what is counted: points, money of the club's currency, or purchases
     * @param from the first day that counts
     * @param needed what has to be counted
     * @param counted what is
     * @param missing what is not, zero where the threshold is met; of a single purchase all that it has to come to
     * @param by the last day on which what is missing can be made up, null where each day counts anew
     */
    public record Goal(
            Measure measure,
            LocalDate from,
            BigDecimal needed,
            BigDecimal counted,
            BigDecimal missing,
            @Nullable LocalDate by) {
        public boolean isMet() {
            return missing.signum() == 0;
        }
    }

    /**
     * @param entry what enters it, null where it can only be bought
     * @param benefits what it gives
     * @param paid what it is sold for, null where it cannot be bought
     */
    public record Next(
            Named scheme,
            @Nullable Goal entry,
            List<Benefit> benefits,
            @Nullable PaidTerm paid) {
        public Next {
            benefits = List.copyOf(benefits);
        }
    }

    /** The same as a few short lines in English, for a receipt or a cashier. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(held.scheme().name()
                + because()
                + (held.life().until() == null ? "" : ", until " + held.life().until()));
        if (held.coming() != null) {
            lines.add(held.coming().scheme().name() + " from " + held.coming().from());
        }
        if (keep != null) {
            lines.add(keep.isMet() ? "kept: " + so(keep) : "to keep " + held.earned() + ": " + toGo(keep));
        }
        if (next != null) {
            lines.addAll(lines(next));
        }
        return List.copyOf(lines);
    }

    private String because() {
        return switch (held.why()) {
            case START, OFF -> "";
            case EARNED -> ", earned";
            case GRACE -> ", in grace";
            case PAID -> ", paid";
            case PINNED, FLOOR -> ", assigned (" + held.reason() + ")";
        };
    }

    private static List<String> lines(Next next) {
        List<String> lines = new ArrayList<>();
        Goal entry = next.entry();
        if (entry != null) {
            lines.add(next.scheme().name() + ": " + (entry.isMet() ? so(entry) : toGo(entry)));
        }
        PaidTerm paid = next.paid();
        if (paid != null) {
            lines.add(next.scheme().name() + ": " + paid.price() + " for " + paid.period());
        }
        next.benefits().forEach(benefit -> lines.add("+ " + benefit.kind() + " " + benefit.value()));
        return lines;
    }

    private static String so(Goal goal) {
        return plain(goal.counted()) + " of " + plain(goal.needed()) + " " + unit(goal);
    }

    private static String toGo(Goal goal) {
        return plain(goal.missing()) + " " + unit(goal) + " more" + (goal.by() == null ? "" : " by " + goal.by()) + " ("
                + so(goal) + ")";
    }

    private static String unit(Goal goal) {
        return switch (goal.measure()) {
            case AWARD_POINTS -> "points";
            case SPEND -> "spent";
            case SINGLE_SPEND -> "in one purchase";
            case VISITS -> "visits";
        };
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
