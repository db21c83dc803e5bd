package org.openmembership.importing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the rows of a file are, and which columns they have; a column that is not there is empty in every row. */
public enum ImportKind {
    /** Customers, keyed by source and reference (A6). */
    CUSTOMERS(person("createdAt", "emailSetByStaffAt")),
    /** Members, keyed by source and reference; with a club, each new one gets an account there (A5, R10, A39). */
    MEMBERS(person("birthdate", "registeredAt")),
    /**
     * Cards of a club, keyed by their number; of a member, by source and reference, or of an account, or nobody's (B18, B33).
     */
    CARDS(List.of("source", "number", "series", "status", "store", "member", "account", "lastValidOn", "blockReason")),
    /**
     * What accounts of a club had in another system, keyed by source and reference; of a member, an account or a card. A
     * balance whose parts end on different days is several rows.
     */
    OPENINGS(List.of(
            "source", "reference", "member", "account", "card", "points", "pointKind", "earnedOn", "expiresOn"));

    private final Set<String> columns;

    ImportKind(List<String> columns) {
        this.columns = new LinkedHashSet<>(columns);
    }

    /** Their names, in the order in which they are documented. */
    public Set<String> columns() {
        return Set.copyOf(columns);
    }

    private static List<String> person(String... own) {
        Set<String> columns = new LinkedHashSet<>(List.of(
                "source",
                "reference",
                "firstName",
                "lastName",
                "email",
                "phone",
                "phoneType",
                "phone2",
                "phone2Type",
                "line1",
                "line2",
                "town",
                "county",
                "postcode",
                "country",
                "gender",
                "maritalStatus",
                "receiptByEmail"));
        columns.addAll(List.of(own));
        return List.copyOf(columns);
    }
}
