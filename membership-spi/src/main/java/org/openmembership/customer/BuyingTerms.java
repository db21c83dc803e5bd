package org.openmembership.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a customer may buy and how, as a till or shop asks it before it sells (C42). Prices themselves are the host's.
 *
 * <p>Trade benefits begin with the approval of the application and rest while the customer is not active: whoever waits, was
 * turned down or is deactivated gets none of them, orders nothing online and owes nothing (C23, C51).
 *
 * @param trade whether trade-only products are sold, at the Trade Price, and at the Trade Special Offer Price where there is one
 * @param ordersOnline whether online orders are taken
 * @param onAccount whether they may settle later
 * @param priceList which prices they pay, null for the shop's own: the trade ones where {@code trade}, else those for everybody
 * @param freeDelivery whether they never pay delivery
 * @param globalDiscount off all their orders
 */
public record BuyingTerms(
        boolean trade,
        boolean ordersOnline,
        boolean onAccount,
        @Nullable PriceListCode priceList,
        boolean freeDelivery,
        Percent globalDiscount) {
    /** What follows from where a customer stands and what was granted. */
    public static BuyingTerms of(CustomerStanding standing, SellingTerms granted) {
        boolean active = standing.active();
        SellingTerms selling = active ? granted : SellingTerms.USUAL;
        return new BuyingTerms(
                active && standing.type() == CustomerType.TRADE,
                standing.mayOrderOnline(),
                selling.payOnAccount(),
                selling.priceList(),
                selling.freeDelivery(),
                selling.globalDiscount());
    }

    /** The same of a customer by whom nothing can be owed. */
    public BuyingTerms withoutCredit() {
        return new BuyingTerms(trade, ordersOnline, false, priceList, freeDelivery, globalDiscount);
    }
}
