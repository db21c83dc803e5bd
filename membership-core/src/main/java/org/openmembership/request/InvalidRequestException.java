package org.openmembership.request;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A request holds what no noun can be made of; nothing was read or written. All that is wrong is reported, by path. */
public final class InvalidRequestException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidRequestException(List<Violation> violations) {
        super(violations.stream()
                .sorted()
                .map(violation -> violation.path() + " " + violation.message())
                .collect(Collectors.joining("; ")));
        this.violations = violations.stream().sorted().toList();
    }

    /** What is wrong, by path. */
    public List<Violation> violations() {
        return violations;
    }
}
