package org.openmembership.expiry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.periodic.Progress;

/**
 * The door to writing off what has lapsed (B54, R25). Thread-safe.
 *
 * <p>Lapsed points stop counting at their moment, whether this runs or not; it only writes the entries that say so.
 */
public final class Expiry {
    private static final int PAGE = 200;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Expiry(Caller caller) {
        this.caller = caller;
    }

    /**
     * Writes one entry for each lot of a club that has lapsed by now and still holds points.
     *
     * <p>Goes page by page, one unit of work each: it can be cut off anywhere and run again, and several nodes may run it at
     * once; each lot is written off once. With nothing due it writes nothing.
     */
    public ExpiryResult run(ClubId club, Progress progress) {
        Instant now = caller.now();
        ExpiryResult total = ExpiryResult.NOTHING;
        List<AccountId> page = due(club, now, null);
        while (!page.isEmpty()) {
            List<AccountId> accounts = page;
            total = total.plus(caller.change(
                    Permission.EXPIRE,
                    Subject.NOBODY,
                    (stores, facts) -> new ExpiryPage(caller, club, accounts, now).write(stores, facts)));
            progress.accountsDone(total.accounts());
            page = due(club, now, accounts.get(accounts.size() - 1));
        }
        return total;
    }

    private List<AccountId> due(ClubId club, Instant now, @Nullable AccountId after) {
        return caller.read(
                Permission.EXPIRE, Subject.NOBODY, stores -> stores.ledger().due(club, now, after, PAGE));
    }
}
