package org.openmembership.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeMove.Cause;
import org.openmembership.account.SchemeStanding;
import org.openmembership.account.SchemeStanding.Paid;
import org.openmembership.club.Club;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.step.SchemeSettling;
import org.openmembership.step.SchemeSettling.Held;
import org.openmembership.step.SettledScheme;

/** What a locked account has paid for, and comes to hold by paying once more. */
final class PaidScheme {
    private final Club club;
    private final Instant now;
    private final SchemeCase found;
    private final SchemeSettling settling;
    private final LocalDate today;
    private final @Nullable Paid running;

    PaidScheme(Club club, Instant now, SchemeCase found) {
        this.club = club;
        this.now = now;
        this.found = found;
        this.settling = new SchemeSettling(club, now);
        this.today = settling.today();
        Paid paid = settling.standing(found).paid();
        this.running = paid != null && paid.holdsOn(today) ? paid : null;
    }

    /** Whether something better than {@code scheme} is paid for already. */
    boolean isPaidBetter(Scheme scheme) {
        return running != null
                && club.scheme(running.scheme())
                        .filter(other -> other.isBetterThan(scheme))
                        .isPresent();
    }

    /** The first day of what is paid for now. */
    LocalDate begins(Scheme scheme) {
        return running != null && running.scheme().equals(scheme.id())
                ? running.until().plusDays(1)
                : today;
    }

    /** What is paid for from now on, with what of the same scheme was paid for before. */
    Paid paid(Scheme scheme, Period period) {
        LocalDate begins = begins(scheme);
        LocalDate first = begins.equals(today) || running == null ? today : running.from();
        return new Paid(scheme.id(), first, begins.plus(period).minusDays(1));
    }

    /** What the account comes to hold; told too where that is only for longer. */
    SettledScheme settled(Paid paid, LocalDate from) {
        MemberAccount account = found.account();
        SchemeStanding standing = settling.standing(found).with(paid);
        Cause cause = new Cause(Cause.Kind.BOUGHT, null);
        LocalDate next = settling.nextReview(account.standing().nextReview(), standing, account);
        SettledScheme settled = settling.settle(found, standing, held(standing), cause, next);
        boolean holdsOn = settled.moves().isEmpty() && settled.after().scheme().equals(paid.scheme());
        return holdsOn ? settling.noting(settled, cause, from, paid.until()) : settled;
    }

    /** What is paid for from now on, without the days from {@code first} on; null where nothing is. */
    @Nullable
    Paid without(LocalDate first) {
        return running == null || !first.isAfter(running.from())
                ? null
                : new Paid(running.scheme(), running.from(), first.minusDays(1));
    }

    /** What the account comes to hold with {@code rest} alone; told too where the scheme stays for less long. */
    SettledScheme refunded(@Nullable Paid rest) {
        MemberAccount account = found.account();
        SchemeStanding standing = settling.standing(found).with(rest);
        Cause cause = new Cause(Cause.Kind.REFUNDED, null);
        LocalDate next = settling.nextReview(account.standing().nextReview(), standing, account);
        SettledScheme settled = settling.settle(found, standing, held(standing), cause, next);
        if (rest == null
                || !settled.moves().isEmpty()
                || !settled.after().scheme().equals(rest.scheme())) {
            return settled;
        }
        return settling.noting(settled, cause, rest.from(), rest.until());
    }

    /** What is paid for and not over, null where nothing is. */
    @Nullable
    Paid running() {
        return running;
    }

    LocalDate today() {
        return today;
    }

    /** The best of all routes, now and, where something is to come, then; what is pinned stays. */
    private Held held(SchemeStanding standing) {
        MemberAccount account = found.account();
        SchemeId holds = account.schemeAt(now);
        if (account.pinOn(today).filter(pin -> !pin.isFloor()).isPresent()) {
            return new Held(holds, holds, today);
        }
        SchemeId all = settling.held(standing.earned().scheme(), standing, account);
        return settling.stillComing(account)
                .map(coming -> new Held(settling.held(holds, standing, account), all, club.businessDate(coming.from())))
                .orElse(new Held(all, all, today));
    }
}
