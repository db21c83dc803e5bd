package org.openmembership.user;

/** Why a password cannot be set; whoever typed it is told, so that the next one is better. */
public enum PasswordProblem {
    TOO_SHORT,
    TOO_LONG,
    /** Holds characters that no keyboard types, such as control characters. */
    UNREADABLE,
    /** One of those that everybody tries first. */
    COMMON,
    /** Little more than the owner's address or a word of the shop's. */
    GUESSABLE
}
