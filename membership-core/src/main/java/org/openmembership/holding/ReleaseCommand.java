package org.openmembership.holding;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.holding.HoldResult.KeyReused;
import org.openmembership.holding.HoldResult.OutcomeUnknown;
import org.openmembership.holding.HoldResult.Refused;
import org.openmembership.holding.HoldResult.Released;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** Lets the points of a hold go. */
final class ReleaseCommand implements KeyedCommand<HoldResult> {
    private static final String RELEASED = "RELEASED";
    private static final String AVAILABLE = "available";

    private final HoldId id;
    private final ExternalKey key;

    ReleaseCommand(HoldId id, ExternalKey key) {
        this.id = id;
        this.key = key;
    }

    @Override
    public Identity identity() {
        return new Identity(Operation.RELEASE, Permission.REDEEM, id.account(), key, Fingerprint.of("release;" + id));
    }

    @Override
    public SortedSet<AccountId> accounts(Stores stores) {
        return Holder.accounts(id, stores);
    }

    @Override
    public Decision<HoldResult> decide(Situation situation) {
        Optional<Holder> found = Holder.of(id, situation);
        if (found.isEmpty()) {
            Points available = situation.ledger(id.account()).available();
            return Decision.notYet(refused(HoldRefusal.UNKNOWN_HOLD, available, false));
        }
        Hold hold = found.get().hold();
        AccountLedger ledger = found.get().ledger();
        Map<String, Long> before = Map.of(AVAILABLE, ledger.available().hundredths());
        if (hold.ending() != null) {
            return Decision.refused(
                    refused(HoldRefusal.ENDED, ledger.available(), false), Answer.of(HoldRefusal.ENDED.name(), before));
        }

        ledger.with(situation
                .stores()
                .ledger()
                .lots(hold.parts().stream().map(Hold.Part::lot).toList()));
        Hold released = ledger.holds().release(hold);
        Map<String, Long> after = Map.of(AVAILABLE, ledger.available().hundredths());
        return Decision.done(
                new Released(released, ledger.available(), false), Answer.of(RELEASED, after), ledger.posting());
    }

    private static Refused refused(HoldRefusal reason, Points available, boolean repeated) {
        return new Refused(reason, Points.ZERO, available, repeated);
    }

    @Override
    public HoldResult repeated(RecordedCommand first, Stores stores) {
        Points available = Points.ofHundredths(first.answer().figure(AVAILABLE));
        if (!first.answer().outcome().equals(RELEASED)) {
            return refused(HoldRefusal.valueOf(first.answer().outcome()), available, true);
        }
        Hold hold = stores.ledger()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("hold " + id + " was released and is not there"));
        return new Released(hold, available, true);
    }

    @Override
    public Undecided<HoldResult> undecided() {
        return new Undecided<>(
                KeyReused::new, refused(HoldRefusal.UNKNOWN_ACCOUNT, Points.ZERO, false), OutcomeUnknown::new);
    }
}
