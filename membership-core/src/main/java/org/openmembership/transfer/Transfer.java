package org.openmembership.transfer;

import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;

/** The door to moving points between accounts of one club (B4, B46, R30). Thread-safe. */
public final class Transfer {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Transfer(Caller caller) {
        this.caller = caller;
    }

    /**
     * Moves points: both entries in one unit of work, or none.
     *
     * <p>They leave in the club's order, arrive as points times the club's factor, and live by the club's transfer terms.
     * Debt of the target is repaid first. A repeat with the same key and content gives the first answer again, also a
     * refusal; with other content it is {@code KeyReused}.
     *
     * @throws InvalidRequestException if the points are not above zero, or both accounts are one
     */
    public TransferResult transfer(TransferRequest request) {
        if (!request.points().isPositive()) {
            throw new InvalidRequestException(List.of(new Violation("points", "must be above zero")));
        }
        if (request.from().equals(request.to())) {
            throw new InvalidRequestException(List.of(new Violation("to", "must be another account")));
        }
        return caller.keyed(new TransferCommand(request));
    }

    /** What was answered under a key on the account points left; empty only if it surely was not done (I29). */
    public Optional<TransferResult> lookup(AccountId from, ExternalKey key) {
        return caller.lookup(Operation.TRANSFER, from, key, TransferCommand::retell);
    }
}
