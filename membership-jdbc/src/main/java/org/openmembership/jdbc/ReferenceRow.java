package org.openmembership.jdbc;

import java.util.Collection;
import java.util.List;
import org.openmembership.shared.ExternalKey;

/** References of the host's as rows sent along with a question. */
final class ReferenceRow {
    private ReferenceRow() {}

    /** In order, so that equal sets make equal questions. */
    static List<Object[]> of(Collection<ExternalKey> references) {
        return references.stream()
                .sorted()
                .map(key -> new Object[] {key.source(), key.value()})
                .toList();
    }
}
