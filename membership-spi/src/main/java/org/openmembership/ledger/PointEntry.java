package org.openmembership.ledger;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TillCode;

/**
 * One immutable posting of points; a correction is a new entry (R21, B42).
 *
 * @param id its name
 * @param points what it adds, below zero for what it takes
 * @param balanceAfter the booked balance it leaves: the one before plus {@code points}
 * @param cause everything that was known before the amount was
 */
public record PointEntry(EntryId id, Points points, Points balanceAfter, Cause cause) {
    /**
     * Why and when an entry is made.
     *
     * @param kind what it is
     * @param pointKind the label on its points
     * @param times when it happened, and when we knew
     * @param basis what it was worked out by
     * @param origin where it comes from
     */
    public record Cause(EntryKind kind, PointKind pointKind, Times times, Basis basis, Origin origin) {
        /** The same cause for another kind of entry of the same command. */
        public Cause as(EntryKind otherKind, Origin otherOrigin) {
            return new Cause(otherKind, pointKind, times, basis, otherOrigin);
        }

        /** The same cause at another money value of a point. */
        public Cause worth(BigMoney valuePerPoint) {
            return new Cause(kind, pointKind, times, new Basis(basis.scheme, basis.clubVersion, valuePerPoint), origin);
        }
    }

    /**
     * @param occurredAt by the till's clock; earning goes by it (R28)
     * @param recordedAt by our clock, never before the account's entry before it (I26)
     */
    public record Times(Instant occurredAt, Instant recordedAt) {}

    /**
     * @param scheme the account held
     * @param clubVersion whose rules were used (R48)
     * @param valuePerPoint the money value of one point then, frozen (R31)
     */
    public record Basis(SchemeId scheme, int clubVersion, BigMoney valuePerPoint) {}

    /**
     * @param command that wrote it
     * @param part its number within the command, from 1
     * @param related the entry it reverses, the other half of a transfer, or the entry whose lot expired; null elsewhere
     * @param reason a code of the host's, null where none is asked
     * @param scene who and where, as far as known
     */
    public record Origin(
            CommandKey command,
            int part,
            @Nullable EntryId related,
            @Nullable ReasonCode reason,
            Scene scene) {}

    /** Who and where, each null where not known. */
    public record Scene(
            @Nullable MemberId member,
            @Nullable CardNumber card,
            @Nullable StoreCode store,
            @Nullable TillCode till) {
        public static final Scene UNKNOWN = new Scene(null, null, null, null);
    }

    public AccountId account() {
        return id.account();
    }

    public EntryKind kind() {
        return cause.kind();
    }

    public Instant occurredAt() {
        return cause.times().occurredAt();
    }

    public Instant recordedAt() {
        return cause.times().recordedAt();
    }

    public Optional<EntryId> related() {
        return Optional.ofNullable(cause.origin().related());
    }

    /** What its points were worth then, exact and never below zero. */
    public BigMoney value() {
        return cause.basis().valuePerPoint().multipliedBy(points.toBigDecimal().abs());
    }
}
