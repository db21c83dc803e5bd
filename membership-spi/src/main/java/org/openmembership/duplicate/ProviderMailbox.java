package org.openmembership.duplicate;

import java.util.Map;
import java.util.Set;
import org.openmembership.customer.EmailKey;

/**
 * A mailbox as its provider delivers to it, which makes several addresses one. A hint for people, never an identity: what a
 * provider does may change, and the same address elsewhere is somebody else's (R1).
 */
final class ProviderMailbox {
    private static final Map<String, String> OTHER_NAMES = Map.of("googlemail.com", "gmail.com");
    private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com");
    private static final Set<String> WITHOUT_TAGS = Set.of(
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "icloud.com",
            "me.com",
            "fastmail.com",
            "proton.me",
            "protonmail.com");

    private ProviderMailbox() {}

    static String of(EmailKey key) {
        int at = key.value().lastIndexOf('@');
        String typed = key.value().substring(at + 1);
        String domain = OTHER_NAMES.getOrDefault(typed, typed);
        String local = key.value().substring(0, at);
        int plus = local.indexOf('+');
        if (plus > 0 && WITHOUT_TAGS.contains(domain)) {
            local = local.substring(0, plus);
        }
        return (WITHOUT_DOTS.contains(domain) ? local.replace(".", "") : local) + "@" + domain;
    }
}
