package org.openmembership.giftcards;

import java.time.Instant;

/** What a code leads a clerk to. */
public sealed interface FindResult {
    record Found(ShownGiftCard card) implements FindResult {}

    /** No card is reached by this code; that has been counted as a try. */
    record Unknown() implements FindResult {}

    /** Too many wrong codes came from here; nothing was tried. */
    record Wait(Instant until) implements FindResult {}
}
