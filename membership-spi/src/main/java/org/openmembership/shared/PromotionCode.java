package org.openmembership.shared;

/**
 * The host's code of a promotion under which a line was sold; point offers can require it.
 *
 * @param value 1 to 60 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record PromotionCode(String value) implements Comparable<PromotionCode> {
    public static final int MAX_LENGTH = 60;

    public PromotionCode {
        Texts.requireCode("PromotionCode", value, MAX_LENGTH);
    }

    public static PromotionCode of(String value) {
        return new PromotionCode(value);
    }

    @Override
    public int compareTo(PromotionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
