package org.openmembership.giftcard;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.EntryId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.user.SecretHash;

/** Keeps gift cards, their codes and entries, and what was answered to keyed calls. */
public interface GiftCardStore {
    /** Adds a card of the first version without entries, with its codes; run again if one of the codes is taken meanwhile. */
    void add(GiftCard card, List<GiftCardCode> codes);

    /**
     * Replaces block and life of the stored card; money moves by {@link #post} alone, the owner by {@link #repoint}.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(GiftCard card);

    /** Adds an entry and keeps the card it leaves behind; as {@link #update} else. */
    void post(GiftCardPosting posting);

    Optional<GiftCard> find(GiftCardId id);

    /** A card, locked where the database locks; several are locked one by one in order of id. */
    Optional<GiftCard> lock(GiftCardId id);

    /** The card that a code reaches; a PIN reaches none. */
    Optional<GiftCardCode> withCode(SecretHash hash);

    /** Codes of cards, by card, then name of kind. */
    List<GiftCardCode> codesOf(Collection<GiftCardId> cards);

    /** Lets a code reach the card it names now; run again if that card has got one of its kind meanwhile. */
    void move(GiftCardCode moved, GiftCardId from);

    /** Keeps an answer; if its key was used meanwhile, the unit of work is run again. */
    void record(GiftCardAnswer answer);

    Optional<GiftCardAnswer> answer(GiftCardOperation operation, ExternalKey key);

    Optional<GiftCardEntry> entry(GiftCardId card, long seq);

    /** What has been given back of an entry, by seq. */
    List<GiftCardEntry> refundsOf(GiftCardId card, long spend);

    /** The entry by which a point entry came to a card, or left it. */
    Optional<GiftCardEntry> ofPoints(EntryId points);

    /** A page of a card's entries, the latest first. */
    Page<GiftCardEntry> history(GiftCardId card, Page.Request page);

    /** A page of cards by id. */
    Page<GiftCard> list(GiftCardFilter filter, Page.Request page);

    /** The cards of a member by id. */
    List<GiftCardId> idsOf(MemberId owner);

    /** Gives cards to another member, or to nobody; whatever else happens to them meanwhile is kept. */
    void repoint(List<GiftCardId> cards, @Nullable MemberId owner);
}
