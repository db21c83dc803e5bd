package org.openmembership.reversal;

import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.shared.ExternalKey;

/** The door to undoing entries (R21). Thread-safe. */
public final class Reversal {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Reversal(Caller caller) {
        this.caller = caller;
    }

    /**
     * Undoes what is left of an entry, at most once.
     *
     * <p>An entry that gave points: they are taken back, from its own lots first; by the club's policy what is spent
     * becomes debt, refuses the reversal, or is written off (R26); what expired already is not taken a second time. An
     * entry that took points: they go back to the lots they came from, with their dates; a lapsed lot gets the club's
     * grace. A repeat with the same key and content gives the first answer again; with other content it is
     * {@code KeyReused}.
     */
    public ReversalResult reverse(ReversalRequest request) {
        return caller.keyed(new ReverseCommand(request, caller.actor()));
    }

    /** What was answered under a key; empty only if it surely was not done (I29). */
    public Optional<ReversalResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.REVERSAL, account, key, ReverseCommand::retell);
    }
}
