package org.openmembership.purchase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** Keeps purchases with their lines and tenders. */
public interface PurchaseStore {
    /** Adds purchases; if the key of one was used meanwhile, the unit of work is run again. */
    void addAll(List<KeptPurchase> purchases);

    /** Gives a kept purchase another owner. */
    void assign(PurchaseId purchase, KeptPurchase.Owner owner);

    /** Adds an assignment; if its key, or its number of the sale, was used meanwhile, the unit of work is run again. */
    void add(SaleAssignment assignment);

    /** The assignment that was made under a key of its own. */
    Optional<SaleAssignment> assignment(ExternalKey key);

    /** All assignments of a sale, by number. */
    List<SaleAssignment> assignments(ExternalKey sale);

    Optional<KeptPurchase> find(ExternalKey key);

    /** As {@link #find}, and nobody else assigns or locks it until the unit of work ends. */
    Optional<KeptPurchase> lock(ExternalKey key);

    /** Those of the keys that are kept, in no particular order. */
    List<KeptPurchase> findAll(Collection<ExternalKey> keys);

    /** The kept lines that give back lines of these purchases, in no particular order (R39). */
    List<ReturnedLine> returnsOf(Collection<ExternalKey> originals);

    /** The latest first; whoever is asked for, with all that was bought under ids that are theirs since a merge (R16). */
    Page<KeptPurchase> list(PurchaseFilter filter, Page.Request page);

    /**
     * What the members who share accounts have bought from one instant until before another, by account, then in the order in
     * which it was recorded, then by id; sales that are not posted yet are left out.
     *
     * @param after the last one of the page before, null for the first page
     */
    List<SharedPurchase> shared(
            Set<AccountId> accounts, Instant from, Instant to, @Nullable SharedPurchase after, int limit);

    /** The sales of a member that arrived before he was active, the oldest first, after {@code after} (R5). */
    List<KeptPurchase> awaiting(MemberId member, @Nullable PurchaseId after, int limit);
}
