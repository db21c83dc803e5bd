package org.openmembership.redemption;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.club.SpendingTerms;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.redemption.RedemptionRequest.Asked;
import org.openmembership.redemption.RedemptionResult.KeyReused;
import org.openmembership.redemption.RedemptionResult.OutcomeUnknown;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.shared.Block;
import org.openmembership.shared.Points;
import org.openmembership.step.Asking;
import org.openmembership.step.Spending;
import org.openmembership.step.SpendingRoom;
import org.openmembership.storage.Stores;

/** Spends points, never more than are available but for what a till granted offline within the club's limit (R26). */
final class RedeemCommand implements KeyedCommand<RedemptionResult> {
    private static final String ASKED = "asked";
    private static final String AVAILABLE = "available";
    private static final String BOUND = "bound";
    private static final String BLOCKED_SINCE = "blockedSince";

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
    public SortedSet<AccountId> accounts() {
        SortedSet<AccountId> accounts = new TreeSet<>();
        accounts.add(request.account());
        return accounts;
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
        Optional<Asking.Refusal> refusal = spending.refusal();
        if (refusal.isPresent()) {
            return refuse(refusal.get(), asking.points(), ledger);
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

    private static Decision<RedemptionResult> refuse(Asking.Refusal refusal, Points points, AccountLedger ledger) {
        Instant since = ledger.account().block().map(Block::since).orElse(null);
        Map<String, Long> figures = Map.of(
                ASKED, points.hundredths(),
                AVAILABLE, ledger.available().hundredths(),
                BOUND, refusal.bound().hundredths(),
                BLOCKED_SINCE, since == null ? 0L : ChronoUnit.MICROS.between(Instant.EPOCH, since));
        return Decision.refused(
                new Refused(RedemptionRefusal.of(refusal), points, ledger.available(), refusal.bound(), since, false),
                Answer.of(refusal.reason().name(), figures));
    }

    @Override
    public RedemptionResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static RedemptionResult retell(RecordedCommand first, Stores stores) {
        return Spending.retell(first, stores)
                .<RedemptionResult>map(spent -> new Redeemed(spent.entry(), spent.available(), spent.paid(), true))
                .orElseGet(() -> retellRefusal(first.answer()));
    }

    private static Refused retellRefusal(Answer answer) {
        Points available = Points.ofHundredths(answer.figure(AVAILABLE));
        long since = answer.figure(BLOCKED_SINCE);
        return new Refused(
                RedemptionRefusal.valueOf(answer.outcome()),
                Points.ofHundredths(answer.figure(ASKED)),
                available,
                Points.ofHundredths(answer.figure(BOUND)),
                since == 0 ? null : Instant.EPOCH.plus(since, ChronoUnit.MICROS),
                true);
    }

    @Override
    public RedemptionResult keyReused(Instant firstUsedAt) {
        return new KeyReused(request.key(), firstUsedAt);
    }

    @Override
    public RedemptionResult unknownAccount() {
        Points asked = Objects.requireNonNullElse(request.asked().points(), Points.ZERO);
        return new Refused(RedemptionRefusal.UNKNOWN_ACCOUNT, asked, Points.ZERO, Points.ZERO, null, false);
    }

    @Override
    public RedemptionResult outcomeUnknown() {
        return new OutcomeUnknown(request.key());
    }
}
