package org.openmembership.user;

import java.time.Duration;

/**
 * How fast anybody may try (S8, S10).
 *
 * <p>Each try is counted three times: for the account from that origin, for the account, for the origin. The narrow count is
 * strict and the wide ones are lenient, so that a stranger's failures hardly ever delay an owner; and an origin from which
 * the owner has signed in before is judged by the narrow count alone, so that they never do there. Pauses grow and end;
 * nobody is locked out for good. Where the host names no origin, only the count of the account is kept.
 *
 * @param signIn wrong passwords
 * @param messages mails asked for: set-password links, confirmations of a new address, and registrations and resends, which
 *     count for the origin alone
 * @param proofs wrong codes and tokens from one origin; each code has a small number of attempts besides
 * @param giftCards wrong codes and PINs of gift cards (S28): the narrow limit counts wrong PINs of a card from anywhere, the
 *     others count for who tries and for the origin, whatever the card
 */
public record ThrottlePolicy(Limits signIn, Limits messages, ThrottleLimit proofs, Limits giftCards) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    public static final ThrottlePolicy DEFAULT = new ThrottlePolicy(
            new Limits(
                    new ThrottleLimit(5, Duration.ofSeconds(15), Duration.ofMinutes(15), Duration.ofMinutes(15)),
                    new ThrottleLimit(50, MINUTE, DAY, DAY),
                    new ThrottleLimit(100, Duration.ofSeconds(1), Duration.ofMinutes(15), MINUTE)),
            new Limits(
                    new ThrottleLimit(3, MINUTE, HOUR, HOUR),
                    new ThrottleLimit(10, MINUTE, HOUR, HOUR),
                    new ThrottleLimit(60, MINUTE, HOUR, MINUTE)),
            new ThrottleLimit(30, Duration.ofSeconds(15), Duration.ofMinutes(15), MINUTE),
            new Limits(
                    new ThrottleLimit(5, MINUTE, DAY, HOUR),
                    new ThrottleLimit(20, Duration.ofSeconds(15), Duration.ofMinutes(15), MINUTE),
                    new ThrottleLimit(30, Duration.ofSeconds(15), Duration.ofMinutes(15), MINUTE)));

    /**
     * The three limits of one sort of try.
     *
     * @param pair for an account from one origin
     * @param account for an account from anywhere
     * @param origin for one origin, whatever the account
     */
    public record Limits(ThrottleLimit pair, ThrottleLimit account, ThrottleLimit origin) {}
}
