package org.openmembership.jdbc;

import java.util.List;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.DirectoryStore;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.shared.Page;

/** The directory, found in {@code om_customer} and {@code om_customer_key}. */
final class JdbcDirectoryStore implements DirectoryStore {
    private final JdbcUnit unit;

    JdbcDirectoryStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public Page<ListedCustomer> list(DirectoryQuery query, Page.Request page) {
        DirectorySearch search = DirectorySearch.of(unit, query, page);
        List<ListedRow> found = search.all(unit);
        Page<ListedRow> rows =
                Pages.of(found, page, ListPlace.LIST, row -> row.place().text());
        ListPlace end = search.end();
        if (rows.next() == null && end != null) {
            rows = new Page<>(found, Page.Cursor.of(ListPlace.LIST, end.text()));
        }
        return new Page<>(rows.items().stream().map(ListedRow::customer).toList(), rows.next());
    }
}
