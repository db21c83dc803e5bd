package org.openmembership.step;

import java.time.Instant;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;

/** Why the two entries of one part of a merge are made, each by the scheme of its account. */
record MergeCause(CommandKey command, PublishedClub club, PointKind kind, int part) {
    /** @param other the entry on the other account */
    PointEntry.Cause of(AccountLedger ledger, EntryKind entry, EntryId other) {
        Instant at = ledger.at();
        return new PointEntry.Cause(
                entry,
                kind,
                new PointEntry.Times(at, at),
                new PointEntry.Basis(
                        ledger.account().schemeIn(club.club(), at),
                        club.version(),
                        club.club().points().value().perPoint()),
                new PointEntry.Origin(command, part, other, null, PointEntry.Scene.UNKNOWN));
    }
}
