package org.openmembership.jdbc;

import java.io.Serial;
import java.sql.SQLException;
import org.openmembership.storage.StorageException;

/** The database refused a statement; the cause says why, {@link Failure} what follows from it. */
final class StatementException extends StorageException {
    @Serial
    private static final long serialVersionUID = 1L;

    StatementException(String doing, SQLException cause) {
        super("The database failed while " + doing, cause);
    }
}
