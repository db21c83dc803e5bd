package org.openmembership.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointRate;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.RuleChoice;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;

/**
 * Why a sale or an event earned what it did on one account, step by step (R37): the same for a preview, for the posting,
 * and for whoever asks later.
 *
 * <p>Amounts are in the club's currency. Points before rounding are shown with six decimals; the calculation itself is exact.
 *
 * @param ground by what it was worked out
 * @param lines that counted, by number, at most {@link #MAX_LINES}; those that give back a line of an earlier sale are not among them
 * @param sums one for each kind of points that came to anything, AWARD first
 * @param gifts what was given for an event, by rule; that of an event alone has neither lines nor sums
 * @param refund money that the sale paid back as points, null where it paid back none (B50); that of a refund alone has
 *     neither lines nor sums
 */
public record Explanation(
        Ground ground,
        List<Line> lines,
        List<Sum> sums,
        List<Gift> gifts,
        @Nullable Refund refund) {
    /** Of longer receipts only so many lines are explained, the first ones. */
    public static final int MAX_LINES = 500;

    public Explanation {
        lines = List.copyOf(lines);
        sums = List.copyOf(sums);
        gifts = List.copyOf(gifts);
    }

    /** Why a sale earned what it did, where nothing was given besides. */
    public Explanation(Ground ground, List<Line> lines, List<Sum> sums) {
        this(ground, lines, sums, List.of(), null);
    }

    /** The same sale, for which something was given besides. */
    public Explanation with(List<Gift> given, List<Passed> notGiven) {
        List<Passed> passed = new ArrayList<>(ground.passed());
        passed.addAll(notGiven);
        Ground more = new Ground(ground.basis(), ground.counted(), ground.belowMinimum(), ground.paidShare(), passed);
        return new Explanation(more, lines, sums, given, refund);
    }

    /** The same sale, which paid money back as points. */
    public Explanation refunding(Refund paidBack) {
        return new Explanation(ground, lines, sums, gifts, paidBack);
    }

    /**
     * @param basis whose rules were used
     * @param counted the sum of all lines' bases
     * @param belowMinimum whether the sale did not reach the club's least sale, so that it earned nothing
     * @param paidShare what part of the sale other tenders than points paid for, from 0 to 1
     * @param passed rules and offers for any article that did not stand for this sale
     */
    public record Ground(
            Basis basis, BigDecimal counted, boolean belowMinimum, BigDecimal paidShare, List<Passed> passed) {
        public Ground {
            passed = List.copyOf(passed);
        }
    }

    /**
     * @param clubVersion of the club's definition, which says what each rule was (R48)
     * @param scheme the account held
     */
    public record Basis(ClubId club, int clubVersion, SchemeId scheme, RuleChoice choice) {}

    /**
     * One line of the sale.
     *
     * @param base what counted of its amount; zero where the line never earns
     * @param excluded whether it is of a sort that never earns
     * @param applied rules that gave something or could have, by id
     * @param offers that acted on it: discounts' factors by id, then the one point offer
     * @param passed rules and offers that were considered and not used, at most {@link #MAX_PASSED}
     * @param points its share of what the sale earned
     */
    public record Line(
            int number,
            BigDecimal base,
            boolean excluded,
            List<Applied> applied,
            List<RuleId> offers,
            List<Passed> passed,
            Points points) {
        public static final int MAX_PASSED = 20;

        public Line {
            applied = List.copyOf(applied);
            offers = List.copyOf(offers);
            passed = List.copyOf(passed);
        }
    }

    /**
     * A rule at work on a line.
     *
     * @param points before offers and rounding; after the rule's own caps
     * @param capped whether a cap of the rule cut it
     */
    public record Applied(RuleId rule, PointRate rate, BigDecimal points, boolean capped) {}

    /** A rule or an offer that was not used, and why not. */
    public record Passed(RuleId rule, Why why) {}

    /** Why a rule or an offer is not used. */
    public enum Why {
        DATE,
        WEEKDAY,
        HOURS,
        STORE,
        CHANNEL,
        TENDER,
        CURRENCY,
        SCHEME,
        ACCOUNT,
        PRICE_GROUP,
        ATTRIBUTE,
        /** It asks for another article. */
        ARTICLE,
        /** It names the article as an exception. */
        EXCEPTED,
        /** The line's amount or quantity is too small. */
        TOO_LITTLE,
        /** Another one comes first. */
        OUTRANKED,
        /** It would put fewer points in place of those that were there. */
        GIVES_LESS
    }

    /**
     * The points of one kind.
     *
     * @param exact before rounding
     * @param rounded once for the sale
     * @param cap that cut it, null where none did
     * @param points what it came to
     */
    public record Sum(
            PointKind kind,
            BigDecimal exact,
            RoundingRule rounding,
            Points rounded,
            @Nullable PointCap cap,
            Points points) {}

    /**
     * What a rule gave for an event (D24).
     *
     * @param points zero where its cap had left nothing
     * @param cap that cut it, null where none did
     */
    public record Gift(
            RuleId rule,
            ReasonCode event,
            PointKind kind,
            Points points,
            @Nullable PointCap cap) {}

    /**
     * How money of returned goods became points (B50).
     *
     * @param money that was paid back so, in the currency of the receipt
     * @param rate to the club's currency; 1 where it is the same
     * @param perPoint what a point of the club was worth, in its currency
     * @param points that came of it, cut to what points can count; they may be none
     */
    public record Refund(BigMoney money, BigDecimal rate, BigMoney perPoint, Points points) {}

    /** The same as a few short lines in English, for a receipt or a cashier. */
    public List<String> receipt() {
        return ReceiptText.of(this);
    }

    /** What was earned, over all kinds, a refund not included; below zero where more came back than was sold. */
    public Points points() {
        return Stream.concat(sums.stream().map(Sum::points), gifts.stream().map(Gift::points))
                .reduce(Points.ZERO, Points::plus);
    }
}
