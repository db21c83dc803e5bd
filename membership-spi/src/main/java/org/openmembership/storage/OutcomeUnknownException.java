package org.openmembership.storage;

import java.io.Serial;

/** The connection was lost while a unit of work was being kept, and until the deadline nobody could tell whether it was. */
public final class OutcomeUnknownException extends StorageException {
    @Serial
    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message) {
        super(message);
    }

    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
