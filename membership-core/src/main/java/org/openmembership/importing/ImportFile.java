package org.openmembership.importing;

import java.io.IOException;
import java.io.InputStream;
import org.openmembership.document.CsvRows;
import org.openmembership.document.FileFaults;
import org.openmembership.document.JsonLines;
import org.openmembership.document.Rows;

/** A file that has been opened: its rows, and where those that are refused go. */
record ImportFile(Rows rows, FileFaults faults) {
    static ImportFile open(InputStream in, ImportOptions options, FileColumns columns) throws IOException {
        ImportPosition from = options.from;
        if (options.format == ImportFormat.JSON_LINES) {
            JsonLines lines = JsonLines.of(in, options.maxRow).skipTo(from.row(), from.bytes());
            return new ImportFile(lines, FileFaults.jsonLines(options.faults));
        }
        CsvRows rows = CsvRows.of(in, options.delimiter, options.maxRow);
        columns.check(rows.header());
        return new ImportFile(
                rows.skipTo(from.row(), from.bytes()),
                FileFaults.csv(options.faults, options.delimiter, rows.rawHeader()));
    }
}
