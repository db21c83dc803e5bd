package org.openmembership.account;

import org.openmembership.shared.Texts;

/**
 * The id of a member account; accounts are locked in its order.
 *
 * @param value 1 to 36 characters
 */
public record AccountId(String value) implements Comparable<AccountId> {
    public static final int MAX_LENGTH = 36;

    public AccountId {
        Texts.requireCode("AccountId", value, MAX_LENGTH);
    }

    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
