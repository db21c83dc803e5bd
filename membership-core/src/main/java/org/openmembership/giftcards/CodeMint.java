package org.openmembership.giftcards;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.CodeSource;
import org.openmembership.giftcard.CodeText;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardKind;
import org.openmembership.intake.Intake;
import org.openmembership.user.SecretSeal;

/** Makes the codes of a new card: those given, and those that every card has (A50, S28). Thread-safe. */
record CodeMint(SecretSeal seal) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = CodeSource.SEED_LENGTH / 2;
    private static final int MIN_PIN = 4;
    private static final int MAX_PIN = 12;

    static void check(GiftCardKind kind, GiftCardForm.Codes codes, Intake intake) {
        boolean printed = codes.physical() == null || kind == GiftCardKind.PHYSICAL;
        intake.check("codes.physical", printed ? problem(codes.physical()) : "must be null for a digital card");
        intake.check("codes.external", problem(codes.external()));
        String pin = codes.pin();
        boolean good = pin == null
                || pin.length() >= MIN_PIN
                        && pin.length() <= MAX_PIN
                        && pin.chars().allMatch(c -> c >= '0' && c <= '9');
        intake.check("codes.pin", good ? null : "must be 4 to 12 digits");
    }

    List<GiftCardCode> codes(GiftCardId card, GiftCardKind kind, GiftCardForm.Codes given) {
        List<GiftCardCode> codes = new ArrayList<>();
        if (given.physical() != null) {
            codes.add(given(card, GiftCardCodeKind.PHYSICAL, given.physical()));
        } else if (kind == GiftCardKind.PHYSICAL) {
            codes.add(made(card, GiftCardCodeKind.PHYSICAL));
        }
        if (given.pin() != null) {
            codes.add(
                    new GiftCardCode(card, GiftCardCodeKind.PIN, CodeText.pinHash(seal, card, given.pin()), "", null));
        }
        if (kind == GiftCardKind.DIGITAL) {
            codes.add(made(card, GiftCardCodeKind.PERSONAL));
        }
        if (given.external() != null) {
            codes.add(given(card, GiftCardCodeKind.EXTERNAL, given.external()));
        }
        return codes;
    }

    /** The codes as they decide what a call does, without saying what they are. */
    String content(GiftCardForm.Codes codes) {
        return seal.pseudonym(List.of(
                CodeText.read(orEmpty(codes.physical())),
                orEmpty(codes.pin()),
                CodeText.read(orEmpty(codes.external()))));
    }

    private GiftCardCode given(GiftCardId card, GiftCardCodeKind kind, String typed) {
        return code(card, kind, CodeText.read(typed), null);
    }

    private GiftCardCode made(GiftCardId card, GiftCardCodeKind kind) {
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        CodeSource source = new CodeSource(card, HexFormat.of().formatHex(seed));
        return code(card, kind, source.code(seal).value(), source);
    }

    private GiftCardCode code(GiftCardId card, GiftCardCodeKind kind, String text, @Nullable CodeSource source) {
        return new GiftCardCode(card, kind, CodeText.hash(seal, text), CodeText.shown(text), source);
    }

    private static @Nullable String problem(@Nullable String typed) {
        boolean good = typed == null || CodeText.read(typed).length() >= CodeText.MIN_LENGTH;
        return good ? null : "must be 12 to 60 letters and digits";
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
