package org.openmembership.shared;

/**
 * A set of articles a rule can name: an item category, a product group or a special group.
 *
 * @param value 1 to 60 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record GroupCode(String value) implements Comparable<GroupCode> {
    public static final int MAX_LENGTH = 60;

    public GroupCode {
        Texts.requireCode("GroupCode", value, MAX_LENGTH);
    }

    public static GroupCode of(String value) {
        return new GroupCode(value);
    }

    @Override
    public int compareTo(GroupCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
