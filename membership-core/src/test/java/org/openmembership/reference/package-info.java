/**
 * The reference model: what must come out of any sequence of commands, written a second time, naively, from the rulings and
 * the documentation alone.
 *
 * <p>It knows no storage, no verb and none of the nouns that decide; amounts are hundredths of a point, ids are texts.
 */
@NullMarked
package org.openmembership.reference;

import org.jspecify.annotations.NullMarked;
