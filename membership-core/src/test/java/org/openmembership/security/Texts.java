package org.openmembership.security;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All texts that an answer holds, however deep in records and lists, and although it does not show them when it is printed. */
final class Texts {
    private final Set<String> found = new HashSet<>();

    private Texts() {}

    static Set<String> in(@Nullable Object answer) {
        Texts texts = new Texts();
        texts.look(answer);
        return texts.found;
    }

    private void look(@Nullable Object value) {
        if (value instanceof String text) {
            found.add(text);
        } else if (value instanceof Collection<?> several) {
            several.forEach(this::look);
        } else if (value instanceof Optional<?> perhaps) {
            perhaps.ifPresent(this::look);
        } else if (value instanceof Record noun && noun.getClass().getName().startsWith("org.openmembership.")) {
            for (RecordComponent component : noun.getClass().getRecordComponents()) {
                look(read(component, noun));
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException hidden) {
            throw new LinkageError(value.getClass() + " " + component, hidden);
        }
    }
}
