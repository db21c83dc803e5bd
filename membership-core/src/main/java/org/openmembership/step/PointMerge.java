package org.openmembership.step;

import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerRequest;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.OpenedLedgers;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * Moves everything that counts from one account to another of the club: lot by lot with their dates, and the debt. What has
 * lapsed by then stays where it lapsed and is written off there.
 */
public final class PointMerge {
    private final PublishedClubs clubs;
    private final Actor actor;
    private final Instant now;
    private final Stores stores;
    private final Map<AccountId, AccountLedger> ledgers = new TreeMap<>();
    private final Map<CommandKey, List<PointEntry>> arrived = new LinkedHashMap<>();

    public PointMerge(PublishedClubs clubs, Actor actor, Instant now, Stores stores) {
        this.clubs = clubs;
        this.actor = actor;
        this.now = now;
        this.stores = stores;
    }

    /** Locks accounts in order of id; answers their workbooks. */
    public Map<AccountId, AccountLedger> lock(Set<AccountId> accounts) {
        SortedSet<AccountId> wanted = new TreeSet<>(accounts);
        if (wanted.isEmpty()) {
            return ledgers;
        }
        OpenedLedgers opened = stores.ledger().open(new LedgerRequest(List.of(), wanted, null));
        clubs.refresh(opened.clubVersions(), stores);
        ledgers.putAll(Workbooks.open(opened.accounts(), now, stores));
        return ledgers;
    }

    public AccountLedger ledger(AccountId account) {
        return Objects.requireNonNull(ledgers.get(account));
    }

    /** Everything that counts; answers the entries that brought it. */
    public List<PointEntry> moveAll(CommandKey key, AccountId source, AccountId target) {
        AccountLedger from = ledger(source);
        AccountLedger into = ledger(target);
        List<Lot> open = open(from);
        into.with(open(into));
        Instant later = from.at().isAfter(into.at()) ? from.at() : into.at();
        List<PointEntry> entries = new ArrayList<>();
        Points debt = from.balance().debt();
        for (PointKind kind : PointKind.values()) {
            Set<LotId> lots = open.stream()
                    .filter(lot -> lot.kind() == kind && !lot.life().isLapsed(later))
                    .map(Lot::id)
                    .collect(toCollection(TreeSet::new));
            if (!lots.isEmpty() || debt.isPositive()) {
                entries.add(move(key, source, target, new Part(kind, lots, debt)));
                debt = Points.ZERO;
            }
        }
        return entries;
    }

    /** What goes over by one pair of entries. */
    public record Part(PointKind kind, Set<LotId> lots, Points debt) {}

    /** Exactly these lots, whole, and this much debt; answers the entry that brought it. */
    public PointEntry move(CommandKey key, AccountId source, AccountId target, Part part) {
        AccountLedger from = ledger(source);
        AccountLedger into = ledger(target);
        from.with(open(from));
        PublishedClub club = clubs.require(key.club(), now, stores);
        ConsumptionOrder order = club.club().terms().spending().order();
        List<PointEntry> brought = arrived.computeIfAbsent(key, any -> new ArrayList<>());
        MergeCause cause = new MergeCause(key, club, part.kind(), brought.size() + 1);

        AccountLedger.Moved moved = from.merging()
                .surrender(cause.of(from, EntryKind.MERGE_OUT, into.nextId()), part.lots(), part.debt(), order);
        PointEntry entry = into.merging()
                .absorb(cause.of(into, EntryKind.MERGE_IN, moved.entry().id()), moved.portions(), part.debt(), order);
        brought.add(entry);
        return entry;
    }

    /** Writes what was moved, each key's under a command of its own; answers the accounts as they are kept then. */
    public Map<AccountId, MemberAccount> write(Fingerprint fingerprint, Facts told) {
        List<RecordedCommand> commands = new ArrayList<>();
        arrived.forEach((key, entries) -> commands.add(command(key, entries, fingerprint)));
        List<Posting> postings = new ArrayList<>();
        Map<AccountId, MemberAccount> kept = new TreeMap<>();
        ledgers.forEach((id, ledger) -> {
            Posting posting = ledger.posting();
            MemberAccount account = posting.account();
            if (posting.isEmpty()) {
                kept.put(id, account);
            } else {
                postings.add(posting);
                kept.put(
                        id,
                        new MemberAccount(
                                id, account.owner(), account.standing(), account.head(), account.version() + 1));
            }
        });
        if (!postings.isEmpty()) {
            stores.commands().addAll(commands);
            stores.ledger().append(postings, List.of());
            told.posted(postings);
        }
        return kept;
    }

    private List<Lot> open(AccountLedger ledger) {
        MemberAccount account = ledger.account();
        List<Lot> lots = stores.ledger().lotsAsOf(account.id(), account.head().seq());
        ledger.with(lots);
        return lots;
    }

    private RecordedCommand command(CommandKey key, List<PointEntry> entries, Fingerprint fingerprint) {
        PointEntry first = entries.get(0);
        return new RecordedCommand(
                key,
                fingerprint,
                new RecordedCommand.Effect(
                        first.account(),
                        first.id().seq(),
                        entries.get(entries.size() - 1).id().seq()),
                Answer.of("MERGED"),
                new RecordedCommand.Origin(actor, now));
    }
}
