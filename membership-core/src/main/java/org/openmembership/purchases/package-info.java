/**
 * Purchases as they were kept: who bought what, where and when, line by line (A27, A56).
 *
 * <pre>{@code
 * Page<KeptPurchase> bought = clerk.purchases().list(PurchaseFilter.of(member), Page.Request.first(20));
 * }</pre>
 */
@NullMarked
package org.openmembership.purchases;

import org.jspecify.annotations.NullMarked;
