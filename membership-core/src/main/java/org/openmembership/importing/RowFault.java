package org.openmembership.importing;

import java.util.List;
import java.util.stream.Collectors;
import org.openmembership.request.Violation;

/**
 * Why a row is refused.
 *
 * @param column one of ours, or several; empty where it is the row as a whole
 */
record RowFault(String column, String reason) {
    private static final String PARTICULARS = "particulars.";

    static RowFault of(List<Violation> violations) {
        return new RowFault(
                violations.stream()
                        .map(violation -> column(violation.path()))
                        .distinct()
                        .collect(Collectors.joining(" ")),
                violations.stream()
                        .map(violation -> column(violation.path()) + " " + violation.message())
                        .collect(Collectors.joining("; ")));
    }

    /** The column that a path of a request was filled in from. */
    static String column(String path) {
        if (path.startsWith("phones[")) {
            String number = path.startsWith("phones[0]") ? "phone" : "phone2";
            return path.endsWith(".type") ? number + "Type" : number;
        }
        if (path.startsWith("addresses[")) {
            return path.substring(path.indexOf(']') + 1).replaceFirst("^\\.", "");
        }
        return path.startsWith(PARTICULARS) ? path.substring(PARTICULARS.length()) : path;
    }
}
