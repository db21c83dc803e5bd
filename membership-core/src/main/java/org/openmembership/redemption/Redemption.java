package org.openmembership.redemption;

import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * The door to spending points (B5, R26). Thread-safe.
 *
 * <pre>{@code
 * RedemptionResult paid = till.redemption().redeem(account, Points.of(100), ExternalKey.of("till-7", "receipt-4412"));
 * }</pre>
 */
public final class Redemption {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Redemption(Caller caller) {
        this.caller = caller;
    }

    /** As {@link #redeem(RedemptionRequest)}, without a scene. */
    public RedemptionResult redeem(AccountId account, Points points, ExternalKey key) {
        return redeem(RedemptionRequest.of(account, points, key));
    }

    /**
     * Spends points of an account, lots in the club's order.
     *
     * <p>Any number of tills may call at once: together they never spend more than is available (I3). A repeat with the
     * same key and content gives the first answer again, also a refusal; with other content it is {@code KeyReused}.
     *
     * @throws InvalidRequestException if the points are not above zero
     */
    public RedemptionResult redeem(RedemptionRequest request) {
        if (!request.points().isPositive()) {
            throw new InvalidRequestException(List.of(new Violation("points", "must be above zero")));
        }
        return caller.keyed(new RedeemCommand(request));
    }

    /** What was answered under a key; empty only if it surely was not done (I29). */
    public Optional<RedemptionResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.REDEMPTION, account, key, RedeemCommand::retell);
    }
}
