package org.openmembership.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.ReasonCode;

/**
 * A scheme assigned by hand, which reviews leave alone (R44).
 *
 * @param reason why
 * @param until the last day it holds, null until it is taken off
 */
public record SchemePin(ReasonCode reason, @Nullable LocalDate until) {
    public boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
