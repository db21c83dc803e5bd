package org.openmembership.document;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Points;

/**
 * How a record becomes the members of a JSON object: each component one member under its own name, left out where it is
 * null. Records of a single text become texts, other records objects.
 */
final class RecordShape {
    private final Constructor<? extends Record> constructor;
    private final List<RecordComponent> components;
    private final Map<String, RecordShape> inner = new HashMap<>();

    private RecordShape(Constructor<? extends Record> constructor, List<RecordComponent> components) {
        this.constructor = constructor;
        this.components = components;
        for (RecordComponent component : components) {
            if (component.getType().isRecord() && component.getType() != Points.class) {
                inner.put(component.getName(), of(component.getType().asSubclass(Record.class)));
            }
        }
    }

    static RecordShape of(Class<? extends Record> type) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new RecordShape(type.getConstructor(types), components);
        } catch (NoSuchMethodException hidden) {
            throw new IllegalStateException(type + " is not public", hidden);
        }
    }

    void write(JsonText json, Object value) {
        for (RecordComponent component : components) {
            Object part = part(component, value);
            if (part != null) {
                write(json, component, part);
            }
        }
    }

    private void write(JsonText json, RecordComponent component, Object part) {
        String name = component.getName();
        RecordShape shape = inner.get(name);
        if (shape == null) {
            writeLeaf(json, name, part);
        } else if (shape.isText()) {
            json.put(name, part(shape.components.get(0), part));
        } else {
            json.object(name, members -> shape.write(members, part));
        }
    }

    private static void writeLeaf(JsonText json, String name, Object leaf) {
        if (leaf instanceof Number number) {
            json.put(name, number.longValue());
        } else if (leaf instanceof Boolean flag) {
            json.put(name, flag.booleanValue());
        } else if (leaf instanceof Enum<?> named) {
            json.put(name, named.name());
        } else {
            json.put(name, leaf);
        }
    }

    /** @throws IllegalStateException if the value is no object of this shape */
    Record read(JsonValue value) {
        if (isText() && value instanceof JsonValue.Text text) {
            return make(text.text());
        }
        if (!(value instanceof JsonValue.Members members)) {
            throw new IllegalStateException(value.sort() + " is no " + constructor.getName());
        }
        return make(components.stream()
                .map(component -> read(component, members.members().get(component.getName())))
                .toArray());
    }

    private @Nullable Object read(RecordComponent component, @Nullable JsonValue value) {
        RecordShape shape = inner.get(component.getName());
        if (value == null) {
            return null;
        }
        if (shape != null) {
            return shape.read(value);
        }
        return leaf(component.getType(), textOf(value));
    }

    private static String textOf(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return text.text();
        }
        if (value instanceof JsonValue.Numeral numeral) {
            return numeral.digits();
        }
        if (value instanceof JsonValue.Truth truth) {
            return Boolean.toString(truth.value());
        }
        throw new IllegalStateException(value.sort() + " stands for nothing that events hold");
    }

    private static Object leaf(Class<?> type, String text) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(type + " has no " + text));
        }
        if (type == Points.class) {
            return Points.of(new BigDecimal(text));
        }
        if (type == Money.class) {
            return Money.parse(text);
        }
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class) {
            return Long.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == String.class) {
            return text;
        }
        throw new IllegalStateException("events hold no " + type);
    }

    private boolean isText() {
        return components.size() == 1 && components.get(0).getType() == String.class;
    }

    private static @Nullable Object part(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(component + " cannot be read", hidden);
        }
    }

    private Record make(@Nullable Object... parts) {
        try {
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("no " + constructor.getName() + " can be made of a document", refused);
        }
    }
}
