package org.openmembership.ledger;

/** What stands before a figure on a receipt; a host that prints in another language gives its own words for these. */
public enum ReceiptWord {
    BEFORE("Points before"),
    EARNED("Earned"),
    USED("Used"),
    LAPSED("Lapsed already"),
    /** What the sale is to bring when it is posted. */
    WAITING("Not yet counted"),
    OTHERS("Meanwhile"),
    AFTER("Points after"),
    AVAILABLE("Usable now"),
    PENDING("Usable later"),
    HELD("Set aside"),
    DEBT("Owed"),
    /** What this sale and others are to bring when they are posted. */
    ALL_WAITING("All not yet counted"),
    /** Goes before the date of the last day. */
    EXPIRING("Usable until"),
    /** Goes before the last day on which a scheme is held. */
    HELD_UNTIL("until"),
    NEXT_SCHEME("Next"),
    /** The next scheme is earned already, and held from the next review on. */
    REACHED("Reached"),
    POINTS_MISSING("Points missing"),
    SPEND_MISSING("To spend"),
    SINGLE_SPEND_MISSING("In one purchase"),
    VISITS_MISSING("Purchases missing"),
    /** Goes before the last day on which what is missing can be made up. */
    MISSING_BY("by"),
    SOLD_FOR("Or for"),
    DISCOUNT_PERCENT("Discount percent"),
    PRICE_GROUP("Price group"),
    DISCOUNT_GROUP("Discount group"),
    FREE_DELIVERY("Free delivery");

    private final String english;

    ReceiptWord(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
