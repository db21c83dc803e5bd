package org.openmembership.jdbc;

import java.io.Serial;
import org.openmembership.storage.StorageException;

/** Another unit of work was there first; this one is rolled back and run again. */
final class LostRaceException extends StorageException {
    @Serial
    private static final long serialVersionUID = 1L;

    LostRaceException(String message) {
        super(message);
    }
}
