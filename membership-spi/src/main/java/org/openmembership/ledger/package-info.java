/**
 * The point ledger: entries that are never edited, lots with what is open of them, and the allocations between the two.
 *
 * <p>{@link org.openmembership.ledger.AccountLedger} decides, {@link org.openmembership.ledger.LedgerStore} keeps.
 */
@NullMarked
package org.openmembership.ledger;

import org.jspecify.annotations.NullMarked;
