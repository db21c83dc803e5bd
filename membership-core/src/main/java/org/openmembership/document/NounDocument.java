package org.openmembership.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Points;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.SecretHash;

/**
 * One JSON object that is written as it grows, of nouns with everything in them but hashes of secrets; exact numbers become
 * texts. Not thread-safe.
 */
public final class NounDocument implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final JsonGenerator generator;

    /** @param out stays open */
    public NounDocument(Writer out) {
        try {
            generator = FACTORY.createGenerator(out);
            generator.writeStartObject();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Begins a list of nouns under a name. */
    public void beginList(String name) {
        write(() -> generator.writeArrayFieldStart(name));
    }

    public void add(Object noun) {
        write(() -> value(noun));
    }

    public void endList() {
        write(generator::writeEndArray);
    }

    /** A whole list at once. */
    public void list(String name, Collection<?> nouns) {
        beginList(name);
        nouns.forEach(this::add);
        endList();
    }

    /** A single noun under a name. */
    public void put(String name, Object noun) {
        write(() -> {
            generator.writeFieldName(name);
            value(noun);
        });
    }

    @Override
    public void close() {
        write(() -> {
            generator.writeEndObject();
            generator.close();
        });
    }

    private void value(Object value) throws IOException {
        if (value instanceof Record noun && !(value instanceof Points)) {
            noun(noun);
        } else {
            plain(value);
        }
    }

    private void noun(Record noun) throws IOException {
        RecordComponent[] parts = noun.getClass().getRecordComponents();
        if (parts.length == 1) {
            value(requirePart(parts[0], noun));
        } else {
            members(noun);
        }
    }

    private void plain(Object value) throws IOException {
        if (value instanceof Collection<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                value(item);
            }
            generator.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                value(entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else {
            generator.writeString(value.toString());
        }
    }

    private void members(Record noun) throws IOException {
        generator.writeStartObject();
        for (RecordComponent component : noun.getClass().getRecordComponents()) {
            Object part = part(component, noun);
            if (part != null && !isSecret(part)) {
                generator.writeFieldName(component.getName());
                value(part);
            }
        }
        generator.writeEndObject();
    }

    private static boolean isSecret(Object part) {
        return part instanceof KeptSecrets || part instanceof SecretHash || part instanceof PasswordHash;
    }

    private static Object requirePart(RecordComponent component, Object noun) {
        return Optional.ofNullable(part(component, noun)).orElse("");
    }

    private static @Nullable Object part(RecordComponent component, Object noun) {
        try {
            return component.getAccessor().invoke(noun);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(component + " cannot be read", hidden);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
