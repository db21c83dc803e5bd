package org.openmembership.testkit;

import java.io.Serial;

/** A row is there, or has another version, because another unit of work came first. */
final class RaceLostException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RaceLostException(String message) {
        super(message);
    }
}
