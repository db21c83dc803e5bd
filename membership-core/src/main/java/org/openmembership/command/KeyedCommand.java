package org.openmembership.command;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.Cover;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/**
 * A command about points on one account, or several of one club, as a verb spells it out; {@link Caller#keyed} does the
 * rest: finds an earlier answer, locks, retries and records.
 *
 * @param <R> the verb's result
 */
public interface KeyedCommand<R> {
    Identity identity();

    /**
     * What makes the command one and the same, and what it needs.
     *
     * @param account the one it is recorded under
     * @param fingerprint of all that decides its effect: not who makes it, nor notes
     */
    record Identity(
            Operation operation, Permission permission, AccountId account, ExternalKey key, Fingerprint fingerprint) {}

    /** All accounts it touches: by default that of {@link #identity} alone. */
    default SortedSet<AccountId> accounts() {
        return new TreeSet<>(Set.of(identity().account()));
    }

    /** The same, with those that only the storage knows of; asked before they are locked, and of closed ones once more after. */
    default SortedSet<AccountId> accounts(Stores stores) {
        return accounts();
    }

    /** Which lots it may take; null, as by default, where it takes none in the club's order. */
    default @Nullable Cover cover(Club club, Instant now) {
        return null;
    }

    /** Decides from what was gathered; reads more where it must, and writes nothing. */
    Decision<R> decide(Situation situation);

    /** The first answer again, marked as a repeat. */
    R repeated(RecordedCommand first, Stores stores);

    Undecided<R> undecided();
}
