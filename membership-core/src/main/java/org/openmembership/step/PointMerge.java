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
import org.openmembership.ledger.AccountMerge;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
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
 * Moves everything that counts from one account to another of the club: lot by lot with their dates, the debt, and the holds in
 * force with what they hold. What has lapsed by then and is not held stays where it lapsed and is written off there.
 */
public final class PointMerge {
    /** The outcome that is kept of it. */
    public static final String MERGED = "MERGED";

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

    /** Everything that counts, and what is held of it; answers the entries that brought it. */
    public List<PointEntry> moveAll(CommandKey key, AccountId source, AccountId target) {
        AccountLedger from = ledger(source);
        AccountLedger into = ledger(target);
        Instant later = from.at().isAfter(into.at()) ? from.at() : into.at();
        List<Lot> open = open(from);
        endedBy(later, from);
        Map<LotId, Points> held = Hold.byLot(from.holds().all());
        List<Part> parts = new ArrayList<>();
        Points debt = from.balance().debt();
        for (PointKind kind : PointKind.values()) {
            Map<LotId, Points> lots = new TreeMap<>();
            for (Lot lot : open) {
                Points counts = lot.life().isLapsed(later) ? held.getOrDefault(lot.id(), Points.ZERO) : lot.remaining();
                if (lot.kind() == kind && counts.isPositive()) {
                    lots.put(lot.id(), counts);
                }
            }
            if (!lots.isEmpty() || debt.isPositive()) {
                parts.add(new Part(kind, lots, debt));
                debt = Points.ZERO;
            }
        }
        return move(key, source, target, parts);
    }

    /** By the clock of the account that takes it over, the time of a hold may be over; then it is over for good. */
    private static void endedBy(Instant later, AccountLedger from) {
        from.holds().all().stream()
                .filter(hold -> !later.isBefore(hold.life().expiresAt()))
                .forEach(from.holds()::release);
    }

    /**
     * What goes over by one pair of entries.
     *
     * @param lots which of them are taken, and how much of each
     */
    public record Part(PointKind kind, Map<LotId, Points> lots, Points debt) {
        public Part {
            lots = Map.copyOf(lots);
        }
    }

    /** Exactly these parts, and the holds that have points of their lots; answers the entries that brought them. */
    public List<PointEntry> move(CommandKey key, AccountId source, AccountId target, List<Part> parts) {
        AccountLedger from = ledger(source);
        AccountLedger into = ledger(target);
        open(from);
        open(into);
        Set<LotId> lots =
                parts.stream().flatMap(part -> part.lots().keySet().stream()).collect(toCollection(TreeSet::new));
        List<Hold> holds = from.merging().release(lots);
        Map<LotId, Points> held = Hold.byLot(holds);
        Map<LotId, LotId> came = new TreeMap<>();
        List<PointEntry> entries = new ArrayList<>();
        parts.forEach(part -> entries.add(move(key, from, into, part, held, came)));
        into.merging().take(holds, came, from.at());
        return entries;
    }

    private PointEntry move(
            CommandKey key,
            AccountLedger from,
            AccountLedger into,
            Part part,
            Map<LotId, Points> held,
            Map<LotId, LotId> came) {
        PublishedClub club = clubs.require(key.club(), now, stores);
        ConsumptionOrder order = club.club().terms().spending().order();
        List<PointEntry> brought = arrived.computeIfAbsent(key, any -> new ArrayList<>());
        MergeCause cause = new MergeCause(key, club, part.kind(), brought.size() + 1);

        AccountMerge.Surrendered left = from.merging()
                .surrender(cause.of(from, EntryKind.MERGE_OUT, into.nextId()), part.lots(), held, part.debt(), order);
        PointEntry entry = into.merging()
                .absorb(cause.of(into, EntryKind.MERGE_IN, left.entry().id()), left.lots(), part.debt(), order, came);
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
                Answer.of(MERGED),
                new RecordedCommand.Origin(actor, now));
    }
}
