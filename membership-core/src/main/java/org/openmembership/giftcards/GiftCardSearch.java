package org.openmembership.giftcards;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.giftcard.CodeText;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardFilter;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.proof.Throttles;
import org.openmembership.shared.Page;
import org.openmembership.shared.Topic;
import org.openmembership.storage.Stores;
import org.openmembership.user.SecretHash;

/**
 * The door to looking gift cards up (A26, A51). Thread-safe.
 *
 * <p>Finding one by a code, listing all, and seeing codes that are not masked are three permissions.
 */
public final class GiftCardSearch {
    private final Caller caller;
    private final Throttles throttles;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public GiftCardSearch(Caller caller, Throttles throttles) {
        this.caller = caller;
        this.throttles = throttles;
    }

    /**
     * The card that a code of any kind but a PIN reaches, for a clerk; one that reaches nothing counts as a try (S28).
     *
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong try back
     */
    public FindResult find(String code) {
        CardAccess.requireOwnTransaction(caller);
        Instant now = caller.now();
        return caller.housekeeping(stores -> {
            caller.require(Permission.FIND_GIFT_CARD, Subject.NOBODY);
            CardAccess.Outcome access = new CardAccess(caller, throttles, now).find(code, stores);
            if (access.pause() != null) {
                return new FindResult.Wait(access.pause());
            }
            GiftCard card = access.card();
            return card == null ? new FindResult.Unknown() : new FindResult.Found(CardCall.show(card, stores));
        });
    }

    /** A page of all cards that match, by id; for managers, whose codes are not counted as tries. */
    public Page<ShownGiftCard> list(GiftCardQuery query, Page.Request page) {
        String code = query.code();
        SecretHash hash = code == null ? null : CodeText.hash(throttles.seal(), CodeText.read(code));
        GiftCardFilter filter = new GiftCardFilter(query.status(), hash, query.owner());
        return caller.read(Permission.LIST_GIFT_CARDS, Subject.NOBODY, stores -> shown(filter, page, stores));
    }

    /** A page of the cards of a member, by id (A26). Members may read their own. */
    public Page<ShownGiftCard> of(MemberId member, Page.Request page) {
        return caller.read(stores -> {
            MemberId owner = stores.members()
                    .standing(member)
                    .map(MemberStanding::member)
                    .orElse(member);
            caller.require(Permission.READ_GIFT_CARDS, new Subject(owner.value()));
            return shown(GiftCardFilter.of(owner), page, stores);
        });
    }

    /** A page of what happened to a card, the latest first; empty for an unknown one. Members may read their own. */
    public Page<GiftCardEntry> history(GiftCardId card, Page.Request page) {
        return caller.read(stores -> {
            caller.require(
                    Permission.READ_GIFT_CARDS,
                    CardDesk.subject(stores.giftCards().find(card)));
            return stores.giftCards().history(card, page);
        });
    }

    /**
     * All codes of a card, those the library made in full: to be printed, sent, or shown to the member whose card it is.
     *
     * <p>That they were shown is in the audit trail. A PIN, or a code from elsewhere, is not kept so that it could be shown: it
     * stays masked. With another key of the host's than when they were made, codes are others and reach nothing.
     */
    public List<ShownCode> codes(GiftCardId card) {
        return caller.change((stores, facts) -> {
            Optional<GiftCard> found = stores.giftCards().find(card);
            caller.require(Permission.SEE_GIFT_CARD_CODES, CardDesk.subject(found), facts);
            facts.attempted(Permission.SEE_GIFT_CARD_CODES, new Topic(Topic.Kind.GIFT_CARD, card.value()));
            return stores.giftCards().codesOf(List.of(card)).stream()
                    .map(code -> ShownCode.unmasked(code, throttles.seal()))
                    .toList();
        });
    }

    private static Page<ShownGiftCard> shown(GiftCardFilter filter, Page.Request page, Stores stores) {
        Page<GiftCard> found = stores.giftCards().list(filter, page);
        List<GiftCardId> ids = found.items().stream().map(GiftCard::id).toList();
        Map<GiftCardId, List<ShownCode>> codes = stores.giftCards().codesOf(ids).stream()
                .collect(Collectors.groupingBy(
                        GiftCardCode::card, Collectors.mapping(ShownCode::masked, Collectors.toList())));
        return new Page<>(
                found.items().stream()
                        .map(card -> new ShownGiftCard(card, codes.getOrDefault(card.id(), List.of())))
                        .toList(),
                found.next());
    }
}
