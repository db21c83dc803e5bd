package org.openmembership.privacy;

import org.openmembership.shared.Texts;

/**
 * Our id of an erasure, made by the library and never changed.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record ErasureId(String value) implements Comparable<ErasureId> {
    public ErasureId {
        Texts.requireId("ErasureId", value);
    }

    public static ErasureId of(String value) {
        return new ErasureId(value);
    }

    @Override
    public int compareTo(ErasureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
