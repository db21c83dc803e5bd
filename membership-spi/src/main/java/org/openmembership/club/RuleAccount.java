package org.openmembership.club;

import org.openmembership.shared.Texts;

/**
 * An account as a rule names it (B25): by the text of its id.
 *
 * @param value 1 to 36 characters
 */
public record RuleAccount(String value) {
    public static final int MAX_LENGTH = 36;

    public RuleAccount {
        Texts.requireCode("RuleAccount", value, MAX_LENGTH);
    }

    public static RuleAccount of(String value) {
        return new RuleAccount(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
