package org.openmembership.security;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openmembership.ledger.SpendingRefusal;

/** Tries every operation in every state. */
final class States {
    private States() {}

    /** A line for each operation: what it comes to, and in which states. */
    static <T> String table(Map<String, Supplier<T>> states, Map<String, Function<T, Object>> operations) {
        StringBuilder lines = new StringBuilder();
        operations.forEach((name, operation) -> {
            Map<String, List<String>> byAnswer = new LinkedHashMap<>();
            states.forEach((state, made) -> byAnswer.computeIfAbsent(
                            said(operation.apply(made.get())), any -> new ArrayList<>())
                    .add(state));
            lines.append(name).append(':');
            byAnswer.forEach((answer, found) ->
                    lines.append("\n  ").append(answer).append(": ").append(String.join(", ", found)));
            lines.append('\n');
        });
        return lines.toString();
    }

    /** The name of an answer, and its reason. */
    private static String said(Object answer) {
        if (answer instanceof Optional<?> found) {
            return found.isPresent() ? "there" : "not there";
        }
        if (answer instanceof Enum<?> || answer instanceof Boolean) {
            return answer.toString();
        }
        String name = answer.getClass().getSimpleName();
        for (Method method : answer.getClass().getMethods()) {
            if (method.getParameterCount() == 0
                    && Set.of("reason", "refusal", "why").contains(method.getName())) {
                try {
                    Object why = method.invoke(answer);
                    return name + " " + (why instanceof SpendingRefusal spending ? spending.reason() : why);
                } catch (ReflectiveOperationException hidden) {
                    throw new LinkageError(hidden.getMessage(), hidden);
                }
            }
        }
        return name;
    }
}
