package org.openmembership.proof;

import org.openmembership.user.Secret;

/** Reads a secret as people type it: blanks are left out, and what no message can hold is some wrong secret. */
public final class TypedSecret {
    private static final int MAX_LENGTH = 200;
    private static final Secret WRONG = new Secret("-");

    private TypedSecret() {}

    public static Secret of(String typed) {
        StringBuilder secret = new StringBuilder();
        typed.chars().limit(MAX_LENGTH).filter(c -> c > ' ').forEach(c -> secret.append((char) c));
        return secret.length() == 0 ? WRONG : new Secret(secret.toString());
    }
}
