package org.openmembership.giftcards;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.GiftCardKind;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;

/**
 * A gift card to be made.
 *
 * @param amount what is on it from the start, zero or more; its currency is the card's for ever
 * @param owner the member whose it is; null for nobody in particular
 * @param lastDay the last day on which it can be spent; null for ever
 * @param codes that come from elsewhere
 * @param key the caller's name for this attempt
 */
public record GiftCardForm(
        GiftCardKind kind,
        Money amount,
        @Nullable MemberId owner,
        @Nullable LocalDate lastDay,
        Codes codes,
        ExternalKey key) {
    /**
     * Codes that come from elsewhere; each 12 to 60 letters and digits, blanks and hyphens aside.
     *
     * @param physical as printed; null for none, or for one the library makes where the card is physical
     * @param pin needed to spend, 4 to 12 digits; null where none is
     * @param external of another system; null for none
     */
    public record Codes(
            @Nullable String physical,
            @Nullable String pin,
            @Nullable String external) {
        public static final Codes NONE = new Codes(null, null, null);

        @Override
        public String toString() {
            return "Codes[***]";
        }
    }

    /** A digital card, whose code the library makes. */
    public static GiftCardForm digital(Money amount, ExternalKey key) {
        return new GiftCardForm(GiftCardKind.DIGITAL, amount, null, null, Codes.NONE, key);
    }

    /** A physical card. */
    public static GiftCardForm physical(Money amount, Codes codes, ExternalKey key) {
        return new GiftCardForm(GiftCardKind.PHYSICAL, amount, null, null, codes, key);
    }

    public GiftCardForm ownedBy(@Nullable MemberId member) {
        return new GiftCardForm(kind, amount, member, lastDay, codes, key);
    }

    public GiftCardForm until(@Nullable LocalDate day) {
        return new GiftCardForm(kind, amount, owner, day, codes, key);
    }

    public GiftCardForm with(Codes others) {
        return new GiftCardForm(kind, amount, owner, lastDay, others, key);
    }
}
