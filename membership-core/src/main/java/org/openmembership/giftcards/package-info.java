/**
 * Gift cards: loading, spending and giving back money that is reached by codes, and redeeming points to them (A26, A30,
 * A49-A51, R50).
 *
 * <pre>{@code
 * GiftCardChange issued = till.giftCards().issue(
 *         GiftCardForm.digital(Money.parse("EUR 25.00"), ExternalKey.of("till-7", "receipt-4412")).ownedBy(member));
 * GiftCardResult spent = till.giftCards().spend(
 *         GiftCardSpending.of(scanned, Money.parse("EUR 12.50"), ExternalKey.of("till-7", "receipt-4413")));
 * }</pre>
 *
 * <p>Whoever types codes that reach nothing has to wait, longer each time (S28); no answer tells a wrong code from a wrong
 * PIN (S30).
 */
@NullMarked
package org.openmembership.giftcards;

import org.jspecify.annotations.NullMarked;
