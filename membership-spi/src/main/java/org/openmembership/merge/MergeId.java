package org.openmembership.merge;

import org.openmembership.shared.Texts;

/**
 * Our name for a merge.
 *
 * @param value 1 to 36 visible ASCII characters
 */
public record MergeId(String value) implements Comparable<MergeId> {
    public MergeId {
        Texts.requireId("MergeId", value);
    }

    public static MergeId of(String value) {
        return new MergeId(value);
    }

    @Override
    public int compareTo(MergeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
