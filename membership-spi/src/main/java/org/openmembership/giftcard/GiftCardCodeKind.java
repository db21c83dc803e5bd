package org.openmembership.giftcard;

/** The ways in which a gift card can be reached (A50); a card has at most one code of each kind. */
public enum GiftCardCodeKind {
    /** Printed on it, as bars. */
    PHYSICAL,
    /** Reaches nothing by itself, and is needed to spend where a card has one. */
    PIN,
    /** Made by the library, shown as a picture; whoever has it owns the card. */
    PERSONAL,
    /** Issued by another system. */
    EXTERNAL
}
