package org.openmembership.subscription;

import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.shared.ExternalKey;

/** The door to schemes that are paid for (R43). Thread-safe. */
public final class Subscription {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Subscription(Caller caller) {
        this.caller = caller;
    }

    /**
     * Gives an account a scheme that its club sells, from today for the period that is sold, at once.
     *
     * <p>What was earned goes on being counted beside it, and the better of both is held. Paid for again before it ends, it
     * holds on behind its end; a better one takes its place from today. When it is over, the next review lets the account
     * fall to what it otherwise qualifies for. A hard pin is left alone. A repeat with the same key and content gives the
     * first answer again; with other content it is {@code KeyReused}.
     */
    public SubscriptionResult subscribe(SubscriptionRequest request) {
        return caller.keyed(new SubscribeCommand(request));
    }

    /**
     * Takes back what is left of a scheme that was paid for, from today on, and tells what of its price to give back, by the
     * terms under which it was bought: whole, or the share of the days that are left, today included, rounded half up to the
     * currency's decimals.
     *
     * <p>The account falls at once to the best of what it has earned, what of an earlier term is left, and its floor. Of several
     * terms behind each other the last has to go first. What it was bought under is the key: a term is refunded once, a repeat
     * gives the first answer again. The money is the host's.
     *
     * @param bought the key under which {@link #subscribe} was answered
     */
    public RefundResult refund(AccountId account, ExternalKey bought) {
        return caller.keyed(new RefundCommand(account, bought, caller.clubs()));
    }

    /** What was answered to a refund; empty only if it surely was not done (I29). */
    public Optional<RefundResult> lookupRefund(AccountId account, ExternalKey bought) {
        return caller.lookup(
                Operation.SUBSCRIPTION_REFUND,
                account,
                bought,
                (first, stores) -> RefundCommand.retell(first, caller.clubs(), stores));
    }

    /** What was answered under a key; empty only if it surely was not done (I29). */
    public Optional<SubscriptionResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.SUBSCRIPTION, account, key, SubscribeCommand::retell);
    }
}
