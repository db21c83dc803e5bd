package org.openmembership.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.Texts;

/**
 * One request on its way to being nouns: starts with the constraints it breaks, and adds what its nouns refuse.
 *
 * <p>A part whose path is wrong already is not tried, so that each mistake is reported once. Not thread-safe.
 */
public final class Intake {
    private final List<Violation> violations = new ArrayList<>();
    private final String prefix;

    private Intake(String prefix) {
        this.prefix = prefix;
    }

    /** @param broken the constraints that the request breaks */
    public static Intake of(List<Violation> broken) {
        return of("", broken);
    }

    /**
     * The intake of one request of several.
     *
     * @param prefix goes before each path, such as {@code [3].}
     */
    public static Intake of(String prefix, List<Violation> broken) {
        Intake intake = new Intake(prefix);
        broken.forEach(violation -> intake.refuse(violation.path(), violation.message()));
        return intake;
    }

    /** Makes a noun, or null if it is refused or its path is wrong already. */
    public <T> @Nullable T take(String path, Supplier<T> noun) {
        if (isWrong(path)) {
            return null;
        }
        try {
            return noun.get();
        } catch (IllegalArgumentException refused) {
            refuse(path, withoutSubject(String.valueOf(refused.getMessage())));
            return null;
        }
    }

    /** Checks a text that may be absent as its noun will. */
    public void text(String path, @Nullable String value, int maxLength) {
        check(path, value == null ? null : Texts.problemOfCode(value, maxLength));
    }

    /** Reports {@code problem} at {@code path}, unless it is null or the path is wrong already. */
    public void check(String path, @Nullable String problem) {
        if (problem != null && !isWrong(path)) {
            refuse(path, problem);
        }
    }

    public void refuse(String path, String message) {
        violations.add(new Violation(prefix + path, message));
    }

    /** Whether anything is wrong at a path or below it. */
    public boolean isWrong(String path) {
        String place = prefix + path;
        return violations.stream()
                .map(Violation::path)
                .anyMatch(
                        wrong -> wrong.equals(place) || wrong.startsWith(place + ".") || wrong.startsWith(place + "["));
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** @throws InvalidRequestException if anything is wrong; until then no noun may be made of the rest */
    public void finish() {
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }

    /** A noun's message starts with its name, which says nothing to whoever filled in a form. */
    private static String withoutSubject(String message) {
        int space = message.indexOf(' ');
        boolean named = space > 0 && Character.isUpperCase(message.charAt(0));
        return named ? message.substring(space + 1) : message;
    }
}
