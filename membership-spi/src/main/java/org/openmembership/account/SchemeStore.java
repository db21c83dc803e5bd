package org.openmembership.account;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.shared.Page;

/** Keeps by which routes accounts have come to their schemes, and shows their moves. */
public interface SchemeStore {
    /** The accounts that exist, by id, each with its standing as it was at the same moment. */
    List<SchemeCase> cases(SortedSet<AccountId> accounts);

    /** Adds the standing of a locked account that had none. */
    void add(SchemeStanding standing);

    /** Writes the standing of a locked account in the place of the one it had. */
    void change(SchemeStanding standing);

    /**
     * The moves that hold from {@code day} on, of accounts of a club, by account, then number; those by which accounts were opened
     * are left out.
     *
     * @param after the last of the page before, null for the first page
     */
    List<SchemeMove> movesOn(ClubId club, LocalDate day, @Nullable SchemeMove after, int limit);

    /** The moves of an account, the latest first. */
    Page<SchemeMove> moves(AccountId account, Page.Request page);
}
