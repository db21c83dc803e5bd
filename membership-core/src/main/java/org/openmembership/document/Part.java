package org.openmembership.document;

import org.jspecify.annotations.Nullable;

/**
 * A part of a document as far as it could be read; what is wrong with a faulty one has been reported already.
 *
 * @param value null where the part is absent or faulty
 * @param isWhole whether it was read without a fault
 */
record Part<T>(@Nullable T value, boolean isWhole) {
    static <T> Part<T> of(T value) {
        return new Part<>(value, true);
    }

    static <T> Part<T> absent() {
        return new Part<>(null, true);
    }

    static <T> Part<T> faulty() {
        return new Part<>(null, false);
    }

    T get() {
        if (value == null) {
            throw new IllegalStateException("the part is absent or faulty");
        }
        return value;
    }
}
