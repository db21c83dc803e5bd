package org.openmembership.onaccount;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** Keeps what customers owe; entries are only ever added. */
public interface OnAccountStore {
    /** The account of a customer; empty before its first entry. */
    Optional<CustomerAccount> find(CustomerId customer);

    /** The entry of a kind that was recorded under a key, whoever's it is. */
    Optional<OnAccountEntry> find(OnAccountKind kind, ExternalKey key);

    /**
     * Adds an entry and makes its balance that of the account, which is there from the first entry on.
     *
     * <p>If another unit of work has added an entry to the account, or one under the key, this one is run again.
     *
     * @param comment 1 to 500 characters, or null
     */
    void post(OnAccountEntry entry, @Nullable String comment);

    /** A page of a customer's entries, the latest first. */
    Page<CommentedEntry> history(CustomerId customer, Page.Request page);
}
