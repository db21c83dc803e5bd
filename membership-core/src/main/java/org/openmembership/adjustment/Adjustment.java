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

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Adjustment(Caller caller) {
        this.caller = caller;
    }

    /**
     * Adds points that live by the club's expiry rule from now, or takes at most what is available.
     *
     * <p>A blocked account can be adjusted. A repeat with the same key and content gives the first answer again, also a
     * refusal; with other content it is {@code KeyReused}.
     *
     * @throws InvalidRequestException if the points are zero
     */
    public AdjustmentResult adjust(AdjustmentRequest request) {
        if (request.points().isZero()) {
            throw new InvalidRequestException(List.of(new Violation("points", "must not be zero")));
        }
        return caller.keyed(new AdjustCommand(request));
    }

    /** What was answered under a key; empty only if it surely was not done (I29). */
    public Optional<AdjustmentResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.ADJUSTMENT, account, key, AdjustCommand::retell);
    }
}
