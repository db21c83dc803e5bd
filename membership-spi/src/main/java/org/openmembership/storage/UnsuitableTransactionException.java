package org.openmembership.storage;

import java.io.Serial;

/** The host's connection or database has a setting under which the library would be wrong; the message names it. Nothing was written. */
public final class UnsuitableTransactionException extends StorageException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnsuitableTransactionException(String message) {
        super(message);
    }

    public UnsuitableTransactionException(String message, Throwable cause) {
        super(message, cause);
    }
}
