package org.openmembership.document;

/** The bytes of a row as they stand in a file. */
public final class RawLine {
    private final byte[] bytes;

    RawLine(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }
}
