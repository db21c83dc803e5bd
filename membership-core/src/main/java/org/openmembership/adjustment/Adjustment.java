package org.openmembership.adjustment;

import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;

/** The door to manual corrections, each with a reason (A30, B42, C14). Thread-safe. */
public final class Adjustment {
    private final Caller caller;
    private final AdjustmentPolicy policy;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Adjustment(Caller caller, AdjustmentPolicy policy) {
        this.caller = caller;
        this.policy = policy;
    }

    /**
     * Adds points that live by the club's expiry rule from now, or takes at most what is available.
     *
     * <p>A blocked account can be adjusted. What exceeds what the actor may do alone by the {@link AdjustmentPolicy}, at
     * once or in a day, is not made but has to be proposed, and approved by somebody else. A repeat with the same key and content gives the first answer again, also a
     * refusal; with other content it is {@code KeyReused}.
     *
     * @throws InvalidRequestException if the points are zero
     */
    public AdjustmentResult adjust(AdjustmentRequest request) {
        requirePoints(request);
        return caller.keyed(new AdjustCommand(request, new Say.Alone(policy.allowance(caller.actor()))));
    }

    /**
     * Asks for an adjustment, of any size, that another actor is to decide on; no points move.
     *
     * <p>It is told as {@code AdjustmentProposed}, so that a host can lay it before somebody. A repeat changes nothing.
     *
     * @throws InvalidRequestException if the points are zero
     */
    public AdjustmentResult propose(AdjustmentRequest request) {
        requirePoints(request);
        return caller.keyed(new ProposeCommand(request));
    }

    /**
     * Makes an adjustment that another actor has proposed (S18).
     *
     * <p>Needs {@code APPROVE_ADJUSTMENT}. The request must be equal to what was proposed, under the same key, and the actor
     * another one. It is decided once, whoever is first: who comes later, or again, gets the first answer. Whether there
     * are points to be taken is decided now.
     */
    public AdjustmentResult approve(AdjustmentRequest request) {
        return caller.keyed(new AdjustCommand(request, new Say.OnProposal(caller.actor(), true)));
    }

    /** As {@link #approve}, but it is not to be made: the answer is {@code REJECTED}, to whoever asks under that key. */
    public AdjustmentResult reject(AdjustmentRequest request) {
        return caller.keyed(new AdjustCommand(request, new Say.OnProposal(caller.actor(), false)));
    }

    private static void requirePoints(AdjustmentRequest request) {
        if (request.points().isZero()) {
            throw new InvalidRequestException(List.of(new Violation("points", "must not be zero")));
        }
    }

    /** What was answered under a key; empty only if it surely was not done (I29). */
    public Optional<AdjustmentResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.ADJUSTMENT, account, key, AdjustCommand::retell);
    }
}
