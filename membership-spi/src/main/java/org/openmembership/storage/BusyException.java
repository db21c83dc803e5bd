package org.openmembership.storage;

import java.io.Serial;

/** Other work was in the way until the deadline; surely nothing was written, try again later. */
public final class BusyException extends StorageException {
    @Serial
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }

    public BusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
