package org.openmembership.storage;

import java.io.Serial;

/** The storage could not do what it was asked; the subclass says what is certain and what to do. */
public class StorageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
