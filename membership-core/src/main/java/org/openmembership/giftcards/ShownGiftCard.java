package org.openmembership.giftcards;

import java.util.List;
import org.openmembership.giftcard.GiftCard;

/**
 * A gift card as it is shown.
 *
 * @param codes masked
 */
public record ShownGiftCard(GiftCard card, List<ShownCode> codes) {
    public ShownGiftCard {
        codes = List.copyOf(codes);
    }
}
