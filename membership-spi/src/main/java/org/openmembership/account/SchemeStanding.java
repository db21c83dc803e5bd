package org.openmembership.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.SchemeId;

/**
 * By which routes an account has come to its scheme: what it has earned, and what was paid for (R43). What it holds is the
 * better of them, unless a pin says otherwise.
 *
 * @param account whose
 * @param earned what reviews decide on; also what was assigned by hand for good
 * @param paid what was bought and has not been found over yet, null where nothing was
 */
public record SchemeStanding(
        AccountId account, Earned earned, @Nullable Paid paid) {
    public SchemeStanding with(Earned other) {
        return new SchemeStanding(account, other, paid);
    }

    public SchemeStanding with(@Nullable Paid other) {
        return new SchemeStanding(account, earned, other);
    }

    /**
     * @param since the day it was entered, or its validity last began anew
     * @param until the last day of its validity, null where that is not limited
     * @param grace null unless an account stays although it missed what keeps it
     */
    public record Earned(
            SchemeId scheme,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable Grace grace) {}

    /**
     * @param missedOn the day at whose end it was found wanting; counting goes on from what counted then
     * @param until the last day of grace
     */
    public record Grace(LocalDate missedOn, LocalDate until) {}

    /** The days on which what was bought holds, both ends included. */
    public record Paid(SchemeId scheme, LocalDate from, LocalDate until) {
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }
}
