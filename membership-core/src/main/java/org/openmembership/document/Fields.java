package org.openmembership.document;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object while they are read; remembers which were asked for. */
final class Fields {
    private final String path;
    private final Map<String, JsonValue> members;
    private final Faults faults;
    private final Set<String> known = new HashSet<>();

    Fields(String path, Map<String, JsonValue> members, Faults faults) {
        this.path = path;
        this.members = members;
        this.faults = faults;
    }

    <T> Part<T> required(String name, Format<T> format) {
        JsonValue value = member(name);
        return value == null ? faults.add(Paths.member(path, name), "is missing") : read(name, value, format);
    }

    <T> Part<T> optional(String name, Format<T> format, T otherwise) {
        JsonValue value = member(name);
        return value == null ? Part.of(otherwise) : read(name, value, format);
    }

    /** A member that may be left out without having a default. */
    <T> Part<T> nullable(String name, Format<T> format) {
        JsonValue value = member(name);
        return value == null ? Part.absent() : read(name, value, format);
    }

    /** What is made of parts if all of them are whole; what its constructor refuses is reported as a fault of this object. */
    <T> Part<T> made(Supplier<T> noun, Part<?>... parts) {
        for (Part<?> part : parts) {
            if (!part.isWhole()) {
                return Part.faulty();
            }
        }
        try {
            return Part.of(noun.get());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException contradiction) {
            return faults.add(path, String.valueOf(contradiction.getMessage()));
        }
    }

    /** Says nothing about further members, because it is not known which belong here. */
    void acceptRest() {
        known.addAll(members.keySet());
    }

    boolean reportUnknown() {
        boolean found = false;
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                faults.add(Paths.member(path, name), "is not known here");
                found = true;
            }
        }
        return found;
    }

    private <T> Part<T> read(String name, JsonValue value, Format<T> format) {
        return format.read(value, Paths.member(path, name), faults);
    }

    private @Nullable JsonValue member(String name) {
        known.add(name);
        JsonValue value = members.get(name);
        return value instanceof JsonValue.Nothing ? null : value;
    }
}
