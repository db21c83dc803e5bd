package org.openmembership.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.OpenLots;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;
import org.openmembership.testkit.AnyEntry;

/** A redemption as a verb does it: gather once, decide, record; a key that is recorded changes nothing. */
record Redeeming(AccountId account, CommandKey key, Points points, Instant at) {
    /** Whether it was done now, not before. */
    boolean on(Storage storage) {
        return storage.inUnitOfWork(this::redeem);
    }

    private boolean redeem(Stores stores) {
        Cover cover = new Cover(points, ConsumptionOrder.NEAREST_EXPIRY, at);
        OpenedLedgers opened =
                stores.ledger().open(new LedgerRequest(List.of(key), new TreeSet<>(List.of(account)), cover));
        Optional<RecordedCommand> earlier = opened.commands().stream().findFirst();
        if (earlier.isPresent()) {
            return false;
        }

        MemberAccount locked = opened.accounts().get(0);
        AccountLedger ledger = AccountLedger.of(locked, at, null)
                .with(opened.lots().getOrDefault(account, OpenLots.NONE_READ).lots());
        PointEntry entry = ledger.spend(
                AnyEntry.anyCause(EntryKind.REDEMPTION, locked, key, at), points, cover.order(), Points.ZERO);

        RecordedCommand.Effect effect =
                new RecordedCommand.Effect(account, entry.id().seq(), entry.id().seq());
        stores.commands().addAll(List.of(AnyEntry.anyCommand(key, effect)));
        stores.ledger().append(List.of(ledger.posting()), List.of());
        Recorded.by(stores, at);
        return true;
    }
}
