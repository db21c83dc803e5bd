package org.openmembership.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointKind;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.Topic;

/**
 * Points of an account have moved: one event for each point entry, and each entry tells its own.
 *
 * <p>The points of all events of an account add up to its booked balance, which each event says too.
 */
public sealed interface LedgerEvent extends MembershipEvent {
    Movement movement();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.ACCOUNT, movement().entry().account().value());
    }

    /**
     * What all of them say.
     *
     * @param entry that moved them
     * @param points what it added, below zero for what it took
     * @param balanceAfter the booked balance it left
     * @param occurredAt by the till's clock
     * @param key of the command: the receipt, where there is one
     */
    record Movement(
            EntryId entry,
            ClubId club,
            PointKind kind,
            Points points,
            Points balanceAfter,
            Instant occurredAt,
            ExternalKey key) {}

    /** A sale earned points; below zero where returned goods without a receipt took some back. */
    record PointsEarned(
            Movement movement,
            @Nullable MemberId member,
            @Nullable StoreCode store) implements LedgerEvent {}

    record PointsRedeemed(
            Movement movement,
            @Nullable MemberId member,
            @Nullable StoreCode store) implements LedgerEvent {}

    /** @param lapsed the entry whose lot it was, null where it is not named */
    record PointsExpired(Movement movement, @Nullable EntryId lapsed) implements LedgerEvent {}

    /** Points were added or taken by hand, or given for something other than what a sale was worth. */
    record PointsAdjusted(Movement movement, @Nullable ReasonCode reason) implements LedgerEvent {}

    /**
     * Points left for another account, or came from one.
     *
     * @param counterpart the entry of the other account
     */
    record PointsTransferred(Movement movement, @Nullable EntryId counterpart) implements LedgerEvent {}

    /**
     * Points left a lot for one that lapses later, or came from such a lot.
     *
     * @param counterpart the other entry of the pair
     */
    record PointsExtended(Movement movement, @Nullable EntryId counterpart) implements LedgerEvent {}

    /** @param reversed the entry that was undone, or of which a return gave a part back */
    record EntryReversed(
            Movement movement,
            @Nullable EntryId reversed,
            @Nullable ReasonCode reason) implements LedgerEvent {}

    /** A balance was brought along from another system. */
    record BalanceOpened(Movement movement) implements LedgerEvent {}

    /** Points left for, or came from, an account whose owners became one. */
    record PointsMerged(Movement movement, @Nullable EntryId counterpart) implements LedgerEvent {}

    /** What an entry tells. */
    static LedgerEvent of(PointEntry entry) {
        PointEntry.Origin origin = entry.cause().origin();
        PointEntry.Scene scene = origin.scene();
        Movement movement = new Movement(
                entry.id(),
                origin.command().club(),
                entry.cause().pointKind(),
                entry.points(),
                entry.balanceAfter(),
                entry.occurredAt(),
                origin.command().key());
        return switch (entry.kind()) {
            case SALE -> new PointsEarned(movement, scene.member(), scene.store());
            case REDEMPTION -> new PointsRedeemed(movement, scene.member(), scene.store());
            case EXPIRY -> new PointsExpired(movement, origin.related());
            case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT -> new PointsAdjusted(movement, origin.reason());
            case TRANSFER_FROM, TRANSFER_TO -> new PointsTransferred(movement, origin.related());
            case EXTENSION_FROM, EXTENSION_TO -> new PointsExtended(movement, origin.related());
            case REVERSAL -> new EntryReversed(movement, origin.related(), origin.reason());
            case OPENING -> new BalanceOpened(movement);
            case MERGE_IN, MERGE_OUT -> new PointsMerged(movement, origin.related());
        };
    }
}
