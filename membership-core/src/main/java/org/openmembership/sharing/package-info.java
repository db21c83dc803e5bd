/**
 * Sharing: who takes part in an account, who represents it, and its end (B28-B31, R55).
 *
 * <pre>{@code
 * SharingResult joined = till.sharing().join(account, member);
 * }</pre>
 */
@NullMarked
package org.openmembership.sharing;

import org.jspecify.annotations.NullMarked;
