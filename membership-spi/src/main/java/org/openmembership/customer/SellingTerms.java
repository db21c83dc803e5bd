package org.openmembership.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a customer has been granted; open to retail and trade alike (C19-C21, C26, C43). Applying it is the host's.
 *
 * @param priceList which prices they pay, null for the shop's own
 * @param freeDelivery whether they never pay delivery
 * @param globalDiscount off all their orders
 * @param payOnAccount whether they may settle later, in store and online
 */
public record SellingTerms(
        @Nullable PriceListCode priceList, boolean freeDelivery, Percent globalDiscount, boolean payOnAccount) {
    /** Nothing is granted. */
    public static final SellingTerms USUAL = new SellingTerms(null, false, Percent.ZERO, false);
}
