package org.openmembership.card;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.StoreCode;
import org.openmembership.user.RegistrationId;

/** Keeps cards; what a scanner reads belongs to one card in a storage. */
public interface CardStore {
    /** Adds cards; if anything that one of them scans as was given out meanwhile, the unit of work is run again. */
    void add(List<IssuedCard> cards);

    /**
     * Replaces holder, store, validity, block and replacement of a stored card.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(List<MembershipCard> cards);

    /** Keeps when a card was first used; changes nothing else, nor the version. */
    void firstUsed(CardNumber number, Instant at);

    /** The card that scans as this. */
    Optional<MembershipCard> find(CardNumber scanned);

    /** Those of what was scanned that belong to a card, with it; at most 10,000. */
    Map<CardNumber, MembershipCard> findAll(Set<CardNumber> scanned);

    /** The cards of an account, by number. */
    List<MembershipCard> of(AccountId account);

    /** The cards that a member carries, and those of the member's accounts that nobody in particular carries, by number. */
    List<MembershipCard> of(MemberId member);

    /** Cards of a club that are nobody's and not blocked, by number: those in a store or, with null, in none (B34). */
    Page<MembershipCard> unassigned(ClubId club, @Nullable StoreCode store, Page.Request page);

    /** How far a series has been drawn, locked where the database locks; empty before the first time. */
    Optional<SeriesCounter> counterForUpdate(CardBatch.Series series);

    /** Writes a counter, its first version new; if another unit of work came first, this one is run again. */
    void keep(SeriesCounter counter);

    /** Adds a batch; if its key was used meanwhile, the unit of work is run again. */
    void add(CardBatch batch);

    Optional<CardBatch> batch(ExternalKey key);

    /** Keeps that somebody who is registering has named a card, to be looked at once the address is proven. */
    void wish(RegistrationId registration, CardNumber scanned);

    Optional<CardNumber> wishOf(RegistrationId registration);
}
