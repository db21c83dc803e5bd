package org.openmembership.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.SchemeStanding.Earned;

/**
 * All that is kept about the scheme of an account, read as it was at one moment.
 *
 * @param account whose
 * @param kept by which routes it came to its scheme, null where nothing but its opening is known
 * @param lastMove the number of its last move
 */
public record SchemeCase(MemberAccount account, @Nullable SchemeStanding kept, int lastMove) {
    /** What is kept; else what it holds counts as earned when it was opened, on {@code openedOn}. */
    public SchemeStanding standing(LocalDate openedOn) {
        return kept != null
                ? kept
                : new SchemeStanding(account.id(), new Earned(account.scheme(), openedOn, null, null), null);
    }
}
