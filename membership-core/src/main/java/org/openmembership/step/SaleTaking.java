package org.openmembership.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * What a sale has earned on one account and is to be given back, because the sale is somebody else's (D13), with what was given
 * for it as the first one (D24).
 *
 * @param lines what each entry that is still counted gave for each line
 */
public record SaleTaking(AccountId account, Map<EntryId, List<EarnedLine>> lines) {
    /** What a sale has earned and not given back yet, by account. */
    public static List<SaleTaking> gather(ExternalKey sale, Stores stores) {
        Map<AccountId, Points> left = new TreeMap<>();
        Map<AccountId, Map<EntryId, List<EarnedLine>>> given = new HashMap<>();
        for (EarnedLine line : stores.ledger().earnedLines(Set.of(sale))) {
            left.merge(line.entry().account(), line.points(), Points::plus);
            if (line.points().isPositive()) {
                given.computeIfAbsent(line.entry().account(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(line.entry(), any -> new ArrayList<>())
                        .add(line);
            }
        }
        return left.entrySet().stream()
                .filter(account -> account.getValue().isPositive())
                .map(account -> new SaleTaking(account.getKey(), given.getOrDefault(account.getKey(), Map.of())))
                .toList();
    }

    /**
     * Takes it back in a journal where the account is locked, by the club of the time of the sale.
     *
     * @return the entries; empty if the points are spent and the club refuses to take them back then
     */
    public Optional<List<PointEntry>> take(
            SaleJournal journal, Purchase purchase, ExternalKey key, Fingerprint fingerprint, Stores stores) {
        AccountLedger ledger = journal.ledger(account);
        MemberAccount row = ledger.account();
        PublishedClub club = journal.club(account, purchase);
        CommandKey command = new CommandKey(Operation.SALE_TAKEN, row.club(), key);
        List<PointEntry> taken = new ArrayList<>();
        for (TakeBack takeBack : takeBacks(stores)) {
            Points possible = takeBack.possible(ledger.at());
            if (possible.isPositive()) {
                PointEntry.Cause cause = cause(ledger, club, takeBack.entry(), command, taken.size() + 1);
                Optional<PointEntry> reversal = takeBack.from(
                        ledger, cause, possible, club.club().terms().spending(), stores);
                if (reversal.isEmpty()) {
                    return Optional.empty();
                }
                taken.add(reversal.get());
                List<EarnedLine> given = lines.getOrDefault(takeBack.entry().id(), List.of());
                journal.takenBack(negated(given, reversal.get().id()), account);
            }
        }
        journal.record(command, fingerprint, account, taken, Answer.of("TAKEN"));
        return Optional.of(taken);
    }

    private List<TakeBack> takeBacks(Stores stores) {
        SaleEntries entries =
                SaleEntries.of(lines.values().stream().flatMap(List::stream).toList(), stores);
        List<PointEntry> taken =
                new ArrayList<>(lines.keySet().stream().map(entries::require).toList());
        entries.gifts().forEach(gift -> taken.add(gift.entry()));
        return TakeBack.gather(taken, stores);
    }

    private static List<EarnedLine> negated(List<EarnedLine> lines, EntryId by) {
        return lines.stream()
                .map(line -> new EarnedLine(
                        by, line.line(), line.kind(), line.points().negated()))
                .toList();
    }

    private static PointEntry.Cause cause(
            AccountLedger ledger, PublishedClub club, PointEntry entry, CommandKey command, int part) {
        return new PointEntry.Cause(
                EntryKind.REVERSAL,
                entry.cause().pointKind(),
                new PointEntry.Times(ledger.at(), ledger.at()),
                new PointEntry.Basis(
                        ledger.account().schemeIn(club.club(), ledger.at()),
                        club.version(),
                        club.club().points().value().perPoint()),
                new PointEntry.Origin(
                        command, part, entry.id(), null, entry.cause().origin().scene()));
    }
}
