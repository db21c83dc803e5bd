package org.openmembership.purchase;

import org.openmembership.shared.Texts;

/**
 * The id of a purchase we keep.
 *
 * @param value 1 to 36 characters
 */
public record PurchaseId(String value) implements Comparable<PurchaseId> {
    public static final int MAX_LENGTH = 36;

    public PurchaseId {
        Texts.requireCode("PurchaseId", value, MAX_LENGTH);
    }

    public static PurchaseId of(String value) {
        return new PurchaseId(value);
    }

    @Override
    public int compareTo(PurchaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
