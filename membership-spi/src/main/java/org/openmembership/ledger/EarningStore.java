package org.openmembership.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.shared.Document;

/** Keeps what earning leaves beside the entries: how much of caps is used up, and why a sale earned what it did. */
public interface EarningStore {
    /** The counts of locked accounts in spans that start on one of these days, in no particular order. */
    List<PointCount> counts(Set<AccountId> accounts, Collection<LocalDate> starts);

    /** Writes new counts, and later versions of others; if one has moved on, the unit of work is run again. */
    void count(List<PointCount> counts);

    /** Keeps explanations of entries that are written in the same unit of work; they never change. */
    void explain(List<KeptExplanation> explanations);

    Optional<Document> explanation(EntryId entry);
}
