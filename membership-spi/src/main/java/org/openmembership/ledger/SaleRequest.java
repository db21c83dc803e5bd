package org.openmembership.ledger;

import java.util.Set;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.ExternalKey;

/**
 * What recording sales needs before it decides.
 *
 * @param purchases keys that may be kept already
 * @param buyers to find, with their accounts
 */
public record SaleRequest(Set<ExternalKey> purchases, Set<Buyer> buyers) {
    public SaleRequest {
        purchases = Set.copyOf(purchases);
        buyers = Set.copyOf(buyers);
    }
}
