package org.openmembership.giftcards;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.shared.ExternalKey;

/** What became of money on its way to a gift card or from it. */
public sealed interface GiftCardResult {
    /** @param repeated whether this is the first answer again */
    record Posted(GiftCardEntry entry, boolean repeated) implements GiftCardResult {}

    /**
     * Nothing was moved.
     *
     * @param balance what is on the card now; null where there is no card
     * @param repeated whether this is the first answer again
     */
    record Refused(GiftCardRefusal reason, @Nullable Money balance, boolean repeated) implements GiftCardResult {}

    /** No card is reached by this code with this PIN; which of them is wrong is not said, and the key stays free. */
    record Unknown() implements GiftCardResult {}

    /** Too many wrong codes came from here; nothing was tried. */
    record Wait(Instant until) implements GiftCardResult {}

    /** The key was used before for something else; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements GiftCardResult {}
}
