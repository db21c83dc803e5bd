package org.openmembership.story;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcards.GiftCardChange;
import org.openmembership.giftcards.GiftCardResult;
import org.openmembership.giftcards.PointsToCardResult;
import org.openmembership.merging.MergeResult;
import org.openmembership.reversal.ReversalResult;

/** The library's answers about gift cards in the words of the model. */
final class CardTold {
    private CardTold() {}

    static String of(Object answer) {
        if (answer instanceof GiftCardResult.Refused refused) {
            return refused.reason().name();
        }
        if (answer instanceof GiftCardChange.Refused refused) {
            return refused.reason().name();
        }
        if (answer instanceof PointsToCardResult.PointsRefused refused) {
            return refused.why().reason().name();
        }
        if (answer instanceof PointsToCardResult.CardRefused refused) {
            return refused.reason().name();
        }
        if (answer instanceof ReversalResult.Refused refused) {
            return refused.reason().name();
        }
        return answer.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    static boolean repeated(Object answer) {
        if (answer instanceof GiftCardResult.Posted done) {
            return done.repeated();
        } else if (answer instanceof GiftCardResult.Refused refused) {
            return refused.repeated();
        } else if (answer instanceof GiftCardChange.Changed done) {
            return done.repeated();
        } else if (answer instanceof GiftCardChange.Refused refused) {
            return refused.repeated();
        } else if (answer instanceof PointsToCardResult.Redeemed done) {
            return done.repeated();
        } else if (answer instanceof PointsToCardResult.PointsRefused refused) {
            return refused.repeated();
        } else if (answer instanceof PointsToCardResult.CardRefused refused) {
            return refused.repeated();
        } else if (answer instanceof ReversalResult.Reversed done) {
            return done.repeated();
        } else if (answer instanceof ReversalResult.Refused refused) {
            return refused.repeated();
        }
        return ((MergeResult.Merged) answer).repeated();
    }

    static Optional<GiftCardEntry> entry(Object answer) {
        return answer instanceof GiftCardResult.Posted posted ? Optional.of(posted.entry()) : Optional.empty();
    }

    /** The card that was made, null where none was. */
    static @Nullable GiftCardId card(Object answer) {
        return answer instanceof GiftCardChange.Changed changed
                ? changed.card().card().id()
                : null;
    }
}
