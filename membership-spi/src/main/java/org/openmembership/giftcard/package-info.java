/**
 * Gift cards: money a shop owes to whoever holds a code, in exact amounts (A26, A49-A51, R50).
 *
 * <p>A card belongs to no club and needs no member. Its entries are facts: none is ever changed, and the balance is their sum
 * at all times, never below zero (I21). Codes are kept as keyed hashes; one that the library made can be made again from the
 * card, a kept seed and the host's key, so that none is ever kept readable (S28).
 *
 * <pre>{@code
 * GiftCardPosting spent = card.post(GiftCardEntryKind.SPEND, Money.parse("EUR -12.50"), Related.NOTHING, origin);
 * stores.giftCards().post(spent);
 * }</pre>
 */
@NullMarked
package org.openmembership.giftcard;

import org.jspecify.annotations.NullMarked;
