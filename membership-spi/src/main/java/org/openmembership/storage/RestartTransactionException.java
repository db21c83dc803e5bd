package org.openmembership.storage;

import java.io.Serial;

/** A race was lost inside the host's transaction: roll it back and run it again from its start. */
public final class RestartTransactionException extends StorageException {
    @Serial
    private static final long serialVersionUID = 1L;

    public RestartTransactionException(String message) {
        super(message);
    }

    public RestartTransactionException(String message, Throwable cause) {
        super(message, cause);
    }
}
