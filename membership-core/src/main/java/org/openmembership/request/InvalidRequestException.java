package org.openmembership.request;

import java.io.Serial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A request cannot be understood; every violation is named, nothing was written, and the caller's key stays free. */
public final class InvalidRequestException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** @param violations at least one */
    public InvalidRequestException(List<Violation> violations) {
        super(violations.stream()
                .map(violation -> violation.path() + ": " + violation.message())
                .sorted()
                .collect(Collectors.joining("; ")));
        this.violations = violations.stream()
                .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                .toList();
    }

    /** All of them, by path. */
    public List<Violation> violations() {
        return violations;
    }
}
