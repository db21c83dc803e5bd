package org.openmembership.password;

import java.util.concurrent.atomic.AtomicInteger;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.user.Password;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.PasswordHasher;

/** A hasher that costs nothing and counts how often it is asked; never for real. */
public final class QuickHasher implements PasswordHasher {
    private final AtomicInteger work = new AtomicInteger();
    private volatile String version = "v1";

    @Override
    public PasswordHash hash(Password password) {
        work.incrementAndGet();
        return hash(password, version);
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        work.incrementAndGet();
        return hash(password, hash.value().split("[$]", -1)[2]).equals(hash);
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return !hash.value().startsWith("$quick$" + version);
    }

    /** From now on hashes are made another way. */
    public void upgrade() {
        version = "v2";
    }

    /** How many hashes have been made or compared. */
    public int work() {
        return work.get();
    }

    private static PasswordHash hash(Password password, String version) {
        return new PasswordHash("$quick$" + version + "$"
                + Fingerprint.of(version + password.value()).sha256());
    }
}
