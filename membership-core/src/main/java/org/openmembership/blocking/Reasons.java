package org.openmembership.blocking;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.openmembership.club.AccountTerms.BlockReasons;
import org.openmembership.club.ClubId;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.PublishedClubs;
import org.openmembership.storage.Stores;

/** Which reasons are good enough: those that the clubs concerned list, any where none of them lists one (B37). */
record Reasons(PublishedClubs clubs, Instant now, Stores stores) {
    boolean take(ReasonCode reason, Collection<ClubId> concerned, Function<BlockReasons, Set<ReasonCode>> whichList) {
        Set<ReasonCode> listed = new HashSet<>();
        for (ClubId club : concerned) {
            clubs.latest(club, now, stores)
                    .ifPresent(published -> listed.addAll(
                            whichList.apply(published.club().accounts().blockReasons())));
        }
        return listed.isEmpty() || listed.contains(reason);
    }
}
