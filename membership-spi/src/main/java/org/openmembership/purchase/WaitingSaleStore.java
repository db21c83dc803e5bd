package org.openmembership.purchase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.shared.ExternalKey;

/** Keeps which sales wait to be posted on which accounts, and which have been. */
public interface WaitingSaleStore {
    /** Adds waiting sales whose purchases are kept; if one is there already, the unit of work is run again. */
    void addAll(List<WaitingSale> waiting);

    /** Writes later versions; if one has moved on, the unit of work is run again. */
    void update(List<WaitingSale> changed);

    /** Whatever has waited, or waits, of these sales, in any state, by purchase, then account. */
    List<WaitingSale> of(Collection<ExternalKey> sales);

    /** Those that wait for accounts which have them now, by purchase, then account. */
    List<WaitingSale> heldBy(Set<AccountId> holders);

    /**
     * Those of a club that may be posted at {@code at}, by the instant from which they may, then purchase, then account.
     *
     * @param after the last one of the page before, null for the first page
     */
    List<WaitingSale> due(ClubId club, Instant at, @Nullable WaitingSale after, int limit);

    /** What waits for accounts; those that nothing waits for are left out. */
    Map<AccountId, Provisional> provisional(Set<AccountId> holders);
}
