package org.openmembership.step;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeStanding;
import org.openmembership.account.SchemeStanding.Earned;
import org.openmembership.account.SchemeStanding.Grace;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms.Anchors;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.ledger.LedgerStore.Stretch;

/**
 * An account before a review, and the days by which it is judged.
 *
 * @param standing what it has earned and bought so far
 */
record Candidate(Club club, SchemeCase found, SchemeStanding standing, LocalDate today) {
    AccountId account() {
        return found.account().id();
    }

    Earned earned() {
        return standing.earned();
    }

    Anchors anchors() {
        return new Anchors(club.businessDate(found.account().owner().openedAt()), earned().since());
    }

    /** Today, or the last day of a validity or a grace that is over, so that it does not matter how late a review is. */
    LocalDate judgedOn() {
        Grace grace = earned().grace();
        LocalDate end = grace == null ? earned().until() : grace.until();
        return end == null || today.isBefore(end) ? today : end;
    }

    /** Whether a review asks what keeps it: always, unless its validity lasts. */
    boolean isJudged() {
        LocalDate until = earned().until();
        return until == null || until.isBefore(today) || earned().grace() != null;
    }

    /** What counts on the day of judgement. */
    Stretch stretch(Window window) {
        return stretch(window, judgedOn());
    }

    /** What keeps it: in grace, what counted when it was found wanting, and all since. */
    Stretch keepStretch(Window window) {
        Grace grace = earned().grace();
        return stretch(window, grace == null ? judgedOn() : grace.missedOn());
    }

    private Stretch stretch(Window window, LocalDate day) {
        return new Stretch(
                club.startOf(window.firstDay(day, anchors())),
                club.startOf(judgedOn().plusDays(1)));
    }

    @Nullable
    LocalDate lastDay(Window window) {
        return window.lastDay(judgedOn(), anchors());
    }
}
