package org.openmembership.directory;

import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.group.CustomerGroupCode;

/**
 * Which customers are wanted: what they are looked for by, and what must be true of all of them.
 *
 * @param standing what must be true of where they stand
 * @param withBalance whether only those are wanted who owe something or have credit (C4)
 * @param club a club that a member of theirs has an account in, null for any or none
 * @param scheme a scheme that such an account holds, null for any
 * @param group a customer group that they are in, null for any or none
 */
public record DirectoryQuery(
        SearchTerm term,
        Standing standing,
        boolean withBalance,
        @Nullable ClubId club,
        @Nullable SchemeId scheme,
        @Nullable CustomerGroupCode group) {
    public DirectoryQuery {
        if (scheme != null && club == null) {
            throw new IllegalArgumentException("DirectoryQuery.scheme needs a club");
        }
    }

    public static DirectoryQuery of(SearchTerm term) {
        return new DirectoryQuery(term, Standing.ANY, false, null, null, null);
    }

    /** What must be true of type, status and active flag (C4, R12); null is anything. */
    public record Standing(
            @Nullable CustomerType type,
            @Nullable CustomerStatus status,
            @Nullable Boolean active) {
        public static final Standing ANY = new Standing(null, null, null);
    }
}
