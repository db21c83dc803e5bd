package org.openmembership.merge;

import org.openmembership.shared.Texts;

/**
 * One thing that a merge pointed elsewhere; ids and codes only, never what they stand for (R17).
 *
 * @param kind what was moved
 * @param subject which one: 1 to 60 characters
 * @param from whose it was: an id of the kind's
 * @param to whose it is now: an id of the kind's
 */
public record MergeMove(Kind kind, String subject, String from, String to) {
    /** What can be moved, in the order in which it is. */
    public enum Kind {
        /** A customer id leads to another customer from now on. */
        CUSTOMER,
        /** The survivor had nothing in a field, and has what the other had; the subject is the {@link CustomerField}. */
        FIELD,
        /** A consent is more restrictive, or ended with its record; the subject is the channel, {@code to} what it was. */
        CONSENT,
        /** A customer is in a group or not; the subject is the group. */
        GROUP,
        /** A note is about another customer. */
        NOTE,
        /** What was owed on account is owed by another customer; the subject is the entry that took it there. */
        ON_ACCOUNT,
        /** A customer belongs to another member. */
        LINK,
        /** A member is represented by another customer. */
        PRIMARY,
        /** A member id leads to another member from now on. */
        MEMBER,
        /** A member signs in with another user; the subject is the member. */
        USER,
        /** A user may not sign in any more. */
        DISABLED_USER,
        /** An account belongs to another member. */
        ACCOUNT,
        /** A card identifies another account. */
        CARD,
        /** A card is carried by another member. */
        CARRIER,
        /** A gift card is another member's. */
        GIFT_CARD,
        /** Points of an account are in another account; the subject is the entry that brought them. */
        POINTS,
        /** An account is closed, because another one has its points. */
        CLOSED_ACCOUNT
    }

    public MergeMove {
        Texts.requireCode("MergeMove.subject", subject, 60);
        Texts.requireCode("MergeMove.from", from, 60);
        Texts.requireCode("MergeMove.to", to, 60);
    }
}
