package org.openmembership.shared;

/**
 * What an event or an audit record is about, named by its id.
 *
 * @param kind what sort of thing
 * @param id ours, or a code of the host's; never a name or an address
 */
public record Topic(Kind kind, String id) {
    public static final int MAX_ID = 60;

    /** What concerns the shop as a whole, or nothing in particular. */
    public static final Topic SHOP = new Topic(Kind.SHOP, "shop");

    /** What events and audit records can be about. */
    public enum Kind {
        SHOP,
        CLUB,
        ACCOUNT,
        MEMBER,
        CUSTOMER,
        USER,
        GIFT_CARD
    }

    public Topic {
        Texts.requireCode("Topic.id", id, MAX_ID);
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
