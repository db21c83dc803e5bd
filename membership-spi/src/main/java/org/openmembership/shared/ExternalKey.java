package org.openmembership.shared;

/**
 * The caller's name for one attempt or one of its records, which makes every command safe to repeat (R27).
 *
 * <p>{@code ExternalKey.of("till-7", "receipt-4412")}: the same key under the same operation always has one effect.
 *
 * @param source who made the value up: a till, a web shop, a partner; 1 to 40 characters
 * @param value unique within the source for ever; 1 to 100 characters
 */
public record ExternalKey(String source, String value) implements Comparable<ExternalKey> {
    public static final int MAX_SOURCE = 40;
    public static final int MAX_VALUE = 100;

    public ExternalKey {
        Texts.requireCode("ExternalKey.source", source, MAX_SOURCE);
        Texts.requireCode("ExternalKey.value", value, MAX_VALUE);
    }

    public static ExternalKey of(String source, String value) {
        return new ExternalKey(source, value);
    }

    @Override
    public int compareTo(ExternalKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return source + "/" + value;
    }
}
