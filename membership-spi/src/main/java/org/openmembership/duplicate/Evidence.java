package org.openmembership.duplicate;

/**
 * One reason for, or against, two customers being one.
 *
 * <p>The weights were chosen on sets of people with known duplicates; how well they do there is told in the guide.
 */
public enum Evidence {
    SAME_EMAIL(45),
    /** Other mailboxes that some providers deliver to the same person: by dots, or by what follows a plus (R1). */
    EMAIL_OF_SAME_PROVIDER_MAILBOX(30),
    SAME_FIRST_NAME(25),
    /** A letter or two are other ones. */
    SIMILAR_FIRST_NAME(15),
    /** One is the first letter of the other. */
    INITIAL_OF_FIRST_NAME(8),
    OTHER_FIRST_NAME(-20),
    SAME_SURNAME(20),
    SIMILAR_SURNAME(10),
    OTHER_SURNAME(-15),
    /** The first name of one is the last name of the other. */
    SWAPPED_NAMES(40),
    SAME_PHONE(30),
    SAME_STREET(25),
    SIMILAR_STREET(15),
    OTHER_STREET(-10),
    SAME_POSTCODE(15),
    SAME_BIRTHDATE(35),
    OTHER_BIRTHDATE(-20),
    SAME_VAT_NUMBER(30);

    private final int weight;

    Evidence(int weight) {
        this.weight = weight;
    }

    /** Hundredths of certainty that it adds, below zero for what it takes. */
    public int weight() {
        return weight;
    }
}
