package org.openmembership.shared;

/**
 * What the host calls one article it sells.
 *
 * @param value 1 to 60 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record Sku(String value) implements Comparable<Sku> {
    public static final int MAX_LENGTH = 60;

    public Sku {
        Texts.requireCode("Sku", value, MAX_LENGTH);
    }

    public static Sku of(String value) {
        return new Sku(value);
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
