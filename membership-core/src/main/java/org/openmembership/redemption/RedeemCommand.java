package org.openmembership.redemption;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.account.Block;
import org.openmembership.account.MemberAccount;
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
import org.openmembership.redemption.RedemptionResult.KeyReused;
import org.openmembership.redemption.RedemptionResult.OutcomeUnknown;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** Spends points, never more than are available but for what a till granted offline within the club's limit (R26). */
final class RedeemCommand implements KeyedCommand<RedemptionResult> {
    private static final String REDEEMED = "REDEEMED";
    private static final String ASKED = "asked";
    private static final String AVAILABLE = "available";
    private static final String BLOCKED_SINCE = "blockedSince";

    private final RedemptionRequest request;

    RedeemCommand(RedemptionRequest request) {
        this.request = request;
    }

    @Override
    public Identity identity() {
        String content = "redeem;" + request.account() + ";" + request.points() + ";" + request.grantedOfflineAt();
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
    public Cover cover(Club club, Instant now) {
        return new Cover(request.points(), club.terms().spending().order(), now);
    }

    @Override
    public Decision<RedemptionResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(request.account());
        SpendingTerms terms = situation.terms().terms().spending();
        Points overdraft = request.grantedOfflineAt() == null ? Points.ZERO : terms.offlineLimit();
        Optional<RedemptionRefusal> refusal = refusal(ledger, terms, overdraft);
        if (refusal.isPresent()) {
            return refuse(refusal.get(), ledger);
        }

        PointEntry.Cause cause = situation.cause(
                ledger,
                EntryKind.REDEMPTION,
                PointKind.AWARD,
                new Situation.Details(1, request.grantedOfflineAt(), null, null, request.scene()));
        PointEntry entry = ledger.spend(cause, request.points(), terms.order(), overdraft);
        return Decision.done(
                redeemed(entry, ledger.available(), false),
                Answer.of(REDEEMED, Map.of(AVAILABLE, ledger.available().hundredths())),
                ledger.posting());
    }

    private Optional<RedemptionRefusal> refusal(AccountLedger ledger, SpendingTerms terms, Points overdraft) {
        MemberAccount account = ledger.account();
        if (account.isClosed()) {
            return Optional.of(RedemptionRefusal.CLOSED);
        }
        if (account.block().isPresent()) {
            return Optional.of(RedemptionRefusal.BLOCKED);
        }
        if (request.points().isLessThan(terms.minimum())) {
            return Optional.of(RedemptionRefusal.BELOW_MINIMUM);
        }
        boolean enough = !ledger.available().max(Points.ZERO).plus(overdraft).isLessThan(request.points());
        return enough ? Optional.empty() : Optional.of(RedemptionRefusal.NOT_ENOUGH_POINTS);
    }

    private Decision<RedemptionResult> refuse(RedemptionRefusal reason, AccountLedger ledger) {
        Instant since = ledger.account().block().map(Block::since).orElse(null);
        Map<String, Long> figures = Map.of(
                ASKED, request.points().hundredths(),
                AVAILABLE, ledger.available().hundredths(),
                BLOCKED_SINCE, since == null ? 0L : ChronoUnit.MICROS.between(Instant.EPOCH, since));
        return Decision.refused(
                new Refused(reason, request.points(), ledger.available(), since, false),
                Answer.of(reason.name(), figures));
    }

    private static Redeemed redeemed(PointEntry entry, Points available, boolean repeated) {
        return new Redeemed(entry, available, entry.value().toMoney(RoundingMode.DOWN), repeated);
    }

    @Override
    public RedemptionResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static RedemptionResult retell(RecordedCommand first, Stores stores) {
        Answer answer = first.answer();
        Points available = Points.ofHundredths(answer.figure(AVAILABLE));
        if (answer.outcome().equals(REDEEMED)) {
            RecordedCommand.Effect effect = first.effect();
            PointEntry entry = stores.ledger()
                    .entries(effect.account(), effect.firstSeq(), effect.lastSeq())
                    .get(0);
            return redeemed(entry, available, true);
        }
        long since = answer.figure(BLOCKED_SINCE);
        return new Refused(
                RedemptionRefusal.valueOf(answer.outcome()),
                Points.ofHundredths(answer.figure(ASKED)),
                available,
                since == 0 ? null : Instant.EPOCH.plus(since, ChronoUnit.MICROS),
                true);
    }

    @Override
    public RedemptionResult keyReused(Instant firstUsedAt) {
        return new KeyReused(request.key(), firstUsedAt);
    }

    @Override
    public RedemptionResult unknownAccount() {
        return new Refused(RedemptionRefusal.UNKNOWN_ACCOUNT, request.points(), Points.ZERO, null, false);
    }

    @Override
    public RedemptionResult outcomeUnknown() {
        return new OutcomeUnknown(request.key());
    }
}
