package org.openmembership.directory;

import org.openmembership.shared.Page;

/** Finds customers by what a clerk knows of them. */
public interface DirectoryStore {
    /**
     * A page of the customers that are wanted, each of them once.
     *
     * <p>By folded last name, then id; everybody in a group by id; those who are looked for by words or postcodes by what
     * was found, then id. Finding takes no longer the more customers there are: where people are looked for by words or a
     * postcode and hardly any of many fit, a page may end early, even with nobody on it, and name the place to go on from. All
     * pages together hold everybody who is wanted. Without words, filters that hardly anybody passes take longer the more
     * customers there are.
     */
    Page<ListedCustomer> list(DirectoryQuery query, Page.Request page);
}
