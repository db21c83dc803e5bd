package org.openmembership.purchase;

import org.joda.money.Money;
import org.openmembership.shared.TenderType;

/**
 * One means by which a purchase was paid.
 *
 * @param amount below zero where it was paid back
 */
public record Tender(TenderType type, Money amount) {}
