package org.openmembership.shared;

/**
 * Something the host knows of a buyer that point rules can require, such as being in a campaign (B58, R53).
 *
 * @param value 1 to 60 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record AttributeCode(String value) implements Comparable<AttributeCode> {
    public static final int MAX_LENGTH = 60;

    public AttributeCode {
        Texts.requireCode("AttributeCode", value, MAX_LENGTH);
    }

    public static AttributeCode of(String value) {
        return new AttributeCode(value);
    }

    @Override
    public int compareTo(AttributeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
