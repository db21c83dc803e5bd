package org.openmembership.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemes of one account: at each review everything is counted anew from all that was ever sold and brought back. */
public final class ModelSchemes {
    /** What is counted. */
    public enum Counting {
        POINTS,
        SPENT,
        LARGEST,
        VISITS
    }

    /** Over which stretch of time. */
    public enum Stretch {
        TRAILING,
        YEAR,
        MEMBER_YEAR,
        VALIDITY,
        EVER
    }

    /** How far an account falls. */
    public enum Falling {
        TO_MET,
        ONE_STEP,
        NEVER
    }

    /**
     * A scheme, the lowest first.
     *
     * @param entry below zero where nothing enters it
     * @param keep below zero where nothing is needed
     * @param validDays for so many days, 0 while it is kept, below zero to the end of the year
     */
    public record Step(long entry, long keep, int validDays) {}

    /** @param trailingDays of the stretch of that name */
    public record Rules(
            Counting counting,
            Stretch entering,
            Stretch keeping,
            int trailingDays,
            Falling falling,
            int graceDays,
            boolean nextDay,
            List<Step> steps) {}

    private record Back(LocalDate day, long amount) {}

    private record Sale(LocalDate day, long amount, List<Back> backs) {
        long left() {
            return amount - backs.stream().mapToLong(Back::amount).sum();
        }
    }

    private final Rules rules;
    private final LocalDate openedOn;
    private final List<Sale> sales = new ArrayList<>();
    private LocalDate reviewedOn;

    private int earned;
    private LocalDate since;
    private @Nullable LocalDate until;
    private @Nullable LocalDate missedOn;
    private @Nullable LocalDate graceUntil;

    private int paid = -1;
    private @Nullable LocalDate paidUntil;

    private int held;
    private int coming;
    private @Nullable LocalDate comingFrom;

    public ModelSchemes(Rules rules, LocalDate openedOn) {
        this.rules = rules;
        this.openedOn = openedOn;
        this.since = openedOn;
        this.reviewedOn = openedOn;
    }

    public void sell(LocalDate day, long amount) {
        sales.add(new Sale(day, amount, new ArrayList<>()));
    }

    /** How much of a sale can still be brought back. */
    public long left(int sale) {
        return sales.get(sale).left();
    }

    public void bringBack(int sale, LocalDate day, long amount) {
        sales.get(sale).backs().add(new Back(day, amount));
    }

    public int heldOn(LocalDate day) {
        return comingFrom == null || day.isBefore(comingFrom) ? held : coming;
    }

    public @Nullable LocalDate earnedUntil() {
        return until;
    }

    /** False where something better is paid for already. */
    public boolean buy(int step, int days, LocalDate day) {
        boolean runs = paidUntil != null && !paidUntil.isBefore(day);
        if (runs && paid > step) {
            return false;
        }
        paidUntil = runs && paid == step ? paidUntil.plusDays(days) : day.plusDays(days - 1L);
        paid = step;
        boolean pending = comingFrom != null && day.isBefore(comingFrom);
        int next = Math.max(coming, step);
        held = Math.max(pending ? held : earned, step);
        come(pending ? next : held, comingFrom);
        return true;
    }

    public void review(LocalDate day) {
        if (!day.isAfter(reviewedOn)) {
            return;
        }
        reviewedOn = day;
        if (comingFrom != null && day.isBefore(comingFrom)) {
            return;
        }
        int before = earned;
        decide(day);
        settle(before, day);
    }

    /** Up at once where something better is earned. */
    public void raise(LocalDate day) {
        if (comingFrom != null && day.isBefore(comingFrom)) {
            return;
        }
        int before = earned;
        LocalDate end = missedOn == null ? until : graceUntil;
        if (rise(day, end != null && end.isBefore(day) ? end : day)) {
            settle(before, day);
        }
    }

    private void settle(int before, LocalDate day) {
        boolean pays = paidUntil != null && !paidUntil.isBefore(day);
        int bought = pays ? paid : -1;
        held = Math.max(rules.nextDay() ? before : earned, bought);
        come(Math.max(earned, bought), day.plusDays(1));
    }

    private void come(int next, @Nullable LocalDate from) {
        coming = next;
        comingFrom = next == held ? null : from;
    }

    private void decide(LocalDate day) {
        LocalDate end = missedOn == null ? until : graceUntil;
        LocalDate judged = end != null && end.isBefore(day) ? end : day;
        boolean lasting = until != null && !until.isBefore(day) && missedOn == null;
        if (!rise(day, judged) && !lasting) {
            judge(day, judged);
        }
    }

    private boolean rise(LocalDate day, LocalDate judged) {
        for (int step = rules.steps().size() - 1; step > earned; step--) {
            if (enters(step, judged)) {
                enter(step, day);
                return true;
            }
        }
        return false;
    }

    private void judge(LocalDate day, LocalDate judged) {
        Step step = rules.steps().get(earned);
        long counted = count(rules.keeping(), missedOn == null ? judged : missedOn, judged);
        boolean keeps = step.keep() < 0 || counted >= step.keep() || enters(earned, judged);
        int lower = lower(judged);
        if (keeps || rules.falling() == Falling.NEVER || lower < 0) {
            keep(judged);
        } else if (missedOn == null && rules.graceDays() > 0) {
            missedOn = judged;
            graceUntil = judged.plusDays(rules.graceDays());
        } else if (graceUntil == null || graceUntil.isBefore(day)) {
            enter(lower, day);
        }
    }

    private int lower(LocalDate judged) {
        if (rules.falling() == Falling.ONE_STEP) {
            return earned - 1;
        }
        for (int step = earned - 1; step > 0; step--) {
            Step one = rules.steps().get(step);
            if (one.keep() < 0 || count(rules.keeping(), judged, judged) >= one.keep() || enters(step, judged)) {
                return step;
            }
        }
        return earned > 0 ? 0 : -1;
    }

    private void keep(LocalDate judged) {
        if (until != null) {
            since = (missedOn == null ? judged : missedOn).plusDays(1);
            until = lastDay(earned, since);
        }
        missedOn = null;
        graceUntil = null;
    }

    private void enter(int step, LocalDate day) {
        earned = step;
        since = rules.nextDay() ? day.plusDays(1) : day;
        until = lastDay(step, since);
        missedOn = null;
        graceUntil = null;
    }

    private @Nullable LocalDate lastDay(int step, LocalDate first) {
        int days = rules.steps().get(step).validDays();
        if (days == 0) {
            return null;
        }
        return days > 0 ? first.plusDays(days - 1L) : LocalDate.of(first.getYear(), 12, 31);
    }

    private boolean enters(int step, LocalDate day) {
        long entry = rules.steps().get(step).entry();
        return entry >= 0 && count(rules.entering(), day, day) >= entry;
    }

    /** What counts from where the stretch of {@code anchor} begins until {@code to}, day by day. */
    private long count(Stretch stretch, LocalDate anchor, LocalDate to) {
        LocalDate first = switch (stretch) {
            case TRAILING -> anchor.minusDays(rules.trailingDays() - 1L);
            case YEAR -> LocalDate.of(anchor.getYear(), 1, 1);
            case MEMBER_YEAR -> anniversary(anchor);
            case VALIDITY -> since;
            case EVER -> LocalDate.EPOCH;
        };
        return switch (rules.counting()) {
            case POINTS ->
                sales.stream().mapToLong(sale -> points(sale, first, to)).sum();
            case SPENT -> left(first, to).stream().mapToLong(left -> left).sum();
            case LARGEST ->
                left(first, to).stream().mapToLong(left -> left).max().orElse(0);
            case VISITS -> left(first, to).stream().filter(left -> left > 0).count();
        };
    }

    private LocalDate anniversary(LocalDate day) {
        LocalDate last = openedOn;
        for (int years = 1; !openedOn.plusYears(years).isAfter(day); years++) {
            last = openedOn.plusYears(years);
        }
        return last;
    }

    private static long points(Sale sale, LocalDate first, LocalDate to) {
        long back = sale.backs().stream()
                .filter(one -> within(one.day(), first, to))
                .mapToLong(Back::amount)
                .sum();
        return (within(sale.day(), first, to) ? sale.amount() : 0) - back;
    }

    private List<Long> left(LocalDate first, LocalDate to) {
        return sales.stream()
                .filter(sale -> within(sale.day(), first, to))
                .map(Sale::left)
                .toList();
    }

    private static boolean within(LocalDate day, LocalDate first, LocalDate to) {
        return !day.isBefore(first) && !day.isAfter(to);
    }
}
