package org.openmembership.erasure;

import org.openmembership.privacy.Erasure;

/** What came of taking back that somebody be forgotten. */
public sealed interface WithdrawalResult {
    /** Nothing was done, and nothing will be; a repeat answers the same. */
    record Withdrawn(Erasure erasure) implements WithdrawalResult {}

    /** It was done, for good. */
    record TooLate(Erasure receipt) implements WithdrawalResult {}

    record UnknownErasure() implements WithdrawalResult {}
}
