/**
 * Cards: made in series, sent to stores, handed out, taken over, replaced (B11, B18, B33-B35, C13, D15, R55).
 *
 * <pre>{@code
 * CardResult handed = till.cards().assign(CardNumber.of("4000-0001"), account, member);
 * }</pre>
 */
@NullMarked
package org.openmembership.cards;

import org.jspecify.annotations.NullMarked;
