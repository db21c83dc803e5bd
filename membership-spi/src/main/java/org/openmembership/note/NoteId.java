package org.openmembership.note;

import org.openmembership.shared.Texts;

/**
 * Our id of a note, made by the library and never changed.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record NoteId(String value) implements Comparable<NoteId> {
    public NoteId {
        Texts.requireId("NoteId", value);
    }

    public static NoteId of(String value) {
        return new NoteId(value);
    }

    @Override
    public int compareTo(NoteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
