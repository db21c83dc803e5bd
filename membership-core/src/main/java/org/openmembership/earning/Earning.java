package org.openmembership.earning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.EventRule;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.periodic.Progress;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.Occasions;

/**
 * The door of events that give points (D24, D25). Registrations and first purchases are noticed where they happen, and have no
 * method here. Thread-safe.
 */
public final class Earning {
    /** How many days back a birthday can be made up for. */
    public static final int MOST_DAYS = 366;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Earning(Caller caller) {
        this.caller = caller;
    }

    /**
     * Reports that something of the host's own happened, and gives the points that the club's rules have for it now.
     *
     * <p>Once for each key: a repeat gives the first answer again, also where there was nothing to give; under the same key
     * another event, or another account, is {@code KeyReused}. An event no rule stands for is taken down and gives nothing.
     *
     * @throws InvalidRequestException for an event that the library {@linkplain EventRule#NOTICED notices itself}, and for a
     *     key of the source {@code occasion}, which is its own
     */
    public EventResult report(AccountId account, ReasonCode event, ExternalKey key) {
        Violation noticed = new Violation("event", "must not be one that is noticed anyway, such as " + event);
        Violation own = new Violation("key.source", "must not be " + Occasions.SOURCE);
        boolean isNoticed = EventRule.NOTICED.contains(event);
        boolean isOwn = key.source().equals(Occasions.SOURCE);
        if (isNoticed || isOwn) {
            throw new InvalidRequestException(
                    isNoticed && isOwn ? List.of(noticed, own) : List.of(isOwn ? own : noticed));
        }
        return caller.keyed(new EventCommand(account, event, key));
    }

    /** What was answered under a key; empty only if it surely was not done (I29). */
    public Optional<EventResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.EVENT, account, key, EventCommand::retell);
    }

    /**
     * Reports that {@code referrer} has brought {@code referred} to the club, and gives each side what the rules for
     * {@link EventRule#REFERRAL} and {@link EventRule#REFERRED} have, both or none.
     *
     * <p>Nobody brings themselves: it is refused, naming what, where those who represent the two accounts, or their customers,
     * are one member, or have an email, phone or address in common, or one carries a card of the other (R56). Who else shares an
     * account is not looked at. What is only found to be the same later undoes nothing.
     *
     * <p>An account is brought once, by whoever is reported first; the account itself is the key, so that a repeat gives the
     * first answer again.
     */
    public ReferralResult refer(AccountId referrer, AccountId referred) {
        return referrer.equals(referred)
                ? new ReferralResult.Refused(ReferralResult.Reason.SAME_ACCOUNT)
                : caller.keyed(new ReferralCommand(referrer, referred));
    }

    /**
     * Gives what a club has for birthdays to each active member whose birthday was today or in the {@code days} before, by the
     * club's calendar: once per member and year, however often and whenever this runs. A birthday before its account was
     * opened gives nothing; that of 29 February is on 28 February in other years.
     *
     * <p>Goes page by page, one unit of work each: it can be cut off anywhere and run again, and several nodes may run it at
     * once. {@code progress} counts birthdays that gave points.
     *
     * @param days 0 to {@link #MOST_DAYS}: how long the last runs may have failed
     * @throws IllegalArgumentException for a club that is not published, or days outside that range
     */
    public BirthdayResult birthdays(ClubId club, int days, Progress progress) {
        requireDays(days);
        return new BirthdayRun(caller, club, progress).over(days);
    }

    /**
     * Gives what a club has for {@link EventRule#UPGRADE} and {@link EventRule#EXTENSION} to each account whose move is as many
     * days old today as the club says (D34), or was in the {@code days} before: once per move, however often and whenever this
     * runs.
     *
     * <p>An account has to hold what it came to still, so that a return, or a further step, in between leaves nothing for this
     * one. A validity that a late review began anew counts from its first day: make up for as many days as reviews were late.
     * Goes page by page as {@link #birthdays} does; {@code progress} counts moves that gave points.
     *
     * @param days 0 to {@link #MOST_DAYS}: how long the last runs may have failed
     * @throws IllegalArgumentException for a club that is not published, or days outside that range
     */
    public RewardResult schemeRewards(ClubId club, int days, Progress progress) {
        requireDays(days);
        Instant now = caller.now();
        return new RewardRun(caller, BirthdayRun.published(caller, club, now), now, progress).over(days);
    }

    private static void requireDays(int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be 0 to " + MOST_DAYS + ", not " + days);
        }
    }
}
