package org.openmembership.step;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * What can be taken back of an envoy's share.
 *
 * @param points at most what is due, what has not lapsed, and, in a club that lets nobody owe, what is there
 */
record EnvoyShare(TakeBack takeBack, Points points) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Empty where nothing can be taken back any more. */
    static Optional<EnvoyShare> takeBack(
            EnvoyReward before, Points due, AccountLedger envoy, Club club, Stores stores) {
        TakeBack known = TakeBack.gather(stores.ledger().find(before.entry()).orElseThrow(), stores);
        Points calledBack = known.entry().points().minus(before.given()).max(known.calledBack());
        TakeBack takeBack = new TakeBack(known.entry(), known.lots(), known.expired(), known.takenBack(), calledBack);
        Points possible = takeBack.possible(envoy.at()).min(due);
        boolean mayOwe = club.terms().spending().whenSpent() != WhenSpent.REFUSE;
        Points points = mayOwe ? possible : possible.min(envoy.unlapsed());
        return points.isPositive() ? Optional.of(new EnvoyShare(takeBack, points)) : Optional.empty();
    }

    /** @param by the recruit's entry that it goes with */
    static PointEntry.Cause cause(
            AccountLedger envoy, PublishedClub club, EntryKind kind, EntryId by, @Nullable EntryId related) {
        ExternalKey key = EnvoyReward.keyBeside(by);
        return new PointEntry.Cause(
                kind,
                PointKind.OTHER,
                new PointEntry.Times(envoy.at(), envoy.at()),
                new PointEntry.Basis(
                        envoy.account().schemeIn(club.club(), envoy.at()),
                        club.version(),
                        club.club().points().value().perPoint()),
                new PointEntry.Origin(
                        new CommandKey(Operation.EVENT, club.club().id(), key),
                        1,
                        related,
                        EnvoyRewards.REASON,
                        PointEntry.Scene.UNKNOWN));
    }

    /** Why an envoy got what it did: the exact share, and how it was rounded. */
    static Explanation explain(PointEntry entry, Points earned, EnvoyReward.Promise promise, Club club) {
        Explanation.Basis basis = new Explanation.Basis(
                club.id(),
                entry.cause().basis().clubVersion(),
                entry.cause().basis().scheme(),
                club.terms().earning().policies().choice());
        BigDecimal exact = earned.toBigDecimal().multiply(promise.percent()).divide(WHOLE);
        Explanation.Sum sum =
                new Explanation.Sum(PointKind.OTHER, exact, promise.rounding(), entry.points(), null, entry.points());
        return new Explanation(
                new Explanation.Ground(basis, BigDecimal.ZERO, false, BigDecimal.ONE, List.of()),
                List.of(),
                List.of(sum));
    }
}
