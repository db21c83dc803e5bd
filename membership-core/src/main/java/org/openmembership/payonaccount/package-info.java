/**
 * Pay on account: customers who settle later (C24-C28, C43).
 *
 * <pre>{@code
 * OnAccountResult charged = till.payOnAccount().charge(
 *         OnAccountRequest.of(customer, Money.parse("GBP 12.50"), ExternalKey.of("till-7", "receipt-4412")));
 * }</pre>
 */
@NullMarked
package org.openmembership.payonaccount;

import org.jspecify.annotations.NullMarked;
