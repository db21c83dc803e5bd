package org.openmembership.onaccount;

import org.joda.money.Money;
import org.openmembership.customer.CustomerId;

/**
 * What a customer owes; its currency is that of the first entry, for ever (C25).
 *
 * @param balance above zero is owed to the shop, below zero is the customer's credit
 * @param seq of the last entry, 0 before the first
 */
public record CustomerAccount(CustomerId customer, Money balance, long seq) {
    /** The next entry of this account. */
    public OnAccountEntry next(OnAccountKind kind, Money amount, OnAccountEntry.Origin origin) {
        Money after = kind == OnAccountKind.CHARGE ? balance.plus(amount) : balance.minus(amount);
        return new OnAccountEntry(customer, seq + 1, kind, amount, after, origin);
    }
}
