package org.openmembership.sale;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.privacy.Tombstone;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase.Missing;
import org.openmembership.purchase.KeptPurchase.Owner;
import org.openmembership.purchase.Purchase;
import org.openmembership.storage.Stores;

/**
 * Whom sales name and nobody knows: a sale is never lost for it, and says so (A58).
 *
 * @param named who was not found
 * @param erased what outlived those of them who were forgotten
 */
record Strangers(Set<Buyer> named, Set<Tombstone> erased) {
    /** Asks once for all of them, and nothing where everybody was found. */
    static Strangers among(List<Purchase> purchases, Set<Buyer> found, ServerDefaults defaults, Stores stores) {
        Filling filling = new Filling(defaults);
        Set<Buyer> named = new HashSet<>();
        for (Purchase purchase : purchases) {
            Buyer buyer = purchase.buyer();
            if (!buyer.isGuest() && !filling.isNobody(buyer) && !found.contains(buyer)) {
                named.add(buyer);
            }
        }
        List<Tombstone> names = named.stream().flatMap(Strangers::name).toList();
        return new Strangers(
                named, names.isEmpty() ? Set.of() : Set.copyOf(stores.privacy().among(names)));
    }

    /** The name that an erasure leaves; none of a card, nor of an address. */
    private static Stream<Tombstone> name(Buyer buyer) {
        if (buyer.card() != null) {
            return Stream.empty();
        }
        if (buyer.member() != null) {
            return Stream.of(Tombstone.of(buyer.member()));
        }
        return buyer.customer() != null
                ? Stream.of(Tombstone.of(buyer.customer()))
                : Optional.ofNullable(buyer.customerReference()).map(Tombstone::ofCustomer).stream();
    }

    /** Whose a sale is that names somebody who was not found, or nobody. */
    Owner owner(Buyer buyer) {
        if (!named.contains(buyer)) {
            return Owner.NOBODY;
        }
        boolean isErased = name(buyer).anyMatch(erased::contains);
        return Owner.missing(isErased ? Missing.ERASED : Missing.UNKNOWN);
    }
}
