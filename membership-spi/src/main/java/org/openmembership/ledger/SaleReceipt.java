package org.openmembership.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * What a receipt says about the points of one sale (B19, B39): what it earned and used, what it is still to earn where it waits
 * to be posted (B41), and what is there now; one consistent answer (I30).
 *
 * @param sale the host's number of the receipt
 * @param at when it was asked; all that is there now is there at this instant
 * @param clubs one part for each account the sale concerned, by club; empty for a guest's sale
 */
public record SaleReceipt(ExternalKey sale, Instant at, List<ClubPart> clubs) {
    /** The width of narrow receipt printers, in characters. */
    public static final int NARROW = 38;

    /** The width of usual receipt printers, in characters. */
    public static final int WIDE = 42;

    public SaleReceipt {
        clubs = List.copyOf(clubs);
    }

    /**
     * What the sale did to one account, what it is still to do, and what the account holds now.
     *
     * @param waiting what is provisional; in none of the other figures
     * @param standing its scheme, and what is missing to the next; null where that was not asked for
     */
    public record ClubPart(
            Owner owner,
            Moved moved,
            Waiting waiting,
            Now now,
            @Nullable SchemeExplanation standing) {
        /** Where nothing waits. */
        public ClubPart(Owner owner, Moved moved, Now now, @Nullable SchemeExplanation standing) {
            this(owner, moved, Waiting.NOTHING, now, standing);
        }
    }

    /**
     * What sales that wait are to bring when they are posted (B40), as far as that could be worked out; it cannot be spent yet.
     *
     * @param sale this one; below zero for a return
     * @param all that wait for the account, this one included
     * @param sales how many those are
     */
    public record Waiting(Points sale, Points all, long sales) {
        public static final Waiting NOTHING = new Waiting(Points.ZERO, Points.ZERO, 0);
    }

    /**
     * Whose points.
     *
     * @param clubName as it is called today
     * @param scheme the account holds now
     * @param schemeName as it is called today; the code where the club has no such scheme any more
     */
    public record Owner(ClubId club, String clubName, AccountId account, SchemeId scheme, String schemeName) {}

    /**
     * How the sale led from one booked balance to the next: {@code before} and {@code own} and {@code others} make {@code
     * after}.
     *
     * @param before the first entry of the sale
     * @param own what the sale itself did
     * @param others what anybody else did between the first and the last entry of the sale; usually zero
     * @param after the last entry of the sale
     */
    public record Moved(Points before, Own own, Points others, Points after) {}

    /**
     * What the sale itself did.
     *
     * @param earned for the goods, less what returned goods took back; may be below zero
     * @param used to pay, less what returns gave back; below zero where they gave back more
     * @param lapsed of it at once, because the sale arrived late (R28); zero or more
     */
    public record Own(Points earned, Points used, Points lapsed) {
        public static final Own NOTHING = new Own(Points.ZERO, Points.ZERO, Points.ZERO);

        public Own plus(Own other) {
            return new Own(earned.plus(other.earned), used.plus(other.used), lapsed.plus(other.lapsed));
        }

        /** What it comes to. */
        public Points sum() {
            return earned.minus(used).minus(lapsed);
        }
    }

    /**
     * What the account holds at the instant of the answer.
     *
     * @param pending earned, but not available yet
     * @param held set aside for unfinished sales
     * @param expiring the points that lapse first; null if none ever do
     */
    public record Now(
            Balance balance,
            Points pending,
            Points held,
            @Nullable Expiring expiring) {
        public Optional<Expiring> expiringNext() {
            return Optional.ofNullable(expiring);
        }
    }

    /**
     * Points that lapse together.
     *
     * @param lastDay on which they can be used, in the club's zone
     */
    public record Expiring(LocalDate lastDay, Points points) {}

    /**
     * The same as short lines of plain text, none longer than {@code width} characters; empty where nothing is to be said.
     *
     * @param width of the printer, at least 20: {@link #NARROW} or {@link #WIDE} as a rule
     * @param words what each figure is called on the receipt, such as {@link ReceiptWord#english}
     */
    public List<String> text(ReceiptDetail detail, int width, Function<ReceiptWord, String> words) {
        return SaleReceiptText.of(this, detail, width, words);
    }
}
