/**
 * Finding: looking customers up by what a clerk knows of them, or by whatever was typed or scanned (B36, C1, D12, D14).
 *
 * <pre>{@code
 * Page<ListedCustomer> found = till.finding().customers(CustomerSearch.byName("ann byr"), Page.Request.first(20));
 * }</pre>
 */
@NullMarked
package org.openmembership.finding;

import org.jspecify.annotations.NullMarked;
