package org.openmembership.club;

/** What follows the serial number of a card, so that a slip of the hand is noticed. */
public enum CheckDigits {
    NONE(0) {
        @Override
        String of(String digits) {
            return "";
        }
    },
    /** One digit, as on payment cards (ISO/IEC 7812-1). */
    LUHN(1) {
        @Override
        String of(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
                int weighed = i % 2 == 0 ? 2 * digit : digit;
                sum += weighed > 9 ? weighed - 9 : weighed;
            }
            return Integer.toString((10 - sum % 10) % 10);
        }
    },
    /** One digit after twelve, as printed under the bars of goods. */
    EAN13(1) {
        @Override
        String of(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
                sum += i % 2 == 0 ? 3 * digit : digit;
            }
            return Integer.toString((10 - sum % 10) % 10);
        }
    },
    /** Two digits that make the remainder by 97 one (ISO/IEC 7064, MOD 97-10). */
    MOD97(2) {
        @Override
        String of(String digits) {
            int remainder = 0;
            for (int i = 0; i < digits.length(); i++) {
                remainder = (remainder * 10 + Character.digit(digits.charAt(i), 10)) % 97;
            }
            int check = 98 - remainder * 100 % 97;
            return check < 10 ? "0" + check : Integer.toString(check);
        }
    };

    private final int length;

    CheckDigits(int length) {
        this.length = length;
    }

    /** How many digits it is. */
    public int length() {
        return length;
    }

    /** The check digits of a text of ASCII digits. */
    abstract String of(String digits);
}
