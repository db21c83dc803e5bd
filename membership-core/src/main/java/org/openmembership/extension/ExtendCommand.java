package org.openmembership.extension;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.extension.ExtensionResult.Extended;
import org.openmembership.extension.ExtensionResult.KeyReused;
import org.openmembership.extension.ExtensionResult.OutcomeUnknown;
import org.openmembership.extension.ExtensionResult.Refused;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotExtension;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** Closes a lot and opens another with a later end. */
final class ExtendCommand implements KeyedCommand<ExtensionResult> {
    private static final String EXTENDED = "EXTENDED";
    private static final String AVAILABLE = "available";

    private final ExtensionRequest request;

    ExtendCommand(ExtensionRequest request) {
        this.request = request;
    }

    private AccountId account() {
        return request.lot().entry().account();
    }

    @Override
    public Identity identity() {
        String content = "extend;" + request.lot() + ";" + request.lastDay() + ";" + request.reason();
        return new Identity(Operation.EXTENSION, Permission.ADJUST, account(), request.key(), Fingerprint.of(content));
    }

    @Override
    public Decision<ExtensionResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(account());
        Optional<Lot> found =
                situation.stores().ledger().lots(Set.of(request.lot())).stream().findFirst();
        if (found.isEmpty()) {
            return Decision.notYet(new Refused(ExtensionRefusal.UNKNOWN_LOT, false));
        }
        Lot lot = found.get();
        Instant end = request.lastDay()
                .plusDays(1)
                .atStartOfDay(situation.terms().place().zone())
                .toInstant();
        if (ledger.account().isClosed()) {
            return refuse(ExtensionRefusal.CLOSED);
        }
        if (!end.isAfter(lot.life().lapsesAt()) || !end.isAfter(ledger.at())) {
            return refuse(ExtensionRefusal.NOT_LATER);
        }
        ledger.with(found.stream().toList());
        return lot.life().isLapsed(ledger.at())
                ? reinstate(situation, ledger, lot, end)
                : extend(situation, ledger, lot, end);
    }

    private Decision<ExtensionResult> extend(Situation situation, AccountLedger ledger, Lot lot, Instant end) {
        LotExtension extension = new LotExtension(ledger);
        if (extension.extendable(lot).isZero()) {
            return refuse(ExtensionRefusal.NOTHING_LEFT);
        }

        EntryId first = ledger.nextId();
        EntryId second = new EntryId(first.account(), first.seq() + 1);
        return done(
                extension.extend(
                        cause(situation, ledger, EntryKind.EXTENSION_FROM, lot, 1, second),
                        cause(situation, ledger, EntryKind.EXTENSION_TO, lot, 2, first),
                        lot,
                        end),
                ledger);
    }

    private Decision<ExtensionResult> reinstate(Situation situation, AccountLedger ledger, Lot lot, Instant end) {
        List<PointEntry> made = new ArrayList<>();
        PointEntry expiry;
        if (lot.isOpen()) {
            if (ledger.holds().has(lot.id())) {
                return refuse(ExtensionRefusal.NOTHING_LEFT);
            }
            EntryId lapsed = lot.id().entry();
            expiry = ledger.expire(cause(situation, ledger, EntryKind.EXPIRY, lot, 1, lapsed), lot.id());
            made.add(expiry);
        } else {
            Optional<PointEntry> written = expiryOf(lot, situation.stores());
            if (written.isEmpty()) {
                return refuse(ExtensionRefusal.NOTHING_LEFT);
            }
            expiry = written.get();
            if (!situation.stores().ledger().reversalsOf(Set.of(expiry.id())).isEmpty()) {
                return refuse(ExtensionRefusal.ALREADY_REINSTATED);
            }
        }

        PointEntry.Cause cause = cause(situation, ledger, EntryKind.REVERSAL, lot, made.size() + 1, expiry.id());
        made.add(new LotExtension(ledger).reinstate(cause, expiry, lot, end));
        return done(made, ledger);
    }

    private static Optional<PointEntry> expiryOf(Lot lot, Stores stores) {
        return stores.ledger().allocationsOf(Set.of(lot.id())).stream()
                .filter(allocation -> allocation.purpose() == Allocation.Purpose.EXPIRED)
                .findFirst()
                .flatMap(allocation -> stores.ledger().find(allocation.entry()));
    }

    private PointEntry.Cause cause(
            Situation situation, AccountLedger ledger, EntryKind kind, Lot lot, int part, EntryId related) {
        Situation.Details details =
                new Situation.Details(part, null, related, request.reason(), PointEntry.Scene.UNKNOWN);
        return situation.cause(ledger, kind, lot.kind(), details);
    }

    private static Decision<ExtensionResult> done(List<PointEntry> entries, AccountLedger ledger) {
        Map<String, Long> figures = Map.of(AVAILABLE, ledger.available().hundredths());
        return Decision.done(
                new Extended(entries, ledger.available(), false), Answer.of(EXTENDED, figures), ledger.posting());
    }

    private static Decision<ExtensionResult> refuse(ExtensionRefusal reason) {
        return Decision.refused(new Refused(reason, false), Answer.of(reason.name()));
    }

    @Override
    public ExtensionResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static ExtensionResult retell(RecordedCommand first, Stores stores) {
        if (!first.answer().outcome().equals(EXTENDED)) {
            return new Refused(ExtensionRefusal.valueOf(first.answer().outcome()), true);
        }
        List<PointEntry> entries = stores.ledger().entries(first.effect());
        return new Extended(entries, Points.ofHundredths(first.answer().figure(AVAILABLE)), true);
    }

    @Override
    public Undecided<ExtensionResult> undecided() {
        return new Undecided<>(KeyReused::new, new Refused(ExtensionRefusal.UNKNOWN_LOT, false), OutcomeUnknown::new);
    }
}
