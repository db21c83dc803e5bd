package org.openmembership.shared;

/**
 * Where a call comes from, as the host sees it: the address of a network, a device, a session; whatever a stranger cannot
 * change at will.
 *
 * <p>It is compared and never kept as such.
 *
 * @param value 1 to 200 characters; compared exactly
 */
public record Origin(String value) {
    public static final int MAX_LENGTH = 200;

    public Origin {
        Texts.requireCode("Origin", value, MAX_LENGTH);
    }

    public static Origin of(String value) {
        return new Origin(value);
    }

    @Override
    public String toString() {
        return "Origin[***]";
    }
}
