package org.openmembership.user;

import org.openmembership.shared.Texts;

/**
 * Names one attempt to register; what is proven with it is proven for that attempt alone (S2).
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record RegistrationId(String value) implements Comparable<RegistrationId> {
    public RegistrationId {
        Texts.requireId("RegistrationId", value);
    }

    public static RegistrationId of(String value) {
        return new RegistrationId(value);
    }

    @Override
    public int compareTo(RegistrationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
