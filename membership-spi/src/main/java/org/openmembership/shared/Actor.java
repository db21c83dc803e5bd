package org.openmembership.shared;

/**
 * Who makes a call; every call is made by one (R20).
 *
 * @param kind what sort of actor, which the access policy decides by
 * @param reference the host's id of that actor: a till number, a clerk's number, a member id; never a name or address
 */
public record Actor(Kind kind, String reference) {
    public static final int MAX_REFERENCE = 60;
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system");

    /** The sorts of actor, from the person a right belongs to down to the software itself. */
    public enum Kind {
        MEMBER,
        STAFF,
        TILL,
        SYSTEM
    }

    public Actor {
        Texts.requireCode("Actor.reference", reference, MAX_REFERENCE);
    }

    public static Actor member(String reference) {
        return new Actor(Kind.MEMBER, reference);
    }

    public static Actor staff(String reference) {
        return new Actor(Kind.STAFF, reference);
    }

    public static Actor till(String reference) {
        return new Actor(Kind.TILL, reference);
    }

    @Override
    public String toString() {
        return kind + ":" + reference;
    }
}
