package org.openmembership.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.ReasonCode;

/**
 * A scheme assigned by hand (R44).
 *
 * @param reason why
 * @param until the last day it holds, null until it is taken off
 * @param floor the scheme below which the account does not fall while reviews go on above it, null where reviews leave the
 *     account alone
 */
public record SchemePin(
        ReasonCode reason,
        @Nullable LocalDate until,
        @Nullable SchemeId floor) {
    /** A pin that reviews leave alone. */
    public SchemePin(ReasonCode reason, @Nullable LocalDate until) {
        this(reason, until, null);
    }

    public boolean isFloor() {
        return floor != null;
    }

    public boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
