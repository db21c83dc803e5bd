package org.openmembership.shared;

/**
 * Why somebody did something by hand: a code from the host's list, never free text, so that no ledger row can hold personal data (R17).
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record ReasonCode(String value) implements Comparable<ReasonCode> {
    public static final int MAX_LENGTH = 40;

    public ReasonCode {
        Texts.requireCode("ReasonCode", value, MAX_LENGTH);
    }

    public static ReasonCode of(String value) {
        return new ReasonCode(value);
    }

    @Override
    public int compareTo(ReasonCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
