package org.openmembership.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.reference.ModelAccount.Entry;
import org.openmembership.reference.ModelAccount.Lot;

/** Points set aside for later. */
final class ModelHolds {
    private final ModelShop shop;

    ModelHolds(ModelShop shop) {
        this.shop = shop;
    }

    /** Points of lots that nothing else may have for a while. */
    static final class Hold {
        final String key;
        final Map<Lot, Long> parts = new LinkedHashMap<>();
        final Instant from;
        final Instant until;
        boolean over;

        Hold(String key, Instant from, Instant until) {
            this.key = key;
            this.from = from;
            this.until = until;
        }

        boolean isInForce(Instant at) {
            return !over && at.isBefore(until);
        }

        long points() {
            return parts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    Outcome place(String account, long points, Duration life, String key) {
        return shop.once("HOLD", key, account, points + " " + life, found -> {
            ModelRules rules = shop.rules(found.club);
            Instant at = found.at(shop.now);
            long available = found.available(at);
            if (found.closed || found.blocked) {
                return Outcome.refused(found.closed ? "CLOSED" : "BLOCKED", available);
            }
            if (life.compareTo(ModelRules.LONGEST_HOLD) > 0) {
                return Outcome.refused("TOO_LONG", available);
            }
            if (points < rules.spending().minimum()) {
                return Outcome.refused("OUT_OF_BOUNDS", available);
            }
            if (available < points) {
                return Outcome.refused("NOT_ENOUGH_POINTS", available);
            }
            Hold hold = new Hold(key, at, at.plus(life));
            long left = points;
            for (Lot lot : found.inForce(at, rules.spending().oldestFirst())) {
                long held = Math.min(left, found.free(lot, at));
                if (held > 0) {
                    hold.parts.put(lot, held);
                    left -= held;
                }
            }
            found.holds.add(hold);
            found.lastRecorded = at;
            return new Outcome("DONE", List.of(), found.available(at), false);
        });
    }

    /** @param points all of them where zero */
    Outcome capture(String account, String holdKey, long points, String key) {
        return shop.once("CAPTURE", key, account, holdKey + " " + points, found -> {
            ModelRules rules = shop.rules(found.club);
            Instant at = found.at(shop.now);
            Hold hold = hold(found, holdKey);
            if (hold == null) {
                return Outcome.refused("UNKNOWN_HOLD", found.available(at));
            }
            long wanted = points == 0 ? hold.points() : points;
            String refusal = refusal(found, hold, wanted, at, rules);
            if (refusal != null) {
                return Outcome.refused(refusal, found.available(at));
            }
            boolean inTime = hold.isInForce(at);
            hold.over = true;
            Entry entry = found.begin("REDEMPTION", inTime ? hold.from : at, at);
            long left = wanted;
            if (inTime) {
                for (Map.Entry<Lot, Long> part : hold.parts.entrySet()) {
                    long taken = Math.min(left, part.getValue());
                    left -= taken - found.take(entry, part.getKey(), taken);
                }
            } else {
                for (Lot lot : found.inForce(at, rules.spending().oldestFirst())) {
                    left = found.take(entry, lot, left);
                }
            }
            return ModelShop.done(found, entry, at);
        });
    }

    private static @Nullable String refusal(
            ModelAccount account, Hold hold, long wanted, Instant at, ModelRules rules) {
        if (hold.over) {
            return "ENDED";
        }
        if (account.closed) {
            return "CLOSED";
        }
        if (hold.points() < wanted) {
            return "MORE_THAN_HELD";
        }
        if (hold.isInForce(at)) {
            return null;
        }
        if (!rules.spending().lateCaptures()) {
            return "TOO_LATE";
        }
        if (account.blocked) {
            return "BLOCKED";
        }
        return account.available(at) < wanted ? "NOT_ENOUGH_POINTS" : null;
    }

    Outcome release(String account, String holdKey, String key) {
        return shop.once("RELEASE", key, account, holdKey, found -> {
            Instant at = found.at(shop.now);
            Hold hold = hold(found, holdKey);
            if (hold == null || hold.over) {
                return Outcome.refused(hold == null ? "UNKNOWN_HOLD" : "ENDED", found.available(at));
            }
            hold.over = true;
            found.lastRecorded = at;
            return new Outcome("DONE", List.of(), found.available(at), false);
        });
    }

    private static @Nullable Hold hold(ModelAccount account, String key) {
        return account.holds.stream()
                .filter(hold -> hold.key.equals(key))
                .findFirst()
                .orElse(null);
    }
}
