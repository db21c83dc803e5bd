package org.openmembership.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.document.FileFaults;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;

/**
 * Which of our columns a column of a file is.
 *
 * @param ours by theirs
 */
record FileColumns(Map<String, String> ours) {
    static FileColumns of(ImportOptions options) {
        Map<String, String> ours = new LinkedHashMap<>();
        for (String column : options.kind.columns()) {
            ours.put(options.mapping.getOrDefault(column, column), column);
        }
        return new FileColumns(Map.copyOf(ours));
    }

    /** @throws InvalidRequestException with every column of a header that is there twice, or is none of ours */
    void check(List<String> header) {
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                violations.add(new Violation(column, "is there twice"));
            } else if (!isKnown(column)) {
                violations.add(new Violation(column, "is no column of ours; ours are " + ours.keySet()));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }

    /** The cells of a row by our columns; a column that is none of ours is a mistake, for it would be lost. */
    Cells cells(Map<String, String> theirs) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        List<Violation> unknown = new ArrayList<>();
        theirs.forEach((column, text) -> {
            String known = ours.get(column);
            if (known != null) {
                byColumn.put(known, text);
            } else if (!isKnown(column)) {
                unknown.add(new Violation(column, "is no column of ours"));
            }
        });
        Cells cells = new Cells(byColumn);
        cells.broken().addAll(unknown);
        return cells;
    }

    private boolean isKnown(String column) {
        return ours.containsKey(column) || FileFaults.isOurs(column);
    }
}
