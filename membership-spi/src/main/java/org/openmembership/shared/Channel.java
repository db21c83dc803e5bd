package org.openmembership.shared;

/**
 * Where a sale or an acceptance took place: POS, WEB, APP or whatever the host uses.
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record Channel(String value) implements Comparable<Channel> {
    public static final int MAX_LENGTH = 40;

    public Channel {
        Texts.requireCode("Channel", value, MAX_LENGTH);
    }

    public static Channel of(String value) {
        return new Channel(value);
    }

    @Override
    public int compareTo(Channel other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
