package org.openmembership.redemption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
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
     * <p>The bounds of the account's scheme, or else of its club, hold for it (A48, R49): minimum, step, share of what is due,
     * limit per period. Where an amount is asked for it takes the least points, in whole steps, that are worth as much.
     *
     * @throws InvalidRequestException if points or amounts are not above zero
     */
    public RedemptionResult redeem(RedemptionRequest request) {
        RedemptionRequest.Asked asked = request.asked();
        List<Violation> violations = new ArrayList<>();
        require(asked.points() == null || asked.points().isPositive(), "points", violations);
        require(asked.points() != null || asked.amount() != null, "points", violations);
        require(asked.amount() == null || asked.amount().isPositive(), "amount", violations);
        require(asked.due() == null || asked.due().isPositive(), "due", violations);
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
        return caller.keyed(new RedeemCommand(request));
    }

    private static void require(boolean holds, String path, List<Violation> violations) {
        if (!holds) {
            violations.add(new Violation(path, "must be above zero"));
        }
    }

    /**
     * What a till may offer an account now (A47); empty for an unknown account.
     *
     * @param due what is to be paid, of which points may pay the club's share; null where nothing is paid with them
     */
    public Optional<RedemptionQuote> quote(AccountId account, @Nullable Money due) {
        Instant now = caller.now();
        return caller.read(stores -> {
            Optional<MemberAccount> found = stores.accounts().find(account);
            caller.require(
                    Permission.READ_STATEMENT, found.map(MemberAccount::subject).orElse(Subject.NOBODY));
            return found.map(row ->
                    new Quoting(caller.clubs().require(row.club(), now, stores).club(), now).quote(row, due, stores));
        });
    }

    /** What was answered under a key; empty only if it surely was not done (I29). */
    public Optional<RedemptionResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.REDEMPTION, account, key, RedeemCommand::retell);
    }
}
