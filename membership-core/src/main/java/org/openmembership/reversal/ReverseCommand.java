package org.openmembership.reversal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.reversal.ReversalResult.KeyReused;
import org.openmembership.reversal.ReversalResult.OutcomeUnknown;
import org.openmembership.reversal.ReversalResult.Refused;
import org.openmembership.reversal.ReversalResult.Reversed;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.step.EnvoyVoid;
import org.openmembership.step.FirstGift;
import org.openmembership.step.GiftCardPoints;
import org.openmembership.step.GiveBack;
import org.openmembership.step.TakeBack;
import org.openmembership.storage.Stores;

/** Undoes what is left of an entry: takes back what it gave, or gives back what it took. */
final class ReverseCommand implements KeyedCommand<ReversalResult> {
    private static final String REVERSED = "REVERSED";
    private static final String AVAILABLE = "available";
    private static final Set<EntryKind> REVERSIBLE = EnumSet.of(
            EntryKind.SALE,
            EntryKind.REDEMPTION,
            EntryKind.POSITIVE_ADJUSTMENT,
            EntryKind.NEGATIVE_ADJUSTMENT,
            EntryKind.OPENING);

    private final ReversalRequest request;
    private final Actor by;

    ReverseCommand(ReversalRequest request, Actor by) {
        this.request = request;
        this.by = by;
    }

    private AccountId account() {
        return request.entry().account();
    }

    @Override
    public Identity identity() {
        String content = "reverse;" + request.entry() + ";" + request.reason();
        return new Identity(Operation.REVERSAL, Permission.REVERSE, account(), request.key(), Fingerprint.of(content));
    }

    @Override
    public SortedSet<AccountId> accounts(Stores stores) {
        SortedSet<AccountId> accounts = accounts();
        stores.ledger()
                .find(request.entry())
                .flatMap(entry -> EnvoyVoid.of(entry, stores))
                .ifPresent(concerned -> accounts.add(concerned.account()));
        return accounts;
    }

    @Override
    public Decision<ReversalResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(account());
        Optional<PointEntry> found = situation.stores().ledger().find(request.entry());
        if (found.isEmpty()) {
            return Decision.notYet(new Refused(ReversalRefusal.UNKNOWN_ENTRY, false));
        }
        if (ledger.account().isClosed()) {
            return refuse(ReversalRefusal.CLOSED);
        }
        PointEntry entry = found.get();
        if (!REVERSIBLE.contains(entry.kind())) {
            return refuse(ReversalRefusal.NOT_REVERSIBLE);
        }
        return entry.points().isNegative() ? giveBack(situation, ledger, entry) : takeBack(situation, ledger, entry);
    }

    private Decision<ReversalResult> takeBack(Situation situation, AccountLedger ledger, PointEntry entry) {
        TakeBack takeBack = TakeBack.gather(entry, situation.stores());
        if (isReversed(situation, entry)) {
            return refuse(ReversalRefusal.ALREADY_REVERSED);
        }

        List<TakeBack> all = new ArrayList<>(List.of(takeBack));
        FirstGift.goneWith(entry, situation.stores())
                .filter(gift -> gift.possible(ledger.at()).isPositive())
                .ifPresent(all::add);
        Optional<List<PointEntry>> reversals = taken(all, situation, ledger);
        return reversals
                .map(made -> EnvoyVoid.of(entry, situation.stores())
                        .map(envoys -> done(made, ledger, envoys, situation))
                        .orElseGet(() -> done(made, ledger)))
                .orElseGet(() -> refuse(ReversalRefusal.ALREADY_SPENT));
    }

    /** Empty where one of them is spent and the club refuses to take it back then. */
    private Optional<List<PointEntry>> taken(List<TakeBack> all, Situation situation, AccountLedger ledger) {
        List<PointEntry> made = new ArrayList<>();
        for (TakeBack one : all) {
            Optional<PointEntry> reversal = one.from(
                    ledger,
                    cause(situation, ledger, one.entry(), made.size() + 1),
                    one.possible(ledger.at()),
                    situation.terms().terms().spending(),
                    situation.stores());
            if (reversal.isEmpty()) {
                return Optional.empty();
            }
            made.add(reversal.get());
        }
        return Optional.of(made);
    }

    /** What the recruiting envoy has of the sale goes with it. */
    private static Decision<ReversalResult> done(
            List<PointEntry> entries, AccountLedger ledger, EnvoyVoid envoys, Situation situation) {
        AccountLedger envoy = situation.ledger(envoys.account());
        List<Decision.Further> commands =
                envoys.undo(envoy, situation.club(), entries.get(0).id(), situation.stores()).stream()
                        .map(ReverseCommand::further)
                        .toList();
        return done(entries, ledger).with(envoy.posting(), commands, envoys.after());
    }

    private static Decision.Further further(PointEntry entry) {
        CommandKey key = entry.cause().origin().command();
        RecordedCommand.Effect effect = new RecordedCommand.Effect(
                entry.account(), entry.id().seq(), entry.id().seq());
        return new Decision.Further(key, Fingerprint.of(key.toString()), effect, Answer.of("GIVEN"));
    }

    private Decision<ReversalResult> giveBack(Situation situation, AccountLedger ledger, PointEntry entry) {
        GiveBack giveBack = GiveBack.gather(entry, situation.stores());
        if (isReversed(situation, entry) || giveBack.left().isZero()) {
            return refuse(ReversalRefusal.ALREADY_REVERSED);
        }

        Optional<GiftCardPoints> giftCard = GiftCardPoints.ofRedemption(entry, situation.stores());
        if (giftCard.isPresent() && !giftCard.get().canBeTaken()) {
            return refuse(ReversalRefusal.GIFT_CARD_SPENT);
        }

        List<PointEntry> made = new ArrayList<>();
        made.add(giveBack.all(ledger, cause(situation, ledger, entry, 1), situation.terms()));
        for (Lot lapsed : ledger.bornLapsed()) {
            Situation.Details details =
                    Situation.Details.related(made.size() + 1, lapsed.id().entry());
            PointEntry.Cause cause =
                    situation.cause(ledger, EntryKind.EXPIRY, entry.cause().pointKind(), details);
            made.add(ledger.expire(cause, lapsed.id()));
        }
        Decision<ReversalResult> done = done(made, ledger);
        return giftCard.map(points -> done.with(points.takeBack(made.get(0), by)))
                .orElse(done);
    }

    /** An entry is undone once; a return that took back a part of it came under the key of a sale. */
    private static boolean isReversed(Situation situation, PointEntry entry) {
        return situation.stores().ledger().reversalsOf(Set.of(entry.id())).stream()
                .anyMatch(reversal ->
                        reversal.cause().origin().command().operation().undoesWhole());
    }

    private PointEntry.Cause cause(Situation situation, AccountLedger ledger, PointEntry entry, int part) {
        Situation.Details details = new Situation.Details(
                part, null, entry.id(), request.reason(), entry.cause().origin().scene());
        return situation.cause(ledger, EntryKind.REVERSAL, entry.cause().pointKind(), details);
    }

    private static Decision<ReversalResult> done(List<PointEntry> entries, AccountLedger ledger) {
        Map<String, Long> figures = Map.of(AVAILABLE, ledger.available().hundredths());
        return Decision.done(
                new Reversed(entries, ledger.available(), false), Answer.of(REVERSED, figures), ledger.posting());
    }

    private static Decision<ReversalResult> refuse(ReversalRefusal reason) {
        return Decision.refused(new Refused(reason, false), Answer.of(reason.name()));
    }

    @Override
    public ReversalResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static ReversalResult retell(RecordedCommand first, Stores stores) {
        if (!first.answer().outcome().equals(REVERSED)) {
            return new Refused(ReversalRefusal.valueOf(first.answer().outcome()), true);
        }
        List<PointEntry> entries = stores.ledger().entries(first.effect());
        return new Reversed(entries, Points.ofHundredths(first.answer().figure(AVAILABLE)), true);
    }

    @Override
    public Undecided<ReversalResult> undecided() {
        return new Undecided<>(KeyReused::new, new Refused(ReversalRefusal.UNKNOWN_ENTRY, false), OutcomeUnknown::new);
    }
}
