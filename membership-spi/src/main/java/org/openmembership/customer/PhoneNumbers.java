package org.openmembership.customer;

/**
 * Host port: reads phone numbers as people type them.
 *
 * <p>The default knows the numbering plans of all countries; a host that already keeps E.164 can replace it.
 * Implementations are thread-safe, answer at once and never throw for what was typed.
 */
@FunctionalInterface
public interface PhoneNumbers {
    /** Reads {@code typed}, taking a number without a country code to belong to {@code region}. */
    PhoneReading read(String typed, Region region);
}
