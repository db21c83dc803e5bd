package org.openmembership.privacy;

import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Points;

/**
 * What becomes of an account that a person shares (R17).
 *
 * @param outcome whether it ends or others go on with it
 * @param writtenOff the points that end with it; zero where others go on
 * @param newMain who represents it from now on; null unless the person did and others go on
 */
public record ErasedAccount(
        AccountId account,
        ClubId club,
        Outcome outcome,
        Points writtenOff,
        @Nullable MemberId newMain) {
    /** What becomes of an account. */
    public enum Outcome {
        /** Nobody else shares it: it is closed, and what was open is written off by one entry. */
        CLOSED,
        /** Others share it: the person leaves, points and history stay with them. */
        LEFT
    }
}
