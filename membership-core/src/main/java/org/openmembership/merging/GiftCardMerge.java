package org.openmembership.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.giftcard.GiftCardEvent.GiftCardOwnerChanged;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** Gives the gift cards of whoever is merged away to the survivor, and back (R16); what is on them stays. */
record GiftCardMerge(Instant now, Stores stores, Facts told) {
    void move(MemberId from, MemberId to, List<MergeMove> moves) {
        List<GiftCardId> cards = stores.giftCards().idsOf(from);
        for (GiftCardId card : cards) {
            moves.add(new MergeMove(Kind.GIFT_CARD, card.value(), from.value(), to.value()));
        }
        own(cards, to);
    }

    /** Those that are still the survivor's go back. */
    void undo(Merge merge, MemberId survivor) {
        Set<GiftCardId> there = Set.copyOf(stores.giftCards().idsOf(survivor));
        Map<MemberId, List<GiftCardId>> byOwner = new LinkedHashMap<>();
        merge.of(Kind.GIFT_CARD)
                .filter(move -> there.contains(GiftCardId.of(move.subject())))
                .forEach(move -> byOwner.computeIfAbsent(MemberId.of(move.from()), any -> new ArrayList<>())
                        .add(GiftCardId.of(move.subject())));
        byOwner.forEach((owner, cards) -> own(cards, owner));
    }

    private void own(List<GiftCardId> cards, MemberId owner) {
        stores.giftCards().repoint(cards, owner);
        cards.forEach(card -> told.happened(new GiftCardOwnerChanged(card, owner), now));
    }
}
