package org.openmembership.purchase;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.openmembership.shared.ExternalKey;

/**
 * A kept line that gives back a line of an earlier sale.
 *
 * @param original what it gives back
 * @param purchase the return it is on
 * @param quantity below zero
 * @param amount what was paid back, below zero
 */
public record ReturnedLine(OriginalLine original, ExternalKey purchase, BigDecimal quantity, BigMoney amount) {}
