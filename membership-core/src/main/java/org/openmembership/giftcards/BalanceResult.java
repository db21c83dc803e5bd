package org.openmembership.giftcards;

import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.GiftCardStatus;

/** What somebody who has the code of a gift card is told (S30). */
public sealed interface BalanceResult {
    /** @param lastDay the last day on which it can be spent; null for ever */
    record Known(
            Money balance, GiftCardStatus status, @Nullable LocalDate lastDay) implements BalanceResult {}

    /** No card is reached by this code with this PIN; that has been counted as a try. */
    record Unknown() implements BalanceResult {}

    /** Too many wrong codes came from here; nothing was tried. */
    record Wait(Instant until) implements BalanceResult {}
}
