package org.openmembership.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Block;
import org.openmembership.shared.StoreCode;

/**
 * A number or barcode that identifies an account, and the member who carries it (B33).
 *
 * @param number as printed
 * @param issue where it comes from
 * @param holder whose it is; null while it is nobody's
 * @param life what has become of it
 * @param block why it is not identified; null where it may be
 * @param version counts its changes, from 1; a change that met another version is lost and run again
 */
public record MembershipCard(
        CardNumber number,
        Issue issue,
        @Nullable Holder holder,
        Life life,
        @Nullable Block block,
        int version) {
    public static final int FIRST_VERSION = 1;

    /**
     * Where a card comes from.
     *
     * @param series null for a number that no series has made
     * @param store where it waits to be handed out, or was; null where it was not sent anywhere
     */
    public record Issue(
            ClubId club,
            @Nullable SeriesId series,
            @Nullable StoreCode store,
            Instant createdAt) {}

    /**
     * Whose a card is.
     *
     * @param member null where it was handed out without a person (R55)
     * @param since when it was handed out
     */
    public record Holder(AccountId account, @Nullable MemberId member, Instant since) {}

    /**
     * What has become of a card.
     *
     * @param firstUsedAt when the first sale named it; null while none has
     * @param lastValidOn the last day it identifies; null for ever
     * @param replacedBy the card that took its place, null where none has
     */
    public record Life(
            @Nullable Instant firstUsedAt,
            @Nullable LocalDate lastValidOn,
            @Nullable CardNumber replacedBy) {
        public static final Life NEW = new Life(null, null, null);
    }

    /** A card that is nobody's. */
    public static MembershipCard free(CardNumber number, Issue issue) {
        return new MembershipCard(number, issue, null, Life.NEW, null, FIRST_VERSION);
    }

    public CardStatus status() {
        if (block != null) {
            return CardStatus.BLOCKED;
        }
        if (holder != null) {
            return CardStatus.ACTIVE;
        }
        return issue.store() == null ? CardStatus.FREE : CardStatus.ALLOCATED;
    }

    public ClubId club() {
        return issue.club();
    }

    public Optional<AccountId> account() {
        return Optional.ofNullable(holder).map(Holder::account);
    }

    /** Who carries it; null where nobody is named. */
    public @Nullable MemberId carrier() {
        return holder == null ? null : holder.member();
    }

    public boolean isBlocked() {
        return block != null;
    }

    /** Whether its last day has ended on {@code day} of the club. */
    public boolean isExpiredOn(LocalDate day) {
        return life.lastValidOn() != null && day.isAfter(life.lastValidOn());
    }

    /** The card as it is handed out. */
    public MembershipCard heldBy(Holder newHolder, @Nullable LocalDate lastValidOn) {
        Life handedOut = new Life(life.firstUsedAt(), lastValidOn, life.replacedBy());
        return new MembershipCard(number, issue, newHolder, handedOut, block, version + 1);
    }

    /** The card as it waits in a store. */
    public MembershipCard allocatedTo(StoreCode store) {
        Issue sent = new Issue(issue.club(), issue.series(), store, issue.createdAt());
        return new MembershipCard(number, sent, holder, life, block, version + 1);
    }

    public MembershipCard with(@Nullable Block newBlock) {
        return new MembershipCard(number, issue, holder, life, newBlock, version + 1);
    }

    /** The card as it is when another has taken its place: blocked for good. */
    public MembershipCard replacedBy(CardNumber other, Block why) {
        Life replaced = new Life(life.firstUsedAt(), life.lastValidOn(), other);
        return new MembershipCard(number, issue, holder, replaced, why, version + 1);
    }
}
