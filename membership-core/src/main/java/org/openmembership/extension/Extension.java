package org.openmembership.extension;

import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.shared.ExternalKey;

/** The door to letting points be usable longer than they were to be, or again (R23). Thread-safe. */
public final class Extension {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Extension(Caller caller) {
        this.caller = caller;
    }

    /**
     * Puts what is left of a lot into a new one with a later end. What has lapsed is written off first and then given back;
     * what was written off before is given back, once. Reinstated points repay a debt first.
     *
     * <p>A repeat with the same key and content gives the first answer again; with other content it is {@code KeyReused}.
     */
    public ExtensionResult extend(ExtensionRequest request) {
        return caller.keyed(new ExtendCommand(request));
    }

    /** What was answered under a key; empty only if it surely was not done (I29). */
    public Optional<ExtensionResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.EXTENSION, account, key, ExtendCommand::retell);
    }
}
