package org.openmembership.hashing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.openmembership.user.Password;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.PasswordHasher;

/**
 * The JDK's own PBKDF2 with HMAC-SHA-512 over the password's UTF-8, 16 bytes of salt, 32 bytes of hash (S12).
 *
 * <p>A hash reads {@code $pbkdf2-sha512$i=210000$salt$hash}, both in base 64 without padding; hashes of more or fewer rounds
 * are read as well, and those of fewer are made anew. Thread-safe.
 */
public final class Pbkdf2Hasher implements PasswordHasher {
    /** What is thought to be enough, about 0.4 seconds of one core. */
    public static final int ROUNDS = 210_000;

    private static final int MOST_ROUNDS = 100_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$pbkdf2-sha512\\$i=([1-9][0-9]{3,8})\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final SecureRandom random = new SecureRandom();
    private final int rounds;

    public Pbkdf2Hasher() {
        this(ROUNDS);
    }

    /** @param rounds at least 210,000 */
    public Pbkdf2Hasher(int rounds) {
        if (rounds < ROUNDS || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("Pbkdf2Hasher.rounds must be from " + ROUNDS + " on, not " + rounds);
        }
        this.rounds = rounds;
    }

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = derive(password, salt, rounds);
        return new PasswordHash("$pbkdf2-sha512$i=" + rounds + "$" + text(salt) + "$" + text(hash));
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        Optional<Parts> parts = Parts.of(hash);
        byte[] salt = parts.map(found -> bytes(found.salt())).orElseGet(() -> new byte[SALT_BYTES]);
        byte[] derived = derive(password, salt, parts.map(Parts::rounds).orElse(rounds));
        return parts.isPresent()
                && MessageDigest.isEqual(derived, bytes(parts.get().hash()));
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return Parts.of(hash).map(parts -> parts.rounds() < rounds).orElse(true);
    }

    private static byte[] derive(Password password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.value().toCharArray(), salt, rounds, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no PBKDF2 with HMAC-SHA-512", missing);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A hash taken apart, salt and hash still in base 64; empty for one that is not of this scheme. */
    private record Parts(int rounds, String salt, String hash) {
        static Optional<Parts> of(PasswordHash hash) {
            Matcher form = FORM.matcher(hash.value());
            if (!form.matches()) {
                return Optional.empty();
            }
            int rounds = Math.min(Integer.parseInt(form.group(1)), MOST_ROUNDS);
            return Optional.of(new Parts(rounds, form.group(2), form.group(3)));
        }
    }
}
