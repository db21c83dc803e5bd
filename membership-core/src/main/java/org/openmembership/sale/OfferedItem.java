package org.openmembership.sale;

import org.joda.money.BigMoney;
import org.openmembership.club.RuleId;
import org.openmembership.shared.Points;

/**
 * What a till may ask a customer: this line for less, if points are given up for it (B57).
 *
 * @param price of the line if the offer is accepted, in place of {@code instead}
 * @param points that are taken then
 * @param instead what the line costs now, with the discounts that would be gone (R51)
 */
public record OfferedItem(int line, RuleId offer, BigMoney price, Points points, BigMoney instead) {}
