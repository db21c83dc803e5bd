package org.openmembership.consents;

import java.time.Instant;
import org.openmembership.consent.Consent;

/** What came of {@link Consents#confirm}. */
public sealed interface ConfirmationResult {
    /** The consent counts from now on. */
    record Confirmed(Consent consent) implements ConfirmationResult {}

    /** Not the secret; with no attempts left, the consent has to be given again. */
    record Wrong(int attemptsLeft) implements ConfirmationResult {}

    /** Too late, used already, overtaken by another change of the consent, or nothing of ours. */
    record Expired() implements ConfirmationResult {}

    /** Too many wrong secrets came from this origin. */
    record Wait(Instant until) implements ConfirmationResult {}
}
