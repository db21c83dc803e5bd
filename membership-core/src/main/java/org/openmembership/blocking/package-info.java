/**
 * Blocking: keeping accounts, members and cards from being identified, and letting them be again (B11, B37, B38, R54).
 *
 * <pre>{@code
 * BlockResult lost = till.blocking().block(card, ReasonCode.of("LOST"));
 * }</pre>
 */
@NullMarked
package org.openmembership.blocking;

import org.jspecify.annotations.NullMarked;
