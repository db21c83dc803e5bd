package org.openmembership.redemption;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.club.SpendingTerms;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.redemption.RedemptionRequest.Asked;
import org.openmembership.redemption.RedemptionResult.KeyReused;
import org.openmembership.redemption.RedemptionResult.OutcomeUnknown;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.shared.Points;
import org.openmembership.step.Asking;
import org.openmembership.step.Spending;
import org.openmembership.step.SpendingRoom;
import org.openmembership.storage.Stores;

/** Spends points, never more than are available but for what a till granted offline within the club's limit (R26). */
final class RedeemCommand implements KeyedCommand<RedemptionResult> {
    private final RedemptionRequest request;

    RedeemCommand(RedemptionRequest request) {
        this.request = request;
    }

    @Override
    public Identity identity() {
        Asked asked = request.asked();
        String content = "redeem;" + request.account() + ";" + asked + ";" + request.grantedOfflineAt();
        return new Identity(
                Operation.REDEMPTION, Permission.REDEEM, request.account(), request.key(), Fingerprint.of(content));
    }

    @Override
    public @Nullable Cover cover(Club club, Instant now) {
        Points points = request.asked().points();
        return points == null ? null : new Cover(points, club.terms().spending().order(), now);
    }

    @Override
    public Decision<RedemptionResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(request.account());
        SpendingTerms terms = situation.terms().terms().spending();
        Points overdraft = request.grantedOfflineAt() == null ? Points.ZERO : terms.offlineLimit();
        Asked asked = request.asked();
        Asking asking = new Asking(
                asked.points(),
                asked.amount(),
                asked.due(),
                SpendingRoom.of(
                        ledger.account(), situation.terms(), ledger.holds().total(), ledger.at(), situation.stores()));
        Spending spending = new Spending(asking, ledger, terms, overdraft);
        Optional<SpendingRefusal> refusal = spending.refusal();
        if (refusal.isPresent()) {
            return Decision.refused(new Refused(refusal.get(), false), Spending.answer(refusal.get()));
        }

        PointEntry.Cause cause = situation.cause(
                ledger,
                EntryKind.REDEMPTION,
                PointKind.AWARD,
                new Situation.Details(1, request.grantedOfflineAt(), null, null, request.scene()));
        PointEntry entry = spending.spend(cause, asked.points() != null, situation.stores());
        return Decision.done(
                new Redeemed(entry, ledger.available(), asking.paid(), false), spending.answer(), ledger.posting());
    }

    @Override
    public RedemptionResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static RedemptionResult retell(RecordedCommand first, Stores stores) {
        return Spending.retell(first, stores)
                .<RedemptionResult>map(spent -> new Redeemed(spent.entry(), spent.available(), spent.paid(), true))
                .orElseGet(() -> new Refused(Spending.retellRefusal(first.answer()), true));
    }

    @Override
    public Undecided<RedemptionResult> undecided() {
        Points asked = Objects.requireNonNullElse(request.asked().points(), Points.ZERO);
        return new Undecided<>(
                KeyReused::new, new Refused(SpendingRefusal.unknownAccount(asked), false), OutcomeUnknown::new);
    }
}
