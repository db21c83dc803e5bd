package org.openmembership.examples.backoffice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites out. A form must send a token along that only pages of this server hold, so no cookie is needed; and a
 * request must name this server, so that no other name can be made to lead here.
 *
 * @param token of this run of the server
 * @param hosts what this server is called
 */
record Guard(String token, Set<String> hosts) {
    static final String TOKEN = "token";

    /** What every answer says to the browser: no scripts, no frames, nothing from elsewhere, keep nothing. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private static final int TOKEN_BYTES = 32;

    /** @param address what the server is bound to */
    static Guard of(String address) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new Guard(token, names(address));
    }

    private static Set<String> names(String address) {
        Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        names.add(address.toLowerCase(Locale.ROOT));
        return Set.copyOf(names);
    }

    boolean knows(@Nullable String host) {
        return host != null && hosts.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", ""));
    }

    boolean isOurs(Answers form) {
        return MessageDigest.isEqual(bytes(token), bytes(form.value(TOKEN)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Guard[***]";
    }
}
