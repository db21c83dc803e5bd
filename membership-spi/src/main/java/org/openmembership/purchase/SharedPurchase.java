package org.openmembership.purchase;

import org.openmembership.account.AccountId;

/** A kept purchase of a member who shares an account. */
public record SharedPurchase(AccountId account, KeptPurchase kept) {}
