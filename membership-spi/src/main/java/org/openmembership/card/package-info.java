/** Membership cards: what is scanned at the till to find an account. */
@NullMarked
package org.openmembership.card;

import org.jspecify.annotations.NullMarked;
