package org.openmembership.warning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.ledger.LotId;
import org.openmembership.shared.ReasonCode;

/** Keeps who was warned of which points. */
public interface WarningStore {
    /**
     * The warnings of a window that were not given yet, as they would be: for open lots of a club's accounts that are active,
     * so that there is somebody to warn, and whose points lapse after {@code from} and at the latest at {@code to}; by lot
     * after {@code after}.
     */
    List<ExpiryWarning> due(Question question, @Nullable LotId after, int limit);

    /**
     * @param window of which no warning may be there
     * @param from points that lapse by then are left out
     * @param to the last instant at which points lapse that are to be warned of
     * @param now when the warnings would be given
     */
    record Question(ClubId club, ReasonCode window, Instant from, Instant to, Instant now) {}

    /** Keeps warnings; if one of the same lot and window is there already, the unit of work is run again. */
    void addAll(List<ExpiryWarning> warnings);

    /** The warnings of an account, by lot, then window. */
    List<ExpiryWarning> of(AccountId account);
}
