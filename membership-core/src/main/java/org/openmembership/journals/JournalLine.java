package org.openmembership.journals;

import java.time.LocalDate;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.EntryKind;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.DatedPoints;

/**
 * One line of a journal (B45). What does not fit is reported when the journal is posted, with the number of the line.
 *
 * @param kind of its entry; which ones fit depends on the type of the journal
 * @param account whose points
 * @param to the account that points of a transfer go to; null for all other lines
 * @param points what is added, below zero for what is taken; above zero for what is transferred
 * @param details the rest
 */
public record JournalLine(
        EntryKind kind, AccountId account, @Nullable AccountId to, Points points, Details details) {
    /**
     * @param pointKind the label on the points
     * @param date the day it happened in the club's zone, and from which added points live; null for now
     * @param lastDay on which added points can be used, to its end in the club's zone; null for the club's expiry rule, as it
     *     is today, from {@code date}
     * @param valuePerPoint what a point is worth, null for the club's value of today (R31)
     * @param reason a code of the host's; a {@code NORMAL} line needs one
     */
    public record Details(
            PointKind pointKind,
            @Nullable LocalDate date,
            @Nullable LocalDate lastDay,
            @Nullable BigMoney valuePerPoint,
            @Nullable ReasonCode reason) {}

    /** Points added by hand, or taken where they are below zero. */
    public static JournalLine of(AccountId account, Points points, String reason) {
        EntryKind kind = points.isNegative() ? EntryKind.NEGATIVE_ADJUSTMENT : EntryKind.POSITIVE_ADJUSTMENT;
        Details details = new Details(PointKind.OTHER, null, null, null, ReasonCode.of(reason));
        return new JournalLine(kind, account, null, points, details);
    }

    /** A balance, or a part of one with a life of its own, brought along from another system. */
    public static JournalLine opening(AccountId account, Points points) {
        return new JournalLine(
                EntryKind.OPENING, account, null, points, new Details(PointKind.AWARD, null, null, null, null));
    }

    /** Points that go to another account of the club, as they leave; what arrives and how long it lives is the club's to say. */
    public static JournalLine transfer(AccountId from, AccountId to, Points points) {
        Details details = new Details(PointKind.AWARD, null, null, null, null);
        return new JournalLine(EntryKind.TRANSFER_FROM, from, to, points, details);
    }

    /** The same line as an entry of another kind: a sale or a redemption that another system had. */
    public JournalLine as(EntryKind other) {
        return new JournalLine(other, account, to, points, details);
    }

    /** The same line with another label on its points. */
    public JournalLine of(PointKind kindOfPoints) {
        return with(new Details(kindOfPoints, details.date, details.lastDay, details.valuePerPoint, details.reason));
    }

    /** The same line for another day than today. */
    public JournalLine on(LocalDate day) {
        return with(new Details(details.pointKind, day, details.lastDay, details.valuePerPoint, details.reason));
    }

    /** The same line, its points usable to the end of {@code day}. */
    public JournalLine until(LocalDate day) {
        return with(new Details(details.pointKind, details.date, day, details.valuePerPoint, details.reason));
    }

    /** The same line at another value of a point. */
    public JournalLine worth(BigMoney perPoint) {
        return with(new Details(details.pointKind, details.date, details.lastDay, perPoint, details.reason));
    }

    /** The same line with a reason. */
    public JournalLine because(String reason) {
        return with(new Details(
                details.pointKind, details.date, details.lastDay, details.valuePerPoint, ReasonCode.of(reason)));
    }

    private JournalLine with(Details other) {
        return new JournalLine(kind, account, to, points, other);
    }

    /** Whether points leave the account. */
    boolean takes() {
        return to != null || points.isNegative();
    }

    DatedPoints.Days days() {
        return new DatedPoints.Days(details.date, details.lastDay);
    }

    /** All that decides its effect. */
    String content() {
        return kind + "," + account + "," + to + "," + points + "," + details.pointKind + "," + details.date + ","
                + details.lastDay + "," + details.valuePerPoint + "," + details.reason;
    }
}
