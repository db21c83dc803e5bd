package org.openmembership.directory;

import org.openmembership.shared.Page;

/** Finds customers by what a clerk knows of them. */
public interface DirectoryStore {
    /**
     * A page of the customers that are wanted, each of them once.
     *
     * <p>By folded last name, then id; everybody in a group by id; those who are looked for by words or postcodes by what
     * was found, then id. Finding
     * takes no longer the more customers there are, unless hardly any of many that are found pass the filters.
     */
    Page<ListedCustomer> list(DirectoryQuery query, Page.Request page);
}
