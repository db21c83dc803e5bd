package org.openmembership.envoy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.RoundingRule;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.EntryId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * What an envoy has of one sale of a recruit (R56).
 *
 * <p>It is always the share of all that is left of the sale's award points, rounded once: a return takes the difference, so
 * that partial returns never leak, and of a sale that came back whole nothing is left.
 *
 * @param place which sale, and on which account the recruit earned
 * @param entry that gave it to the envoy; a sale that is given away and comes back is rewarded by another one
 * @param promise by what it is worked out, from the time of the sale
 * @param earned award points of the recruit that are left
 * @param given what of it is the envoy's
 * @param version counts the changes of this record, from 1
 */
public record EnvoyReward(Place place, EntryId entry, Promise promise, Points earned, Points given, int version) {
    public static final int FIRST_VERSION = 1;

    private static final String KEYS = "envoy:";

    /** The key of the command that gives an envoy its share beside an entry of a recruit: once, however often the sale is sent. */
    public static ExternalKey keyBeside(EntryId earned) {
        return ExternalKey.of(CommandKey.OCCASION, KEYS + earned.account() + ":" + earned.seq());
    }

    /** Whether an event is the giving of a share. */
    public static boolean isKey(ExternalKey key) {
        return key.source().equals(CommandKey.OCCASION) && key.value().startsWith(KEYS);
    }

    /** Which sale, in which club, on which account of the recruit. */
    public record Place(ExternalKey sale, AccountId account, ClubId club) {}

    /** The share and the rounding of the time of the sale. */
    public record Promise(BigDecimal percent, RoundingRule rounding) {
        public Promise {
            percent = percent.setScale(2, RoundingMode.UNNECESSARY);
        }

        Points of(Points earned) {
            return new EnvoyTerms(percent, null).of(earned, rounding);
        }
    }

    public static EnvoyReward first(Place place, EntryId entry, Promise promise, Points earned, Points given) {
        return new EnvoyReward(place, entry, promise, earned, given, FIRST_VERSION);
    }

    /** The reward once so much of what the recruit had earned was taken back. */
    public EnvoyReward without(Points takenBack) {
        Points left = earned.minus(takenBack).max(Points.ZERO);
        return new EnvoyReward(place, entry, promise, left, promise.of(left).min(given), version + 1);
    }
}
