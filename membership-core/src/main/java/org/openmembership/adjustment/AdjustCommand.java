package org.openmembership.adjustment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.adjustment.AdjustmentResult.Adjusted;
import org.openmembership.adjustment.AdjustmentResult.Refused;
import org.openmembership.club.Club;
import org.openmembership.command.Decision;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** Adds points by hand, or takes at most what is available. */
final class AdjustCommand implements AdjustmentCommand {
    private static final String ADJUSTED = "ADJUSTED";
    private static final String AVAILABLE = "available";

    private final AdjustmentRequest request;
    private final Say say;

    AdjustCommand(AdjustmentRequest request, Say say) {
        this.request = request;
        this.say = say;
    }

    @Override
    public Identity identity() {
        return new Identity(
                Operation.ADJUSTMENT, say.permission(), request.account(), request.key(), request.fingerprint());
    }

    @Override
    public @Nullable Cover cover(Club club, Instant now) {
        Points points = request.points();
        return points.isPositive()
                ? null
                : new Cover(points.negated(), club.terms().spending().order(), now);
    }

    @Override
    public Decision<AdjustmentResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(request.account());
        Say.Verdict verdict = say.on(request, ledger.available(), situation);
        if (verdict.hindrance() != null) {
            return verdict.hindrance();
        }
        if (ledger.account().isClosed()) {
            return refuse(AdjustmentRefusal.CLOSED, ledger);
        }
        Points taken = request.points().negated();
        if (taken.isPositive() && ledger.available().isLessThan(taken)) {
            return refuse(AdjustmentRefusal.NOT_ENOUGH_POINTS, ledger);
        }

        PointEntry entry = taken.isPositive() ? take(situation, ledger, taken) : add(situation, ledger);
        Map<String, Long> figures = Map.of(AVAILABLE, ledger.available().hundredths());
        Decision<AdjustmentResult> done = Decision.done(
                new Adjusted(entry, ledger.available(), false), Answer.of(ADJUSTED, figures), ledger.posting());
        return verdict.counted() == null ? done : done.counting(verdict.counted());
    }

    private PointEntry take(Situation situation, AccountLedger ledger, Points points) {
        return ledger.spend(
                cause(situation, ledger, EntryKind.NEGATIVE_ADJUSTMENT),
                points,
                situation.terms().terms().spending().order(),
                Points.ZERO);
    }

    private PointEntry add(Situation situation, AccountLedger ledger) {
        Instant at = ledger.at();
        Lot.Life life = new Lot.Life(at, at, situation.terms().lapsesAt(at));
        return ledger.earn(cause(situation, ledger, EntryKind.POSITIVE_ADJUSTMENT), request.points(), life);
    }

    private PointEntry.Cause cause(Situation situation, AccountLedger ledger, EntryKind kind) {
        return situation.cause(ledger, kind, request.kind(), Situation.Details.because(request.reason()));
    }

    private static Decision<AdjustmentResult> refuse(AdjustmentRefusal reason, AccountLedger ledger) {
        return refuse(reason, ledger.available());
    }

    static Decision<AdjustmentResult> refuse(AdjustmentRefusal reason, Points available) {
        Map<String, Long> figures = Map.of(AVAILABLE, available.hundredths());
        return Decision.refused(new Refused(reason, available, false), Answer.of(reason.name(), figures));
    }

    @Override
    public AdjustmentResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static AdjustmentResult retell(RecordedCommand first, Stores stores) {
        Points available = Points.ofHundredths(first.answer().figure(AVAILABLE));
        if (!first.answer().outcome().equals(ADJUSTED)) {
            return new Refused(AdjustmentRefusal.valueOf(first.answer().outcome()), available, true);
        }
        PointEntry entry = stores.ledger().entries(first.effect()).get(0);
        return new Adjusted(entry, available, true);
    }
}
