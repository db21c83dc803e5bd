package org.openmembership.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountEvent;
import org.openmembership.account.AccountEvent.SchemePinned;
import org.openmembership.account.AccountEvent.SchemeUnpinned;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.account.SchemeStanding;
import org.openmembership.account.SchemeStanding.Earned;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms.Anchors;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.step.Facts;
import org.openmembership.step.SchemeSettling;
import org.openmembership.step.SchemeSettling.Held;
import org.openmembership.step.SettledScheme;
import org.openmembership.storage.Stores;

/** A locked account that is put into a scheme by hand, or left to reviews again; lives for one call. */
record Pinning(
        Club club,
        Instant now,
        SchemeCase found,
        SchemeStanding standing,
        @Nullable SchemePin pin,
        Held held) {
    Pinning(Club club, Instant now, SchemeCase found) {
        this(
                club,
                now,
                found,
                new SchemeSettling(club, now).standing(found),
                found.account().standing().pin(),
                held(club, now, found.account()));
    }

    private static Held held(Club club, Instant now, MemberAccount account) {
        SchemeId holds = account.schemeAt(now);
        LocalDate today = club.businessDate(now);
        return new SchemeSettling(club, now)
                .stillComing(account)
                .map(coming -> new Held(holds, coming.scheme(), club.businessDate(coming.from())))
                .orElse(new Held(holds, holds, today));
    }

    Pinning pin(SchemeId scheme, SchemePin newPin) {
        Scheme wanted = club.scheme(scheme)
                .orElseThrow(() -> new IllegalArgumentException("club " + club.id() + " has no scheme " + scheme));
        if (newPin.isFloor() && !scheme.equals(newPin.floor())) {
            throw new IllegalArgumentException("the floor is " + newPin.floor() + ", not " + scheme);
        }
        LocalDate today = club.businessDate(now);
        if (newPin.isFloor()) {
            Held raised = new Held(better(held.now(), scheme), better(held.then(), scheme), held.from());
            return new Pinning(club, now, found, standing, newPin, raised);
        }
        Held only = new Held(scheme, scheme, today);
        return new Pinning(club, now, found, standing.with(assigned(wanted, today)), newPin, only);
    }

    /** Assigned by hand, a scheme counts as entered on that day; it stays as it is where it was held already. */
    private Earned assigned(Scheme scheme, LocalDate today) {
        Earned earned = standing.earned();
        if (earned.scheme().equals(scheme.id())) {
            return earned;
        }
        Anchors anchors = new Anchors(club.businessDate(found.account().owner().openedAt()), today);
        return new Earned(scheme.id(), today, scheme.terms().tenure().lastDay(today, anchors), null);
    }

    private SchemeId better(SchemeId one, SchemeId other) {
        return club.best(List.of(one, other))
                .orElse(club.scheme(other).orElseThrow())
                .id();
    }

    Pinning unpin() {
        SchemeSettling settling = new SchemeSettling(club, now);
        boolean goesOn = pin == null
                || !pin.isFloor()
                || settling.stillComing(found.account()).isPresent();
        if (goesOn) {
            return new Pinning(club, now, found, standing, null, held);
        }
        SchemeId own = settling.held(
                standing.earned().scheme(), standing, found.account().underPin(null));
        Held lowered = new Held(own, own, held.from());
        return new Pinning(club, now, found, standing, null, lowered);
    }

    /** Writes and tells it, unless everything is so already. */
    MemberAccount write(Stores stores, Facts facts) {
        SchemeSettling settling = new SchemeSettling(club, now);
        MemberAccount account = found.account();
        MemberAccount pinned = account.underPin(pin);
        LocalDate next = settling.nextReview(account.standing().nextReview(), standing, pinned);
        SchemeMove.Cause cause = new SchemeMove.Cause(SchemeMove.Cause.Kind.BY_HAND, null);
        SettledScheme settled =
                settling.settle(new SchemeCase(pinned, found.kept(), found.lastMove()), standing, held, cause, next);
        boolean same = settled.after().equals(account)
                && settled.moves().isEmpty()
                && standing.equals(settling.standing(found));
        if (same) {
            return account;
        }
        SchemeSettling.write(List.of(settled), stores, facts);
        facts.happened(told(), account, now);
        return settled.after();
    }

    private AccountEvent told() {
        SchemeId scheme = Optional.ofNullable(pin).map(SchemePin::floor).orElse(held.now());
        return pin == null
                ? new SchemeUnpinned(found.account().id(), held.now())
                : new SchemePinned(found.account().id(), scheme, pin.reason(), pin.until(), pin.floor());
    }
}
