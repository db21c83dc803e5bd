package org.openmembership.step;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.storage.Stores;

/**
 * Which account has what the accounts have earned on which sales that goods come back of (R16, R39).
 *
 * @param holders of those that were merged away, who has what they had
 * @param original the entry that was taken back, for each entry that took back what another account had earned
 */
record ReturnAccounts(Map<AccountId, AccountId> holders, Map<EntryId, EntryId> original) {
    static ReturnAccounts of(List<EarnedLine> earned, Stores stores) {
        Set<AccountId> accounts =
                earned.stream().map(line -> line.entry().account()).collect(toSet());
        Map<EntryId, EntryId> original = new HashMap<>();
        if (accounts.size() > 1) {
            Set<EntryId> given = earned.stream()
                    .filter(line -> line.points().isPositive())
                    .map(EarnedLine::entry)
                    .collect(toSet());
            for (PointEntry reversal : stores.ledger().reversalsOf(given)) {
                reversal.related()
                        .filter(entry -> !entry.account().equals(reversal.account()))
                        .ifPresent(entry -> original.put(reversal.id(), entry));
            }
        }
        return new ReturnAccounts(holders(accounts, stores), original);
    }

    static Map<AccountId, AccountId> holders(Set<AccountId> accounts, Stores stores) {
        Map<AccountId, AccountId> holders = new HashMap<>();
        stores.accounts()
                .successors(accounts)
                .forEach((account, line) -> holders.put(account, line.get(line.size() - 1)));
        return holders;
    }

    /** Who has what an account had: itself, unless it was merged into another one. */
    AccountId holder(AccountId account) {
        return holders.getOrDefault(account, account);
    }

    /** The account whose earnings an entry is about, though it may have been taken back from the one it was merged into. */
    AccountId earning(EntryId entry) {
        return original.getOrDefault(entry, entry).account();
    }
}
