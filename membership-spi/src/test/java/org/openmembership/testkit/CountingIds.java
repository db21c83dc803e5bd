package org.openmembership.testkit;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.openmembership.shared.Ids;

/** Ids that a test can foresee: a prefix and a number of eight digits, so that later ones sort behind. Thread-safe. */
public final class CountingIds implements Ids {
    private final String prefix;
    private final AtomicLong last = new AtomicLong();

    public CountingIds(String prefix) {
        this.prefix = prefix;
    }

    public CountingIds() {
        this("id-");
    }

    @Override
    public String next() {
        return String.format(Locale.ROOT, "%s%08d", prefix, last.incrementAndGet());
    }
}
