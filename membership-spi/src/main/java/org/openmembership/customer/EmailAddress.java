package org.openmembership.customer;

/**
 * An email address as its owner typed it, without the ASCII blanks around it; messages go to exactly this spelling (R1).
 *
 * <p>A documented part of what the mail standards allow: {@code local@domain} with a local part of letters, digits, dots
 * between them and {@code !#$%&'*+/=?^_`{|}~-}, and a domain of at least two labels. No quoted parts, comments, display
 * names, address literals or control characters (B1).
 *
 * <p>An address may be held with a local part that is not ASCII, because storages must be able to read back what a host
 * has switched on; what comes from outside passes {@link #of(String)}, which refuses it, or {@link #international(String)}.
 *
 * @param typed at most 254 bytes in UTF-8
 */
public record EmailAddress(String typed) implements ContactPoint {
    public static final int MAX_LENGTH = EmailKey.MAX_BYTES;

    public EmailAddress {
        typed = EmailSyntax.withoutEdgeBlanks(typed);
        EmailSyntax.key(typed);
    }

    /** An address from outside; a local part that is not ASCII is refused. */
    public static EmailAddress of(String typed) {
        EmailAddress address = new EmailAddress(typed);
        if (!EmailSyntax.isAscii(address.typed)) {
            throw new IllegalArgumentException("EmailAddress must be ASCII before the @");
        }
        return address;
    }

    /** An address from outside, where the host has switched on local parts that are not ASCII. */
    public static EmailAddress international(String typed) {
        return new EmailAddress(typed);
    }

    /** What all spellings of this mailbox have in common. */
    public EmailKey key() {
        return new EmailKey(EmailSyntax.key(typed));
    }

    @Override
    public String written() {
        return typed;
    }

    @Override
    public boolean reachesSameAs(ContactPoint other) {
        return other instanceof EmailAddress mailbox && key().equals(mailbox.key());
    }

    @Override
    public String toString() {
        return "EmailAddress[***]";
    }
}
