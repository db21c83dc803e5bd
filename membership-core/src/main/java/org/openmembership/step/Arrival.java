package org.openmembership.step;

import java.time.Instant;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.storage.Stores;

/** An active member has got an account, or a member with accounts has become active. */
public final class Arrival {
    private Arrival() {}

    /**
     * Posts the sales that waited for the member (R5), and gives what the clubs have for a registration (D24).
     *
     * @return whether the member's accounts have changed by that
     */
    public static boolean of(
            MemberId member, Actor actor, Instant now, PublishedClubs clubs, Stores stores, Facts facts) {
        int posted = KeptSales.post(member, actor, now, clubs, stores, facts);
        Occasions.Sum given = new Occasions(clubs, actor, now, stores, facts).registration(member);
        return posted > 0 || given.occasions() > 0;
    }
}
