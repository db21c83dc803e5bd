/**
 * Sales: recording what was sold and returned, and what that does to points in every club of whoever bought.
 *
 * <pre>{@code
 * SaleResult sold = till.sales().record(purchase);
 * }</pre>
 */
@NullMarked
package org.openmembership.sale;

import org.jspecify.annotations.NullMarked;
