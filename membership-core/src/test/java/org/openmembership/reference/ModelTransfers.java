package org.openmembership.reference;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.reference.ModelAccount.Entry;
import org.openmembership.reference.ModelAccount.Lot;

/** Points that go from one account to another. */
final class ModelTransfers {
    private final ModelShop shop;

    ModelTransfers(ModelShop shop) {
        this.shop = shop;
    }

    Outcome transfer(String from, String to, long points, String key) {
        return shop.once("TRANSFER", key, from, to + " " + points, source -> {
            ModelAccount target = shop.accounts.get(to);
            if (target == null) {
                return Outcome.refused("UNKNOWN_ACCOUNT", 0);
            }
            ModelRules rules = shop.rules(source.club);
            Instant at = source.at(shop.now);
            String refusal = refusal(source, target, points, rules, at);
            return refusal == null
                    ? move(source, target, points, rules, at)
                    : Outcome.refused(refusal, source.available(at));
        });
    }

    private static @Nullable String refusal(
            ModelAccount source, ModelAccount target, long points, ModelRules rules, Instant at) {
        if (!source.club.equals(target.club)) {
            return "OTHER_CLUB";
        }
        if (source.closed || target.closed) {
            return "CLOSED";
        }
        if (source.blocked || target.blocked) {
            return "BLOCKED";
        }
        Instant outlived = rules.mustOutlive(at);
        long lasting = source.lots.stream()
                .filter(lot -> lot.isInForce(at) && lot.end.isAfter(outlived))
                .mapToLong(lot -> source.free(lot, at))
                .sum();
        if (Math.min(lasting, source.available(at)) < points) {
            return "NOT_ENOUGH_POINTS";
        }
        return rules.arriving(points) == 0 ? "NOTHING_ARRIVES" : null;
    }

    private Outcome move(ModelAccount source, ModelAccount target, long points, ModelRules rules, Instant at) {
        Instant there = target.at(shop.now);
        Entry left = source.begin("TRANSFER_FROM", at, at);
        Entry arrived = target.begin("TRANSFER_TO", there, there);
        left.related = arrived.id;
        arrived.related = left.id;
        long arriving = rules.arriving(points);
        long gone = 0;
        long given = 0;
        for (Lot lot : source.inForce(at, rules.spending().oldestFirst())) {
            if (lot.end.isAfter(rules.mustOutlive(at))) {
                gone = points - source.take(left, lot, points - gone);
                long upToHere = Math.multiplyExact(arriving, gone) / points;
                Instant end = rules.endOfMoved(lot.ownEnd, there);
                target.open(arrived, target.repay(upToHere - given), lot.earnedAt, there, end);
                given = upToHere;
            }
        }
        source.end(left);
        target.end(arrived);
        return new Outcome("DONE", List.of(left.id, arrived.id), 0, false);
    }
}
