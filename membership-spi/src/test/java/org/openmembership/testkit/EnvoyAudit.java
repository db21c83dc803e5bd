package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointKind;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;

/** What must be true of envoys' shares (R56). */
record EnvoyAudit(State state) {
    private static final long WHOLE = 10_000;

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (EnvoyReward reward : state.envoyRewards.values().toList()) {
            if (!isShare(reward)) {
                found.add(violation(reward, "has " + reward.given() + " of " + reward.earned()));
            }
            if (state.entries
                    .find(reward.entry())
                    .filter(entry -> gave(entry, reward))
                    .isEmpty()) {
                found.add(violation(reward, "was given by no entry of the recruit's sale"));
            }
            if (counted(reward) > Math.max(0, left(reward.place()))) {
                found.add(new Violation(
                        Invariant.ENVOY_SHARE_AGREES,
                        reward.place().sale().value(),
                        "counted " + counted(reward) + ", left " + left(reward.place())));
            }
        }
        state.entries
                .values()
                .filter(EnvoyAudit::isOfEnvoy)
                .filter(entry -> state.envoyRewards
                        .values()
                        .noneMatch(reward -> reward.entry().equals(entry.id())))
                .forEach(entry -> found.add(new Violation(
                        Invariant.ENVOY_SHARE_AGREES,
                        entry.id().toString(),
                        "gave " + entry.points() + " for nothing")));
        return found;
    }

    private static Violation violation(EnvoyReward reward, String finding) {
        return new Violation(Invariant.ENVOY_SHARE_AGREES, reward.entry().toString(), finding);
    }

    private static boolean isShare(EnvoyReward reward) {
        long step = reward.promise().rounding().precision().hundredths();
        long given = reward.given().hundredths();
        long exact = reward.earned().hundredths()
                * reward.promise().percent().unscaledValue().longValueExact();
        boolean within = switch (reward.promise().rounding().direction()) {
            case DOWN -> given * WHOLE <= exact && exact < (given + step) * WHOLE;
            case UP -> (given - step) * WHOLE < exact && exact <= given * WHOLE;
            case NEAREST -> (2 * given - step) * WHOLE <= 2 * exact && 2 * exact < (2 * given + step) * WHOLE;
        };
        return within && given % step == 0;
    }

    private boolean gave(PointEntry entry, EnvoyReward reward) {
        EnvoyReward.Place place = reward.place();
        ExternalKey key = entry.cause().origin().command().key();
        return isOfEnvoy(entry)
                && entry.cause().origin().command().club().equals(place.club())
                && !entry.points().isLessThan(reward.given())
                && lines(place.sale())
                        .filter(line -> line.entry().account().equals(place.account()))
                        .anyMatch(line -> key.equals(EnvoyReward.keyBeside(line.entry())));
    }

    private static boolean isOfEnvoy(PointEntry entry) {
        ExternalKey key = entry.cause().origin().command().key();
        return entry.kind() == EntryKind.POSITIVE_ADJUSTMENT
                && entry.cause().origin().command().operation() == Operation.EVENT
                && EnvoyReward.isKey(key);
    }

    /** What is counted as left of the sale, for all envoys of the club together. */
    private long counted(EnvoyReward reward) {
        EnvoyReward.Place place = reward.place();
        return state.envoyRewards
                .values()
                .filter(other -> other.place().sale().equals(place.sale())
                        && other.place().club().equals(place.club()))
                .mapToLong(other -> other.earned().hundredths())
                .sum();
    }

    private long left(EnvoyReward.Place place) {
        return lines(place.sale())
                .filter(line -> clubOf(line).filter(place.club()::equals).isPresent())
                .mapToLong(line -> line.points().hundredths())
                .sum();
    }

    private Optional<ClubId> clubOf(EarnedLine line) {
        return state.accounts.find(line.entry().account()).map(account -> account.club());
    }

    private Stream<EarnedLine> lines(ExternalKey sale) {
        return state.earnedLines
                .values()
                .filter(line -> line.kind() == PointKind.AWARD)
                .filter(line -> line.line().purchase().equals(sale));
    }
}
