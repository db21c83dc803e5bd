package org.openmembership.security;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmembership.request.InvalidRequestException;

/** What a call came to, down to the last field, with every name of these twins made the same. */
record Outcome(String text, boolean invalid) {
    static Outcome of(Callable<?> call, String twin) throws Exception {
        try {
            return new Outcome(plain(described(call.call()), twin), false);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            String text = cause.getClass().getName() + ": " + cause.getMessage();
            return new Outcome(plain(text, twin), cause instanceof InvalidRequestException);
        } catch (IllegalStateException notCalled) {
            return new Outcome(notCalled.getMessage(), false);
        }
    }

    /** Without the names, without hashes of them, without codes made by chance, and without where an object is. */
    private static String plain(String text, String twin) {
        return text.replaceAll(twin + "[-@.\\w]*", "*")
                .replaceAll("\\b[0-9a-f]{64}\\b", "#")
                .replaceAll("\\(value=[0-9a-hjkmnp-tv-z]{26} \\)", "(value=# )")
                .replaceAll("@[0-9a-f]+\\b", "@");
    }

    private static String described(@Nullable Object value) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional) {
            return described(optional.orElse(null));
        }
        if (value instanceof Collection<?> several) {
            List<String> parts = new ArrayList<>();
            for (Object one : several) {
                parts.add(described(one));
            }
            return parts.toString();
        }
        if (value instanceof Map<?, ?> map) {
            return described(map.keySet()) + "=" + described(map.values());
        }
        return value instanceof Record found ? described(found) : String.valueOf(value);
    }

    private static String described(Record found) throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder(found.getClass().getSimpleName()).append('(');
        for (RecordComponent component : found.getClass().getRecordComponents()) {
            if (!component.getAccessor().canAccess(found)) {
                return found.toString();
            }
            text.append(component.getName())
                    .append('=')
                    .append(described(component.getAccessor().invoke(found)))
                    .append(' ');
        }
        return text.append(')').toString();
    }
}
