package org.openmembership.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.step.PointTransfer;
import org.openmembership.storage.Stores;
import org.openmembership.transfer.TransferResult.KeyReused;
import org.openmembership.transfer.TransferResult.OutcomeUnknown;
import org.openmembership.transfer.TransferResult.Refused;
import org.openmembership.transfer.TransferResult.Transferred;

/** Moves points between two accounts of a club, lot by lot. */
final class TransferCommand implements KeyedCommand<TransferResult> {
    private static final String TRANSFERRED = "TRANSFERRED";
    private static final String AVAILABLE = "available";

    private final TransferRequest request;

    TransferCommand(TransferRequest request) {
        this.request = request;
    }

    @Override
    public Identity identity() {
        String content = "transfer;" + request.from() + ";" + request.to() + ";" + request.points();
        return new Identity(
                Operation.TRANSFER, Permission.TRANSFER, request.from(), request.key(), Fingerprint.of(content));
    }

    @Override
    public SortedSet<AccountId> accounts() {
        SortedSet<AccountId> accounts = new TreeSet<>();
        accounts.add(request.from());
        accounts.add(request.to());
        return accounts;
    }

    @Override
    public Cover cover(Club club, Instant now) {
        return new Cover(request.points(), club.terms().spending().order(), PointTransfer.livesPast(club, now));
    }

    @Override
    public Decision<TransferResult> decide(Situation situation) {
        AccountLedger source = situation.ledger(request.from());
        AccountLedger target = situation.ledger(request.to());
        PointTransfer transfer = new PointTransfer(source, target, situation.terms());
        Optional<PointTransfer.Hindrance> hindrance = transfer.hindrance(request.points(), situation.stores());
        if (hindrance.isPresent()) {
            return refuse(TransferRefusal.valueOf(hindrance.get().name()), source);
        }

        List<PointEntry> both = transfer.move(
                situation.cause(
                        source,
                        EntryKind.TRANSFER_FROM,
                        PointKind.AWARD,
                        Situation.Details.related(1, target.nextId())),
                situation.cause(
                        target,
                        EntryKind.TRANSFER_TO,
                        situation.terms().terms().transfer().arrivesAs(),
                        Situation.Details.related(2, source.nextId())),
                request.points());
        return Decision.done(
                new Transferred(both.get(0), both.get(1), false),
                Answer.of(TRANSFERRED),
                source.posting(),
                target.posting());
    }

    private static Decision<TransferResult> refuse(TransferRefusal reason, AccountLedger source) {
        Map<String, Long> figures = Map.of(AVAILABLE, source.available().hundredths());
        return Decision.refused(new Refused(reason, source.available(), false), Answer.of(reason.name(), figures));
    }

    @Override
    public TransferResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static TransferResult retell(RecordedCommand first, Stores stores) {
        if (!first.answer().outcome().equals(TRANSFERRED)) {
            Points available = Points.ofHundredths(first.answer().figure(AVAILABLE));
            return new Refused(TransferRefusal.valueOf(first.answer().outcome()), available, true);
        }
        PointEntry from = stores.ledger().entries(first.effect()).get(0);
        PointEntry to = from.related()
                .flatMap(stores.ledger()::find)
                .orElseThrow(() -> new IllegalStateException("transfer " + from.id() + " has no other half"));
        return new Transferred(from, to, true);
    }

    @Override
    public Undecided<TransferResult> undecided() {
        return new Undecided<>(
                KeyReused::new, new Refused(TransferRefusal.UNKNOWN_ACCOUNT, Points.ZERO, false), OutcomeUnknown::new);
    }
}
