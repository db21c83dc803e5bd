package org.openmembership.holding;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.HoldTerms.WhenLate;
import org.openmembership.club.PointKind;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.holding.CaptureResult.Captured;
import org.openmembership.holding.CaptureResult.KeyReused;
import org.openmembership.holding.CaptureResult.OutcomeUnknown;
import org.openmembership.holding.CaptureResult.Refused;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.step.Eligible;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/** Spends the points of a hold. */
final class CaptureCommand implements KeyedCommand<CaptureResult> {
    private static final String CAPTURED = "CAPTURED";
    private static final String ASKED = "asked";
    private static final String AVAILABLE = "available";

    private final CaptureRequest request;

    CaptureCommand(CaptureRequest request) {
        this.request = request;
    }

    private AccountId account() {
        return request.hold().account();
    }

    @Override
    public Identity identity() {
        String content = "capture;" + request.hold() + ";" + request.points();
        return new Identity(Operation.CAPTURE, Permission.REDEEM, account(), request.key(), Fingerprint.of(content));
    }

    @Override
    public SortedSet<AccountId> accounts(Stores stores) {
        return Holder.accounts(request.hold(), stores);
    }

    @Override
    public Decision<CaptureResult> decide(Situation situation) {
        Optional<Holder> found = Holder.of(request.hold(), situation);
        if (found.isEmpty()) {
            Points available = situation.ledger(account()).available();
            return Decision.notYet(new Refused(HoldRefusal.UNKNOWN_HOLD, asked(), available, false));
        }
        Hold hold = found.get().hold();
        AccountLedger ledger = found.get().ledger();
        Points points = request.points() == null ? hold.points() : request.points();
        Optional<HoldRefusal> refusal = refusal(hold, points, ledger, situation);
        if (refusal.isPresent()) {
            return refuse(refusal.get(), ledger);
        }

        PointEntry entry = ledger.holds().isInForce(hold.id())
                ? capture(hold, points, ledger, situation)
                : redeem(hold, points, ledger, situation);
        return Decision.done(
                captured(entry, ledger.available(), false),
                Answer.of(CAPTURED, Map.of(AVAILABLE, ledger.available().hundredths())),
                ledger.posting());
    }

    /** Points in flight still post: only what comes late asks whether the account is blocked (R54). */
    private static Optional<HoldRefusal> refusal(Hold hold, Points points, AccountLedger ledger, Situation situation) {
        if (hold.ending() != null) {
            return Optional.of(HoldRefusal.ENDED);
        }
        if (ledger.account().isClosed()) {
            return Optional.of(HoldRefusal.CLOSED);
        }
        if (hold.points().isLessThan(points)) {
            return Optional.of(HoldRefusal.MORE_THAN_HELD);
        }
        if (ledger.holds().isInForce(hold.id())) {
            return Optional.empty();
        }
        if (situation.terms().terms().holds().whenLate() == WhenLate.REFUSE) {
            return Optional.of(HoldRefusal.TOO_LATE);
        }
        if (ledger.account().block().isPresent()) {
            return Optional.of(HoldRefusal.BLOCKED);
        }
        if (!Eligible.is(ledger.account(), situation.terms(), situation.stores())) {
            return Optional.of(HoldRefusal.NOT_ELIGIBLE);
        }
        boolean enough = !ledger.available().isLessThan(points);
        return enough ? Optional.empty() : Optional.of(HoldRefusal.NOT_ENOUGH_POINTS);
    }

    private PointEntry capture(Hold hold, Points points, AccountLedger ledger, Situation situation) {
        ledger.with(situation
                .stores()
                .ledger()
                .lots(hold.parts().stream().map(Hold.Part::lot).toList()));
        return ledger.holds().capture(cause(situation, ledger, hold.life().placedAt()), hold.id(), points);
    }

    private PointEntry redeem(Hold hold, Points points, AccountLedger ledger, Situation situation) {
        ConsumptionOrder order = situation.terms().terms().spending().order();
        Workbooks.cover(ledger, null, null, new Cover(points, order, ledger.at()), situation.stores());
        PointEntry entry = ledger.spend(cause(situation, ledger, null), points, order, Points.ZERO);
        ledger.holds().capturedLate(hold, entry);
        return entry;
    }

    private PointEntry.Cause cause(Situation situation, AccountLedger ledger, @Nullable Instant occurredAt) {
        Situation.Details details = new Situation.Details(1, occurredAt, null, null, request.scene());
        return situation.cause(ledger, EntryKind.REDEMPTION, PointKind.AWARD, details);
    }

    private Points asked() {
        return request.points() == null ? Points.ZERO : request.points();
    }

    private Decision<CaptureResult> refuse(HoldRefusal reason, AccountLedger ledger) {
        Map<String, Long> figures = Map.of(
                ASKED, asked().hundredths(), AVAILABLE, ledger.available().hundredths());
        return Decision.refused(
                new Refused(reason, asked(), ledger.available(), false), Answer.of(reason.name(), figures));
    }

    private static Captured captured(PointEntry entry, Points available, boolean repeated) {
        return new Captured(entry, available, entry.value().toMoney(RoundingMode.DOWN), repeated);
    }

    @Override
    public CaptureResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static CaptureResult retell(RecordedCommand first, Stores stores) {
        Answer answer = first.answer();
        Points available = Points.ofHundredths(answer.figure(AVAILABLE));
        if (!answer.outcome().equals(CAPTURED)) {
            Points asked = Points.ofHundredths(answer.figure(ASKED));
            return new Refused(HoldRefusal.valueOf(answer.outcome()), asked, available, true);
        }
        PointEntry entry = stores.ledger().entries(first.effect()).get(0);
        return captured(entry, available, true);
    }

    @Override
    public Undecided<CaptureResult> undecided() {
        return new Undecided<>(
                KeyReused::new,
                new Refused(HoldRefusal.UNKNOWN_ACCOUNT, asked(), Points.ZERO, false),
                OutcomeUnknown::new);
    }
}
