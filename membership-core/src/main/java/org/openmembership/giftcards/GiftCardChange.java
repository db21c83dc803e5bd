package org.openmembership.giftcards;

import java.time.Instant;
import org.openmembership.shared.ExternalKey;

/** What became of a card that was to be issued or replaced, or of a code that was to be moved. */
public sealed interface GiftCardChange {
    /**
     * It is done.
     *
     * @param card the new one, or the one that the code reaches now; with what is on it at present, its codes masked
     * @param repeated whether it had been done before
     */
    record Changed(ShownGiftCard card, boolean repeated) implements GiftCardChange {}

    /** @param repeated whether this is the first answer again */
    record Refused(GiftCardRefusal reason, boolean repeated) implements GiftCardChange {}

    /** The key was used before for something else; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements GiftCardChange {}
}
