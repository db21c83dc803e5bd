package org.openmembership.shared;

/**
 * Host port: makes the text of new ids.
 *
 * <p>The default makes time-ordered UUIDs (version 7); tests replace it to fix ids. Implementations are thread-safe, never
 * return the same text twice, and return 1 to 36 ASCII characters.
 */
@FunctionalInterface
public interface Ids {
    String next();
}
