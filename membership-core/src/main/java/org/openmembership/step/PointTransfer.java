package org.openmembership.step;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * Moves points between two accounts of a club, lot by lot (R30, B47).
 *
 * @param source the account they leave, whose lots are known
 * @param target another one
 * @param club of the source
 */
public record PointTransfer(AccountLedger source, AccountLedger target, Club club) {
    /** Why points cannot be moved. */
    public enum Hindrance {
        OTHER_CLUB,
        CLOSED,
        BLOCKED,
        NOT_ELIGIBLE,
        /** Less is available, or less of it with enough life left. */
        NOT_ENOUGH_POINTS,
        /** After the transfer factor nothing would arrive. */
        NOTHING_ARRIVES
    }

    /** Only lots that lapse later than this may go. */
    public static Instant livesPast(Club club, Instant at) {
        Period life = club.terms().transfer().minimumLife();
        return life.isZero()
                ? at
                : club.businessDate(at)
                        .plus(life)
                        .atStartOfDay(club.place().zone())
                        .toInstant();
    }

    public Optional<Hindrance> hindrance(Points points) {
        List<MemberAccount> both = List.of(source.account(), target.account());
        if (!both.get(0).club().equals(both.get(1).club())) {
            return Optional.of(Hindrance.OTHER_CLUB);
        }
        if (both.stream().anyMatch(MemberAccount::isClosed)) {
            return Optional.of(Hindrance.CLOSED);
        }
        if (both.stream().anyMatch(account -> account.block().isPresent())) {
            return Optional.of(Hindrance.BLOCKED);
        }
        if (source.transferring().movable(livesPast(club, source.at())).isLessThan(points)) {
            return Optional.of(Hindrance.NOT_ENOUGH_POINTS);
        }
        boolean arrives = TransferArrival.of(points, club).isPositive();
        return arrives ? Optional.empty() : Optional.of(Hindrance.NOTHING_ARRIVES);
    }

    /** As {@link #hindrance}, for somebody who moves points of an own account: those must be usable (D23). */
    public Optional<Hindrance> hindrance(Points points, Stores stores) {
        Optional<Hindrance> found = hindrance(points);
        boolean isEligible = found.isPresent() || Eligible.is(source.account(), club, stores);
        return isEligible ? found : Optional.of(Hindrance.NOT_ELIGIBLE);
    }

    /** Moves points that nothing hinders; answers both entries, what left first. */
    public List<PointEntry> move(PointEntry.Cause out, PointEntry.Cause in, Points points) {
        AccountLedger.Moved moved =
                source.transferring().move(out, points, club.terms().spending().order(), livesPast(club, source.at()));
        PointEntry arrived = target.receive(in, TransferArrival.of(moved.portions(), target.at(), club));
        return List.of(moved.entry(), arrived);
    }
}
