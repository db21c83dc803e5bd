package org.openmembership.shared;

import java.nio.charset.StandardCharsets;

/**
 * A definition as it is kept: JSON that storages carry but never read.
 *
 * @param kind what it defines, for example {@code club}
 * @param version of the JSON's shape, so that old documents stay readable
 * @param json the text; no character U+0000 and no half of a surrogate pair, which databases would refuse or mangle
 */
public record Document(String kind, int version, String json) {
    public static final int MAX_LENGTH = 1_000_000;

    public Document {
        Texts.requireCode("Document.kind", kind, 40);
        if (json.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a document has at most " + MAX_LENGTH + " characters");
        }
        if (json.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(json)) {
            throw new IllegalArgumentException("a document holds neither U+0000 nor half of a surrogate pair");
        }
    }
}
