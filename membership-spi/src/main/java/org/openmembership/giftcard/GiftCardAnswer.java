package org.openmembership.giftcard;

import java.time.Instant;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Texts;

/**
 * What was answered to a keyed call about a gift card, remembered for ever (R27); final refusals too.
 *
 * @param fingerprint of the content that decided the effect
 * @param card it was about
 * @param seq of the entry it wrote; 0 where it wrote none
 * @param outcome a code: what was done, or why not
 */
public record GiftCardAnswer(
        GiftCardOperation operation,
        ExternalKey key,
        Fingerprint fingerprint,
        GiftCardId card,
        long seq,
        String outcome,
        Instant recordedAt) {
    public static final int MAX_OUTCOME = 40;

    public GiftCardAnswer {
        Texts.requireCode("GiftCardAnswer.outcome", outcome, MAX_OUTCOME);
    }
}
