package org.openmembership.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;

/** Makes the secrets that prove an address (R6, S7, S8). Thread-safe. */
public final class SecretMint {
    private static final int TOKEN_BYTES = 32;
    private static final int DIGITS = 10;

    private final SecureRandom random = new SecureRandom();
    private final int codeDigits;
    private final Duration life;
    private final SecretSeal seal;

    /** @param seal makes the hashes that are kept */
    public SecretMint(int codeDigits, Duration life, SecretSeal seal) {
        this.codeDigits = codeDigits;
        this.life = life;
        this.seal = seal;
    }

    public SecretSeal seal() {
        return seal;
    }

    /** How long what is minted works. */
    Duration life() {
        return life;
    }

    /** Digits to be typed. */
    Secret code() {
        StringBuilder code = new StringBuilder(codeDigits);
        random.ints(codeDigits, 0, DIGITS).forEach(code::append);
        return new Secret(code.toString());
    }

    /** 256 bits for a link. */
    Secret token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
