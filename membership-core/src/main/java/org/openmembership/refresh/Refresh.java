package org.openmembership.refresh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.periodic.Progress;
import org.openmembership.step.Workbooks;
import org.openmembership.storage.Stores;

/**
 * The door to looking at accounts anew whose points have changed by themselves: because some lapsed, became available, or were
 * set free when the time of a hold was over (R23, R29). Thread-safe.
 *
 * <p>Every answer is right without it; it only makes the next one cheap again, as any posting to the account would.
 */
public final class Refresh {
    private static final int PAGE = 200;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Refresh(Caller caller) {
        this.caller = caller;
    }

    /**
     * Brings the rows of a club's accounts up to date that do not answer by themselves any more.
     *
     * <p>Goes page by page, one unit of work each: it can be cut off anywhere and run again, and several nodes may run it at
     * once. A second run at the same time finds nothing. It moves no points, and tells nothing.
     */
    public RefreshResult run(ClubId club, Progress progress) {
        Instant now = caller.now();
        long accounts = 0;
        @Nullable AccountId after = null;
        List<AccountId> page;
        do {
            page = stale(club, now, after);
            List<AccountId> ids = page;
            accounts += ids.isEmpty()
                    ? 0L
                    : caller.change(Permission.EXPIRE, Subject.NOBODY, stores -> refresh(ids, now, stores));
            progress.accountsDone(accounts);
            after = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (after != null);
        return new RefreshResult(accounts);
    }

    private List<AccountId> stale(ClubId club, Instant now, @Nullable AccountId after) {
        return caller.read(
                Permission.EXPIRE, Subject.NOBODY, stores -> stores.ledger().stale(club, now, after, PAGE));
    }

    /** Those that are still stale once they are locked: another node may have been there. */
    private static long refresh(List<AccountId> ids, Instant now, Stores stores) {
        List<MemberAccount> locked = stores.accounts().lock(new TreeSet<>(ids)).stream()
                .filter(account -> !account.head().answersAt(account.head().recordedAt(now)))
                .toList();
        List<MemberAccount> looked = new ArrayList<>();
        for (AccountLedger ledger : Workbooks.open(locked, now, stores).values()) {
            MemberAccount account = ledger.posting().account();
            looked.add(account.with(account.head().lookedAt(ledger.at())));
        }
        stores.ledger().refresh(looked);
        return looked.size();
    }
}
