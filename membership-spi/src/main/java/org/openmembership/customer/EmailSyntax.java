package org.openmembership.customer;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.openmembership.shared.Texts;

/** Which addresses there are, and which key an address has. Works through a text once; lengths are checked first. */
final class EmailSyntax {
    private static final Pattern ASCII_ATOM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final int ASCII_END = 0x80;

    private EmailSyntax() {}

    /** The key of an address without edge blanks; throws what is wrong with it, never quoting it. */
    static String key(String address) {
        requireSize(address);
        int at = address.lastIndexOf('@');
        refuseIf(at < 0, "must hold an @");
        return localKey(address.substring(0, at)) + "@" + domainKey(address.substring(at + 1));
    }

    static String withoutEdgeBlanks(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isBlank(typed.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < ASCII_END);
    }

    private static void requireSize(String address) {
        refuseIf(address.isEmpty(), "must not be empty");
        String problem = Texts.problemOfText(address, EmailKey.MAX_LENGTH);
        refuseIf(problem != null, String.valueOf(problem));
        refuseIf(bytes(address) > EmailKey.MAX_BYTES, "must have at most " + EmailKey.MAX_BYTES + " bytes");
    }

    private static String localKey(String local) {
        refuseIf(local.isEmpty(), "must hold something before the @");
        refuseIf(bytes(local) > EmailKey.MAX_LOCAL_BYTES, "must have at most 64 bytes before the @");
        if (isAscii(local)) {
            requireAtoms(local);
            return asciiLower(local);
        }
        local.codePoints().forEach(EmailSyntax::requireInternational);
        String key = Normalizer.normalize(local, Normalizer.Form.NFC);
        refuseIf(bytes(key) > EmailKey.MAX_LOCAL_BYTES, "must have at most 64 bytes before the @ when composed");
        requireAtoms(key);
        return key;
    }

    /** Letters, marks and digits of any script; never one that composition turns into ASCII (Kelvin sign, Greek question mark). */
    private static void requireInternational(int character) {
        if (character < ASCII_END) {
            return;
        }
        boolean letter = Character.isLetterOrDigit(character) || isMark(character);
        refuseIf(!letter, "must hold letters and digits before the @, not U+" + Integer.toHexString(character));
        String composed = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFC);
        refuseIf(isAscii(composed), "must not hold U+" + Integer.toHexString(character) + ", which looks like ASCII");
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void requireAtoms(String local) {
        for (String atom : local.split("\\.", -1)) {
            refuseIf(atom.isEmpty(), "must not hold a dot at an end or two in a row before the @");
            String ascii = atom.codePoints()
                    .filter(character -> character < ASCII_END)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            refuseIf(
                    !ascii.isEmpty() && !ASCII_ATOM.matcher(ascii).matches(),
                    "holds a character not allowed before the @");
        }
    }

    private static String domainKey(String domain) {
        refuseIf(!isAscii(domain), "must hold an ASCII domain: write it with its xn-- labels");
        String[] labels = domain.split("\\.", -1);
        refuseIf(labels.length < 2, "must hold a domain of two labels or more after the @");
        for (String label : labels) {
            refuseIf(!LABEL.matcher(label).matches(), "holds a domain label that is not letters, digits and hyphens");
        }
        boolean numeric = labels[labels.length - 1].chars().allMatch(Character::isDigit);
        refuseIf(numeric, "must not end in a number");
        return asciiLower(domain);
    }

    private static String asciiLower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c).forEach(c -> lower.append((char) c));
        return lower.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new IllegalArgumentException("EmailAddress " + message);
        }
    }
}
