package org.openmembership.step;

import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointKind;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.storage.Stores;

/**
 * What an envoy has of a sale whose points are undone as a whole (R56).
 *
 * @param reward as it is
 * @param account that has what the envoy was given
 */
public record EnvoyVoid(EnvoyReward reward, AccountId account) {
    /** Empty where undoing an entry concerns no envoy; what an envoy was given is undone by itself and concerns no other. */
    public static Optional<EnvoyVoid> of(PointEntry entry, Stores stores) {
        boolean isEarned = entry.kind() == EntryKind.SALE
                && entry.cause().pointKind() == PointKind.AWARD
                && entry.points().isPositive();
        return isEarned
                ? stores.envoys().rewards(Set.of(TakeBack.sale(entry, stores))).stream()
                        .filter(found -> found.place().account().equals(entry.account()))
                        .filter(found -> found.earned().isPositive())
                        .findFirst()
                        .map(found -> new EnvoyVoid(found, holder(found, stores)))
                : Optional.empty();
    }

    private static AccountId holder(EnvoyReward reward, Stores stores) {
        AccountId given = reward.entry().account();
        return ReturnAccounts.holders(Set.of(given), stores).getOrDefault(given, given);
    }

    /** The reward once nothing of the sale is left. */
    public EnvoyReward after() {
        return reward.without(reward.earned());
    }

    /**
     * Takes it back in a workbook of {@link #account}.
     *
     * @param by the entry that undoes the recruit's
     * @return empty where there is nothing to take any more, and from an account that is closed
     */
    public Optional<PointEntry> undo(AccountLedger envoy, PublishedClub club, EntryId by, Stores stores) {
        return envoy.account().isClosed()
                ? Optional.empty()
                : EnvoyShare.takeBack(reward, reward.given(), envoy, club.club(), stores)
                        .flatMap(share -> share.takeBack()
                                .from(
                                        envoy,
                                        EnvoyShare.cause(envoy, club, EntryKind.REVERSAL, by, reward.entry()),
                                        share.points(),
                                        club.club().terms().spending(),
                                        stores));
    }
}
