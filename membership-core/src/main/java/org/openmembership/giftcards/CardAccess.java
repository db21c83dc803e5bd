package org.openmembership.giftcards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.command.Caller;
import org.openmembership.giftcard.CodeText;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.proof.Throttles;
import org.openmembership.proof.Throttling;
import org.openmembership.proof.Throttling.GiftCardTries;
import org.openmembership.storage.Stores;
import org.openmembership.user.SecretHash;
import org.openmembership.user.SecretSeal;

/**
 * Tries a typed code, and a PIN where the card has one, in the open unit of work (S28, S30).
 *
 * <p>Asks as many questions for a code that reaches nothing as for one that does. While a card has had too many wrong PINs,
 * no PIN is right, and nothing says so.
 */
record CardAccess(Caller caller, Throttles throttles, Instant now) {
    /** No card's id. */
    private static final GiftCardId NO_CARD = GiftCardId.of("-");

    /**
     * What came of a try.
     *
     * @param card null where nothing was reached
     * @param pause until when nothing is tried; null where it was
     */
    record Outcome(@Nullable GiftCard card, @Nullable Instant pause) {}

    /** @throws IllegalStateException in a host's transaction, whose rollback would give a wrong try back */
    static void requireOwnTransaction(Caller caller) {
        if (!caller.ownsTransaction()) {
            throw new IllegalStateException("codes of gift cards cannot be tried inside a host's transaction");
        }
    }

    /** The card that a code reaches, whatever its PIN. */
    Outcome find(String typed, Stores stores) {
        return attempt(typed, null, false, stores);
    }

    /** The card that a code reaches, locked, if the PIN is right or it has none. */
    Outcome open(String typed, @Nullable String pin, Stores stores) {
        return attempt(typed, pin, true, stores);
    }

    private Outcome attempt(String typed, @Nullable String pin, boolean needsPin, Stores stores) {
        SecretSeal seal = throttles.seal();
        Throttling throttling = throttles.of(caller, now);
        String actor = caller.actor().toString();
        Optional<GiftCardCode> code = stores.giftCards().withCode(CodeText.hash(seal, CodeText.read(typed)));
        GiftCardId reached = code.map(GiftCardCode::card).orElse(NO_CARD);
        GiftCardTries tries = throttling.giftCard(actor, reached.value(), stores);
        if (tries.pause().isPresent()) {
            return new Outcome(null, tries.pause().get());
        }
        Optional<GiftCard> card = stores.giftCards().lock(reached);
        Optional<SecretHash> wanted = pinOf(reached, stores);

        if (card.isPresent() && (!needsPin || wanted.isEmpty())) {
            return new Outcome(card.get(), null);
        }
        SecretHash given = CodeText.pinHash(seal, reached, pin == null ? "" : pin.strip());
        boolean right =
                wanted.filter(given::matches).isPresent() && !tries.pin().isPaused(now);
        if (card.isPresent() && right) {
            throttling.giftCardOpened(tries.pin(), stores);
            return new Outcome(card.get(), null);
        }
        throttling.giftCardFailed(tries, card.isPresent(), stores);
        return new Outcome(null, null);
    }

    private static Optional<SecretHash> pinOf(GiftCardId card, Stores stores) {
        return stores.giftCards().codesOf(List.of(card)).stream()
                .filter(code -> code.kind() == GiftCardCodeKind.PIN)
                .map(GiftCardCode::hash)
                .findFirst();
    }
}
