package org.openmembership.ledger;

/** What stands before a figure on a receipt; a host that prints in another language gives its own words for these. */
public enum ReceiptWord {
    BEFORE("Points before"),
    EARNED("Earned"),
    USED("Used"),
    LAPSED("Lapsed already"),
    OTHERS("Meanwhile"),
    AFTER("Points after"),
    AVAILABLE("Usable now"),
    PENDING("Usable later"),
    HELD("Set aside"),
    DEBT("Owed"),
    /** Goes before the date of the last day. */
    EXPIRING("Usable until");

    private final String english;

    ReceiptWord(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
