package org.openmembership.holding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.Whose;
import org.openmembership.storage.Stores;

/**
 * The door to setting points aside for an unfinished sale (R29). Thread-safe.
 *
 * <p>Any number of tills and shops may call at once: what is held and what is spent never exceed what is there. When a hold's
 * time is over its points are free, whether anything runs or not.
 *
 * <pre>{@code
 * HoldId hold = new HoldId(account, ExternalKey.of("shop", "cart-17"));
 * shop.holding().place(HoldRequest.of(account, Points.of(100), hold.key()).lasting(Duration.ofMinutes(20)));
 * till.holding().capture(CaptureRequest.of(hold, ExternalKey.of("shop", "order-23")));
 * }</pre>
 */
public final class Holding {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Holding(Caller caller) {
        this.caller = caller;
    }

    /**
     * Sets points aside, lots in the club's order. A repeat gives the first answer again.
     *
     * @throws InvalidRequestException if the points or the life are not above zero
     */
    public HoldResult place(HoldRequest request) {
        Duration life = request.life();
        List<Violation> violations = new ArrayList<>();
        require(request.points().isPositive(), "points", violations);
        require(life == null || !life.isNegative() && !life.isZero(), "life", violations);
        refuse(violations);
        return caller.keyed(new PlaceCommand(request, caller.actor()));
    }

    /**
     * Spends held points, all or some; what is not spent is free again. Within the hold's life they are spent as of the
     * instant it was placed, even if they lapsed or the account was blocked meanwhile; later by the club's choice.
     *
     * @throws InvalidRequestException if the points are not above zero
     */
    public CaptureResult capture(CaptureRequest request) {
        Points points = request.points();
        List<Violation> violations = new ArrayList<>();
        require(points == null || points.isPositive(), "points", violations);
        refuse(violations);
        return caller.keyed(new CaptureCommand(request));
    }

    /** Lets held points go; a hold whose time is over may be let go as well. A repeat gives the first answer again. */
    public HoldResult release(HoldId hold, ExternalKey key) {
        return caller.keyed(new ReleaseCommand(hold, key));
    }

    /** A hold as it is now; empty if there is none. */
    public Optional<Hold> find(HoldId id) {
        return caller.read(stores -> {
            require(id.account(), stores);
            return stores.ledger().find(id);
        });
    }

    /** The holds of an account that are in force now, by key. */
    public List<Hold> inForce(AccountId account) {
        return caller.read(stores -> {
            @Nullable MemberAccount row = require(account, stores);
            return row == null
                    ? List.of()
                    : stores.ledger().holds(Set.of(account), row.head().recordedAt(caller.now()));
        });
    }

    /** What was answered under the key of a hold; empty only if it surely was not placed (I29). */
    public Optional<HoldResult> lookup(HoldId hold) {
        return caller.lookup(Operation.HOLD, hold.account(), hold.key(), PlaceCommand::retell);
    }

    /** What was answered under the key of a capture; empty only if it surely was not done (I29). */
    public Optional<CaptureResult> lookupCapture(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.CAPTURE, account, key, CaptureCommand::retell);
    }

    private @Nullable MemberAccount require(AccountId account, Stores stores) {
        @Nullable MemberAccount found = stores.accounts().find(account).orElse(null);
        Subject subject = found == null
                ? Subject.NOBODY
                : Whose.account(found, Permission.READ_STATEMENT, caller.actor(), stores);
        caller.require(Permission.READ_STATEMENT, subject);
        return found;
    }

    private static void require(boolean holds, String path, List<Violation> violations) {
        if (!holds) {
            violations.add(new Violation(path, "must be above zero"));
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }
}
