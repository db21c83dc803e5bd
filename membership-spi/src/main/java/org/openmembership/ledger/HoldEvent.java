package org.openmembership.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Points;
import org.openmembership.shared.Topic;

/** Points of an account were set aside, or are free again or spent (R29). That a hold's time is over is told by nobody. */
public sealed interface HoldEvent extends MembershipEvent {
    HoldId hold();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.ACCOUNT, hold().account().value());
    }

    /** @param expiresAt when they are free again unless something happens */
    record PointsHeld(HoldId hold, Points points, Instant expiresAt) implements HoldEvent {}

    /** @param entry that spent points of it */
    record HoldCaptured(HoldId hold, EntryId entry) implements HoldEvent {}

    record HoldReleased(HoldId hold, Points points) implements HoldEvent {}

    /**
     * A merge took it to another account, or undoing one took it back; its name stays.
     *
     * @param into the account that has its points now
     */
    record HoldMoved(HoldId hold, AccountId into) implements HoldEvent {}

    /** What the state of a hold that was just written tells. */
    static HoldEvent of(Hold hold) {
        Hold.Ending ending = hold.ending();
        if (ending == null) {
            return new PointsHeld(hold.id(), hold.points(), hold.life().expiresAt());
        }
        @Nullable EntryId captured = ending.captured();
        return captured == null ? new HoldReleased(hold.id(), hold.points()) : new HoldCaptured(hold.id(), captured);
    }
}
