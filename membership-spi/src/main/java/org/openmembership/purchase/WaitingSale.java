package org.openmembership.purchase;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * A kept sale whose points on one account are posted later (A59, B40); it stays behind when that is done, as the proof that it
 * was done once.
 *
 * @param name which sale, and for which account it was recorded
 * @param effect what it does there
 * @param holder who has what that account had: itself, unless it was merged away meanwhile (R16)
 * @param due when it is posted
 * @param state what has become of it
 * @param version counts changes, from 1
 */
public record WaitingSale(Name name, Effect effect, AccountId holder, Due due, State state, int version) {
    /** One sale on one account. */
    public record Name(PurchaseId purchase, ExternalKey sale, AccountId account) {}

    /**
     * @param club of the account
     * @param buys whether the account is the buyer's and so earns; points are taken back from any
     * @param points what it was worked out to move when it was recorded; provisional, they count nowhere
     */
    public record Effect(ClubId club, boolean buys, Points points) {}

    /**
     * @param notBefore when the delay is over
     * @param at when it may be posted; null while the host has not said what is awaited of it
     */
    public record Due(Instant notBefore, @Nullable Instant at) {}

    /** What has become of it. */
    public enum State {
        WAITING,
        POSTED,
        /** The host has called it off: it never moves points. */
        WITHDRAWN
    }

    /** A sale that begins to wait. */
    public static WaitingSale of(Name name, Effect effect, Due due) {
        return new WaitingSale(name, effect, name.account(), due, State.WAITING, 1);
    }

    public ClubId club() {
        return effect.club();
    }

    public Points points() {
        return effect.points();
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether it may be posted at an instant. */
    public boolean isDue(Instant now) {
        return isWaiting()
                && Optional.ofNullable(due.at()).filter(at -> !at.isAfter(now)).isPresent();
    }

    /** The same, posted or called off. */
    public WaitingSale ended(State end) {
        return new WaitingSale(name, effect, holder, due, end, version + 1);
    }

    /** The same, of which the host has said at {@code now} what was awaited. */
    public WaitingSale released(Instant now) {
        Instant at = now.isAfter(due.notBefore()) ? now : due.notBefore();
        return new WaitingSale(name, effect, holder, new Due(due.notBefore(), at), state, version + 1);
    }

    /** The same, for whoever has what its account had. */
    public WaitingSale heldBy(AccountId next) {
        return new WaitingSale(name, effect, next, due, state, version + 1);
    }
}
