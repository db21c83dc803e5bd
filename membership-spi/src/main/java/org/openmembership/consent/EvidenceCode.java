package org.openmembership.consent;

import org.openmembership.shared.Texts;

/**
 * The host's name for what shows that somebody consented: the wording that was shown, the number of a signed form.
 *
 * @param value 1 to 60 characters, no edge spaces, no control characters; never a name, an address or free text
 */
public record EvidenceCode(String value) implements Comparable<EvidenceCode> {
    public static final int MAX_LENGTH = 60;

    public EvidenceCode {
        Texts.requireCode("EvidenceCode", value, MAX_LENGTH);
    }

    public static EvidenceCode of(String value) {
        return new EvidenceCode(value);
    }

    @Override
    public int compareTo(EvidenceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
