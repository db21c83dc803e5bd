package org.openmembership.card;

import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.Topic;

/** Something has changed about a card; told as something about its account, or about the club while it is nobody's. */
public sealed interface CardEvent extends MembershipEvent {
    ClubId club();

    /** Null while the card is nobody's. */
    @Nullable
    AccountId account();

    @Override
    default Topic topic() {
        AccountId account = account();
        return account == null
                ? new Topic(Topic.Kind.CLUB, club().value())
                : new Topic(Topic.Kind.ACCOUNT, account.value());
    }

    /**
     * A card identifies an account from now on.
     *
     * @param carrier null for a card without a person
     */
    record CardAssigned(
            ClubId club,
            AccountId account,
            CardNumber card,
            @Nullable MemberId carrier) implements CardEvent {}

    /** @param reason why it is not identified any more (R54) */
    record CardBlocked(ClubId club, @Nullable AccountId account, CardNumber card, ReasonCode reason)
            implements CardEvent {}

    /** A card is identified again. */
    record CardUnblocked(ClubId club, @Nullable AccountId account, CardNumber card) implements CardEvent {}

    /** Another card has taken the place of one that is blocked for good. */
    record CardReplaced(ClubId club, AccountId account, CardNumber card, CardNumber by, ReasonCode reason)
            implements CardEvent {}

    /** Cards were made, and are nobody's. */
    record CardsCreated(ClubId club, SeriesId series, long first, int count) implements CardEvent {
        @Override
        public @Nullable AccountId account() {
            return null;
        }
    }

    /**
     * A card was taken over from another system as it was there.
     *
     * @param account null while it is nobody's
     */
    record CardImported(ClubId club, @Nullable AccountId account, CardNumber card) implements CardEvent {}

    /** A card waits in a store to be handed out. */
    record CardAllocated(ClubId club, CardNumber card, StoreCode store) implements CardEvent {
        @Override
        public @Nullable AccountId account() {
            return null;
        }
    }
}
