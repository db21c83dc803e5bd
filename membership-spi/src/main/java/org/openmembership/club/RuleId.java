package org.openmembership.club;

import org.openmembership.shared.Texts;

/**
 * The code of a point rule or point offer, unique inside its club; explanations name it.
 *
 * @param value 1 to 36 characters
 */
public record RuleId(String value) implements Comparable<RuleId> {
    public static final int MAX_LENGTH = 36;

    public RuleId {
        Texts.requireCode("RuleId", value, MAX_LENGTH);
    }

    public static RuleId of(String value) {
        return new RuleId(value);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
