package org.openmembership.jdbc;

import java.util.Collection;
import java.util.List;
import org.openmembership.shared.ExternalKey;

/** External keys as rows sent along with a question. */
final class Keys {
    static final String COLUMNS = "source, value";

    private Keys() {}

    static List<Object[]> rows(Collection<ExternalKey> keys) {
        return keys.stream()
                .distinct()
                .map(key -> new Object[] {key.source(), key.value()})
                .toList();
    }
}
