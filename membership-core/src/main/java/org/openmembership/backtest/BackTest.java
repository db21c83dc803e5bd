package org.openmembership.backtest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.command.Caller;
import org.openmembership.periodic.Progress;
import org.openmembership.rules.ClubRules;
import org.openmembership.step.PublishedClub;
import org.openmembership.storage.Stores;

/**
 * The door to trying a changed club out on what was bought (R38, R41). Nothing is written, nothing reserved. Thread-safe.
 *
 * <p>The rules are those that post: a club that is not changed would have given exactly what was given. Sales earn for the
 * scheme that their account held when they were recorded, or would have come to by then; caps count within the stretch of time.
 */
public final class BackTest {
    private static final int PAGE = 100;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public BackTest(Caller caller) {
        this.caller = caller;
    }

    /**
     * Runs the purchases of a stretch of time through a changed definition of a club, beside what they earned.
     *
     * <p>Goes page by page of accounts, each read from one state of the data; memory does not grow with the number of
     * accounts. What returns took back counts as it was due, also where the points had lapsed.
     *
     * <p>Schemes are followed by the reviews' own rules, for both definitions alike: each account begins in the first scheme when
     * it was opened, or at {@code from}, is reviewed at the first instant of each day on which it is due, and is counted up to
     * {@code to}. What it was given otherwise than by sales does not count, nor what was bought before; pinned and closed accounts
     * are left out.
     *
     * @param changed of a published club, with the same code and currency; need not be published itself
     * @throws IllegalArgumentException for a club that is not published, or counts in another currency
     */
    public BackTestResult run(Club changed, BackTestOptions options, Progress progress) {
        Instant now = caller.now();
        PublishedClub current =
                caller.read(Permission.READ_STATEMENT, Subject.NOBODY, stores -> published(changed, now, stores));
        ClubRules rules = ClubRules.of(changed, current.version() + 1);
        Tally tally = new Tally(changed, options.losers());
        @Nullable AccountId after = null;
        do {
            @Nullable AccountId from = after;
            after = caller.snapshot(Permission.READ_STATEMENT, Subject.NOBODY, stores -> {
                List<MemberAccount> accounts = stores.accounts().ofClub(changed.id(), from, PAGE);
                AccountsPage page = new AccountsPage(accounts, current.club(), rules, options, now);
                page.read(caller.clubs(), stores).forEach(tally::add);
                return accounts.size() < PAGE ? null : accounts.get(PAGE - 1).id();
            });
            progress.accountsDone(tally.accounts());
        } while (after != null);
        return tally.result();
    }

    private PublishedClub published(Club changed, Instant now, Stores stores) {
        PublishedClub current = caller.clubs()
                .latest(changed.id(), now, stores)
                .orElseThrow(() -> new IllegalArgumentException("club " + changed.id() + " is not published"));
        if (!current.club().place().currency().equals(changed.place().currency())) {
            throw new IllegalArgumentException("club " + changed.id() + " counts in "
                    + current.club().place().currency() + ", not in "
                    + changed.place().currency());
        }
        return current;
    }
}
