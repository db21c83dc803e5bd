package org.openmembership.blocking;

import java.util.List;
import org.openmembership.card.CardNumber;
import org.openmembership.member.MemberId;
import org.openmembership.user.UserId;

/**
 * What of an account is blocked by itself, or was unblocked with it.
 *
 * @param cards of the account, but none that another has replaced
 * @param members who share it
 * @param logins of those members, switched off
 */
public record BlockedAlong(List<CardNumber> cards, List<MemberId> members, List<UserId> logins) {
    public static final BlockedAlong NOTHING = new BlockedAlong(List.of(), List.of(), List.of());

    public BlockedAlong {
        cards = List.copyOf(cards);
        members = List.copyOf(members);
        logins = List.copyOf(logins);
    }
}
