package org.openmembership.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object, the same text on every machine; exact numbers become texts, so that no reader makes them inexact. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private JsonText(JsonGenerator generator) {
        this.generator = generator;
    }

    /** For people to read, a member on each line. */
    static String of(Consumer<JsonText> members) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return write(members, new DefaultPrettyPrinter().withObjectIndenter(lines));
    }

    /** On one line, for machines. */
    static String line(Consumer<JsonText> members) {
        return write(members, new MinimalPrettyPrinter());
    }

    private static String write(Consumer<JsonText> members, PrettyPrinter printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(printer);
            generator.writeStartObject();
            members.accept(new JsonText(generator));
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A member; left out if null. */
    JsonText put(String name, @Nullable Object value) {
        return value == null ? this : write(() -> generator.writeStringField(name, value.toString()));
    }

    JsonText put(String name, @Nullable BigDecimal value) {
        return put(name, value == null ? null : (Object) value.toPlainString());
    }

    JsonText put(String name, int value) {
        return write(() -> generator.writeNumberField(name, value));
    }

    JsonText put(String name, long value) {
        return write(() -> generator.writeNumberField(name, value));
    }

    JsonText put(String name, boolean value) {
        return write(() -> generator.writeBooleanField(name, value));
    }

    JsonText object(String name, Consumer<JsonText> members) {
        return write(() -> {
            generator.writeObjectFieldStart(name);
            members.accept(this);
            generator.writeEndObject();
        });
    }

    <T> JsonText objects(String name, List<T> items, Consumer<T> members) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (T item : items) {
                generator.writeStartObject();
                members.accept(item);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    /** A list of texts in alphabetical order; left out if empty. */
    JsonText texts(String name, Collection<?> values) {
        List<String> sorted = values.stream().map(Object::toString).sorted().toList();
        return sorted.isEmpty() ? this : allTexts(name, sorted);
    }

    /** A list of texts in alphabetical order, also if it is empty, where leaving it out means something else. */
    JsonText allTexts(String name, Collection<?> values) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (String value : values.stream().map(Object::toString).sorted().toList()) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        });
    }

    private interface Step {
        void run() throws IOException;
    }

    private JsonText write(Step step) {
        try {
            step.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }
}
