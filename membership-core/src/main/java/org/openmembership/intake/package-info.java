/**
 * Making nouns of what came in, and collecting all that is wrong with it by path instead of stopping at the first.
 *
 * <p>Pure: knows requests and nouns, no store and no verb.
 */
@NullMarked
package org.openmembership.intake;

import org.jspecify.annotations.NullMarked;
