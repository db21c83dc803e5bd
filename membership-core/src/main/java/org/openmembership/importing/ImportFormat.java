package org.openmembership.importing;

/** How a file is written; always in UTF-8, with or without a byte order mark. */
public enum ImportFormat {
    /** Columns with a header, as RFC 4180 has it. */
    CSV,
    /** One JSON object on each line, its members the columns. */
    JSON_LINES
}
