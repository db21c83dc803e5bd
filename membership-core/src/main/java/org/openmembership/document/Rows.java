package org.openmembership.document;

import java.io.IOException;
import java.util.Optional;

/** The rows of a file, one after the other; none is kept, so a file may be of any length. Not thread-safe. */
public interface Rows {
    /**
     * The next row; empty at the end of the file.
     *
     * @throws IOException if the file cannot be read any further
     */
    Optional<FileRow> next() throws IOException;
}
