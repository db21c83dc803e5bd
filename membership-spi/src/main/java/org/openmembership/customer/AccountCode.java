package org.openmembership.customer;

import org.openmembership.shared.Texts;

/**
 * What another system, such as the shop's accounting, calls a customer; no two customers share one (C18).
 *
 * @param value 1 to 60 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record AccountCode(String value) implements Comparable<AccountCode> {
    public static final int MAX_LENGTH = 60;

    public AccountCode {
        Texts.requireCode("AccountCode", value, MAX_LENGTH);
    }

    public static AccountCode of(String value) {
        return new AccountCode(value);
    }

    @Override
    public int compareTo(AccountCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
