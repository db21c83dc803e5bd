package org.openmembership.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;

/** Makes the secrets that prove an address (R6, S7, S8). Thread-safe. */
public final class SecretMint {
    private static final int TOKEN_BYTES = 32;
    private static final int DIGITS = 10;

    private final SecureRandom random = new SecureRandom();
    private final int codeDigits;
    private final Duration life;
    private final Duration invitationLife;
    private final SecretSeal seal;

    /**
     * @param life how long what is minted works
     * @param invitationLife how long it works where somebody is invited, who has not asked for anything and may take time
     * @param seal makes the hashes that are kept
     */
    public SecretMint(int codeDigits, Duration life, Duration invitationLife, SecretSeal seal) {
        this.codeDigits = codeDigits;
        this.life = life;
        this.invitationLife = invitationLife;
        this.seal = seal;
    }

    public SecretSeal seal() {
        return seal;
    }

    /** How long what is minted for a purpose works. */
    Duration life(NotificationPurpose purpose) {
        return purpose == NotificationPurpose.INVITE_CUSTOMER ? invitationLife : life;
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
