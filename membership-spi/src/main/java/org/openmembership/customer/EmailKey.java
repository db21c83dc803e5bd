package org.openmembership.customer;

/**
 * What all spellings of one mailbox share, and no two mailboxes do (R1); kept beside the typed address and compared byte
 * for byte on every database.
 *
 * <p>A local part of ASCII is lower-cased A to Z only; any other is brought to Unicode form NFC and keeps its case. The
 * domain is lower-cased A to Z. No dots or plus signs are stripped, and nothing is folded: every wider folding gives one
 * person's mailbox to another.
 *
 * @param value already in that form; anything else is refused
 */
public record EmailKey(String value) implements Comparable<EmailKey> {
    /** Room a storage keeps for a key. */
    public static final int MAX_LENGTH = 320;

    /** Longest address that mail can be sent to (RFC 5321), in UTF-8. */
    public static final int MAX_BYTES = 254;

    public static final int MAX_LOCAL_BYTES = 64;

    public EmailKey {
        if (!EmailSyntax.key(value).equals(value)) {
            throw new IllegalArgumentException("EmailKey must be the key of an address, not an address");
        }
    }

    @Override
    public int compareTo(EmailKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return "EmailKey[***]";
    }
}
