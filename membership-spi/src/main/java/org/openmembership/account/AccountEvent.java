package org.openmembership.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;

/** Something has changed about an account other than its points. */
public sealed interface AccountEvent extends MembershipEvent {
    AccountId account();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.ACCOUNT, account().value());
    }

    /**
     * Somebody takes part in a club now.
     *
     * @param member null for an account that collects for whoever will show up with its card
     */
    record AccountOpened(
            AccountId account, ClubId club, @Nullable MemberId member, SchemeId scheme) implements AccountEvent {}

    /** A member has shown up for an account that nobody represented, and has its points from now on (R55). */
    record AccountTakenOver(AccountId account, ClubId club, MemberId member) implements AccountEvent {}

    /** A member shares an account from now on. */
    record MemberJoined(AccountId account, MemberId member) implements AccountEvent {}

    /** A member does not share an account any more; the points stay with it. */
    record MemberLeft(AccountId account, MemberId member) implements AccountEvent {}

    /** Another of its members represents an account from now on. */
    record MainMemberReplaced(AccountId account, MemberId from, MemberId to) implements AccountEvent {}

    /** Other numbers of members may share an account from now on. */
    record AccountTypeChanged(AccountId account, AccountType from, AccountType to) implements AccountEvent {}

    /** Nothing is earned or spent any more. */
    record AccountClosed(AccountId account, ClubId club, ReasonCode reason) implements AccountEvent {}

    /** An account is not identified any more, nor any card of it (R54). */
    record AccountBlocked(AccountId account, ReasonCode reason) implements AccountEvent {}

    /** An account is identified again. */
    record AccountUnblocked(AccountId account) implements AccountEvent {}

    /**
     * Another scheme is held, or will be.
     *
     * @param cause a review, a purchase or its end, or a person
     * @param effectiveOn the first day it holds, which may be still to come
     */
    record SchemeChanged(
            AccountId account,
            ClubId club,
            SchemeId from,
            SchemeId to,
            SchemeMove.Cause.Kind cause,
            LocalDate effectiveOn)
            implements AccountEvent {}

    /** A scheme was paid for; it is held on these days wherever nothing better is. */
    record SchemeBought(AccountId account, ClubId club, SchemeId scheme, LocalDate from, LocalDate until)
            implements AccountEvent {}

    /**
     * What was left of a scheme that was paid for was given back.
     *
     * @param from the first day that was given back
     * @param until the last day that was
     */
    record SchemeRefunded(AccountId account, ClubId club, SchemeId scheme, LocalDate from, LocalDate until)
            implements AccountEvent {}

    /**
     * The scheme stays, until another day than before: it was renewed, or holds on in grace.
     *
     * @param until the last day, null where that is not limited
     */
    record SchemeProlonged(
            AccountId account,
            ClubId club,
            SchemeId scheme,
            SchemeMove.Cause.Kind cause,
            @Nullable LocalDate until) implements AccountEvent {}

    /**
     * Reviews leave the scheme alone from now on.
     *
     * @param until the last day they do, null for as long as the pin is there
     * @param floor the scheme below which the account does not fall, null where reviews do nothing at all
     */
    record SchemePinned(
            AccountId account,
            SchemeId scheme,
            ReasonCode reason,
            @Nullable LocalDate until,
            @Nullable SchemeId floor) implements AccountEvent {}

    /**
     * Somebody asks for points to be added or taken by hand; another actor is to decide.
     *
     * @param points what is to be added, below zero for what is to be taken
     * @param key by which the proposal is approved or rejected
     */
    record AdjustmentProposed(AccountId account, Points points, ReasonCode reason, ExternalKey key)
            implements AccountEvent {}

    /** What somebody asked for will not be done. */
    record AdjustmentRejected(AccountId account, ExternalKey key) implements AccountEvent {}

    /** Reviews decide again. */
    record SchemeUnpinned(AccountId account, SchemeId scheme) implements AccountEvent {}
}
