package org.openmembership.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;

/**
 * Keeps what is counted and said beside the entries: how much of caps is used up, how much of what actors may adjust alone, and
 * why a sale earned what it did.
 */
public interface EarningStore {
    /**
     * The counts of locked accounts in spans that start on one of these days, in no particular order: their own, and those of
     * accounts whose points they have since a merge or a takeover (R16, R36).
     */
    List<Counted> counts(Set<AccountId> accounts, Collection<LocalDate> starts);

    /**
     * What counts for an account.
     *
     * @param count its own, or one of another account, which does not grow any more
     */
    record Counted(AccountId account, PointCount count) {
        public boolean isOwn() {
            return account.equals(count.account());
        }
    }

    /** Writes new counts, and later versions of others; if one has moved on, the unit of work is run again. */
    void count(List<PointCount> counts);

    /** What an actor has adjusted alone in a day, locked where the database locks; empty before the first time. */
    Optional<AdjustedDay> adjustedForUpdate(Actor by, LocalDate day);

    /** Writes what an actor has adjusted, its first version new; if another unit of work came first, this one is run again. */
    void keep(AdjustedDay adjusted);

    /** Keeps explanations of entries that are written in the same unit of work; they never change. */
    void explain(List<KeptExplanation> explanations);

    Optional<Document> explanation(EntryId entry);
}
