package org.openmembership.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.reference.ModelAccount.Entry;
import org.openmembership.reference.ModelAccount.Lot;

/** Redemptions and adjustments. */
final class ModelSpending {
    private final ModelShop shop;

    ModelSpending(ModelShop shop) {
        this.shop = shop;
    }

    Outcome redeem(String account, long points, @Nullable Instant grantedOfflineAt, String key) {
        return shop.once("REDEMPTION", key, account, points + " " + grantedOfflineAt, found -> {
            ModelRules.Spending rules = shop.rules(found.club).spending();
            Instant at = found.at(shop.now);
            long available = found.available(at);
            long limit = available + (grantedOfflineAt == null ? 0 : rules.offlineLimit());
            if (found.closed || found.blocked) {
                return Outcome.refused(found.closed ? "CLOSED" : "BLOCKED", available);
            }
            if (points < rules.minimum() || points > limit) {
                return Outcome.refused(points < rules.minimum() ? "BELOW_MINIMUM" : "NOT_ENOUGH_POINTS", available);
            }
            Entry entry = found.begin("REDEMPTION", grantedOfflineAt == null ? at : grantedOfflineAt, at);
            found.owe(entry, spend(found, entry, points, at, rules.oldestFirst()));
            return ModelShop.done(found, entry, at);
        });
    }

    Outcome adjust(String account, long points, String key) {
        return shop.once("ADJUSTMENT", key, account, Long.toString(points), found -> {
            ModelRules rules = shop.rules(found.club);
            Instant at = found.at(shop.now);
            if (found.closed) {
                return Outcome.refused("CLOSED", found.available(at));
            }
            if (-points > Math.max(found.available(at), 0)) {
                return Outcome.refused("NOT_ENOUGH_POINTS", found.available(at));
            }
            Entry entry = found.begin(points > 0 ? "POSITIVE_ADJUSTMENT" : "NEGATIVE_ADJUSTMENT", at, at);
            if (points > 0) {
                found.open(entry, found.repay(points), at, at, rules.endOfNew(at));
            } else {
                spend(found, entry, -points, at, rules.spending().oldestFirst());
            }
            return ModelShop.done(found, entry, at);
        });
    }

    private static long spend(ModelAccount account, Entry entry, long points, Instant at, boolean oldestFirst) {
        long left = points;
        for (Lot lot : account.inForce(at, oldestFirst)) {
            left = account.take(entry, lot, left);
        }
        return left;
    }
}
