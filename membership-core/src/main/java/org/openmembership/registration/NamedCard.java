package org.openmembership.registration;

import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStanding;
import org.openmembership.step.CardTakeover;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** The card that somebody has named who registers; one that cannot be had is left aside (B34, R55). */
record NamedCard(CardTakeover takeover) {
    /** @param member who has just become active */
    void bring(@Nullable CardNumber card, Member member, Stores stores, Facts facts) {
        if (card != null) {
            MemberStanding standing = new MemberStanding(member.id(), member.status(), member.user(), false);
            takeover.take(card, standing, stores, facts);
        }
    }
}
