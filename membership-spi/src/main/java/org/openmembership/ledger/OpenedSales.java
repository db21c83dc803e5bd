package org.openmembership.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubId;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.MemberStanding;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.ExternalKey;

/**
 * What was found for a {@link SaleRequest}.
 *
 * @param kept the fingerprints of those purchases that are kept already
 * @param shoppers the buyers that were found; the others are unknown
 * @param accounts of all shoppers, and of the envoys of those who are recruits, locked, by id
 * @param clubVersions the number of the last published version of each of their clubs
 */
public record OpenedSales(
        Map<ExternalKey, Fingerprint> kept,
        Map<Buyer, Shopper> shoppers,
        List<MemberAccount> accounts,
        Map<ClubId, Integer> clubVersions) {
    public OpenedSales {
        kept = Map.copyOf(kept);
        shoppers = Map.copyOf(shoppers);
        accounts = List.copyOf(accounts);
        clubVersions = Map.copyOf(clubVersions);
    }

    /**
     * A buyer who was found.
     *
     * @param customer as far as the buyer named one
     * @param member null for a customer who is no member
     * @param accounts the member shares; only that of the card where a card was named
     * @param neverUsed the card that was named, where no sale has named it before
     * @param recruited whether the member is the recruit of an envoy
     */
    public record Shopper(
            @Nullable CustomerId customer,
            @Nullable MemberStanding member,
            List<AccountId> accounts,
            @Nullable CardNumber neverUsed,
            boolean recruited) {
        public Shopper {
            accounts = List.copyOf(accounts);
        }

        /** Somebody whom no envoy has recruited. */
        public Shopper(
                @Nullable CustomerId customer,
                @Nullable MemberStanding member,
                List<AccountId> accounts,
                @Nullable CardNumber neverUsed) {
            this(customer, member, accounts, neverUsed, false);
        }

        /** Somebody who named no card, or one that was used before. */
        public Shopper(@Nullable CustomerId customer, @Nullable MemberStanding member, List<AccountId> accounts) {
            this(customer, member, accounts, null, false);
        }
    }
}
