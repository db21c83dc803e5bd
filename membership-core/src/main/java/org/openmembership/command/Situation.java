package org.openmembership.command;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.PublishedClub;
import org.openmembership.storage.Stores;

/**
 * What a verb decides from, inside the open unit of work.
 *
 * @param command its key
 * @param club of all accounts, as it stands now
 * @param ledgers a workbook for each account that exists, locked, with the lots asked for
 * @param stores to read more from; what is written is written by {@link Decision}
 */
public record Situation(CommandKey command, PublishedClub club, Map<AccountId, AccountLedger> ledgers, Stores stores) {
    public Club terms() {
        return club.club();
    }

    public AccountLedger ledger(AccountId account) {
        AccountLedger ledger = ledgers.get(account);
        if (ledger == null) {
            throw new IllegalArgumentException("account " + account + " was not opened");
        }
        return ledger;
    }

    /** Why the next entry of an account is made: now, by the club as it stands, as part {@code part} of this command. */
    public PointEntry.Cause cause(AccountLedger ledger, EntryKind kind, PointKind pointKind, Details details) {
        Instant recordedAt = ledger.at();
        Instant occurredAt = details.occurredAt() == null ? recordedAt : details.occurredAt();
        return new PointEntry.Cause(
                kind,
                pointKind,
                new PointEntry.Times(occurredAt, recordedAt),
                new PointEntry.Basis(
                        ledger.account().schemeIn(terms(), recordedAt),
                        club.version(),
                        terms().points().value().perPoint()),
                new PointEntry.Origin(command, details.part(), details.related(), details.reason(), details.scene()));
    }

    /** Why a lot that has lapsed is written off. */
    public PointEntry.Cause lapse(AccountLedger ledger, Lot lapsed, int part) {
        return cause(
                ledger,
                EntryKind.EXPIRY,
                lapsed.kind(),
                Details.related(part, lapsed.id().entry()));
    }

    /**
     * What is particular to an entry.
     *
     * @param occurredAt null for now
     */
    public record Details(
            int part,
            @Nullable Instant occurredAt,
            @Nullable EntryId related,
            @Nullable ReasonCode reason,
            PointEntry.Scene scene) {
        public static Details of(PointEntry.Scene scene) {
            return new Details(1, null, null, null, scene);
        }

        public static Details because(ReasonCode reason) {
            return new Details(1, null, null, reason, PointEntry.Scene.UNKNOWN);
        }

        public static Details related(int part, EntryId entry) {
            return new Details(part, null, entry, null, PointEntry.Scene.UNKNOWN);
        }
    }
}
