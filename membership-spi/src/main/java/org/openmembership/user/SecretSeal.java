package org.openmembership.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hashes that are kept instead of secrets, with a key of the host's that no storage ever sees (S7).
 *
 * <p>A long token cannot be found from its hash in any case. A short code can: whoever reads the tables tries all eight
 * digits in a second, unless the hash needs a key that is kept elsewhere. All processes on the same data share the key;
 * with another one the open codes, tokens and counts of failures are void, and nothing else is lost.
 *
 * <p>Immutable and thread-safe; never shows the key.
 */
public final class SecretSeal {
    /** The fewest bytes of a key. */
    public static final int MIN_KEY = 32;

    private static final String HMAC = "HmacSHA256";
    private final @Nullable SecretKeySpec key;

    private SecretSeal(@Nullable SecretKeySpec key) {
        this.key = key;
    }

    /** Plain SHA-256: codes can be worked out by whoever reads the tables while they live. */
    public static SecretSeal keyless() {
        return new SecretSeal(null);
    }

    /**
     * HMAC-SHA-256.
     *
     * @param key at least 32 bytes from a good source of chance; copied
     */
    public static SecretSeal keyed(byte[] key) {
        if (key.length < MIN_KEY) {
            throw new IllegalArgumentException("SecretSeal needs a key of 32 bytes or more, not " + key.length);
        }
        return new SecretSeal(new SecretKeySpec(key, HMAC));
    }

    /**
     * The hash of a secret that works for one purpose and one binding only: another purpose, user, address or epoch gives
     * another hash (I16, S6).
     */
    public SecretHash hash(String purpose, List<String> boundTo, Secret secret) {
        return new SecretHash(digest(digest -> {
            add(digest, purpose);
            boundTo.forEach(part -> add(digest, part));
            add(digest, secret.value());
        }));
    }

    /** What stands for some texts where they themselves need not be known: 64 hexadecimal digits in lower case. */
    public String pseudonym(List<String> texts) {
        return digest(digest -> texts.forEach(text -> add(digest, text)));
    }

    @Override
    public String toString() {
        return key == null ? "SecretSeal[keyless]" : "SecretSeal[***]";
    }

    private String digest(Consumer<Consumer<byte[]>> filling) {
        try {
            return HexFormat.of().formatHex(key == null ? sha256(filling) : hmac(key, filling));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] sha256(Consumer<Consumer<byte[]>> filling) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        filling.accept(digest::update);
        return digest.digest();
    }

    private static byte[] hmac(SecretKeySpec key, Consumer<Consumer<byte[]>> filling)
            throws NoSuchAlgorithmException, InvalidKeyException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(key);
        filling.accept(mac::update);
        return mac.doFinal();
    }

    /** The length goes first, so that no two lists of parts run together into the same bytes. */
    private static void add(Consumer<byte[]> digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.accept(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.accept(bytes);
    }
}
