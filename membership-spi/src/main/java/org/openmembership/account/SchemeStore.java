package org.openmembership.account;

import java.util.List;
import java.util.SortedSet;
import org.openmembership.shared.Page;

/** Keeps by which routes accounts have come to their schemes, and shows their moves. */
public interface SchemeStore {
    /** The accounts that exist, by id, each with its standing as it was at the same moment. */
    List<SchemeCase> cases(SortedSet<AccountId> accounts);

    /** Adds the standing of a locked account that had none. */
    void add(SchemeStanding standing);

    /** Writes the standing of a locked account in the place of the one it had. */
    void change(SchemeStanding standing);

    /** The moves of an account, the latest first. */
    Page<SchemeMove> moves(AccountId account, Page.Request page);
}
