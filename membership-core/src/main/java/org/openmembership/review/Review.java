package org.openmembership.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountEvent;
import org.openmembership.account.AccountEvent.SchemeChanged;
import org.openmembership.account.AccountEvent.SchemePinned;
import org.openmembership.account.AccountEvent.SchemeUnpinned;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.command.Caller;
import org.openmembership.periodic.Progress;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.storage.Stores;

/** The door to schemes: reviews that move accounts, and pins that keep them (B2, B51, B52, R41-R46). Thread-safe. */
public final class Review {
    private static final int PAGE = 500;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Review(Caller caller) {
        this.caller = caller;
    }

    /**
     * Looks at every active account of a club that is due today, and moves those whose measure says so; at once.
     *
     * <p>Goes page by page, one unit of work each: it can be cut off anywhere and run again, on several nodes at once. The
     * same day's second run finds nothing due. Pinned accounts stay where they are (R44).
     *
     * @throws IllegalArgumentException for a club that is not published
     */
    public ReviewResult run(ClubId club, ReviewOptions options, Progress progress) {
        Instant now = caller.now();
        Club terms = caller.read(Permission.REVIEW, Subject.NOBODY, stores -> published(club, now, stores));
        ReviewRun run = new ReviewRun(caller, terms, now, options);
        boolean more = true;
        @Nullable AccountId after = null;
        while (more) {
            List<AccountId> page = due(terms, now, after);
            more = !page.isEmpty() && run.page(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1);
            progress.accountsDone(run.accounts());
        }
        return run.result();
    }

    private List<AccountId> due(Club club, Instant now, @Nullable AccountId after) {
        return caller.read(
                Permission.REVIEW,
                Subject.NOBODY,
                stores -> stores.accounts().dueForReview(club.id(), club.businessDate(now), after, PAGE));
    }

    /**
     * Puts an account into a scheme by hand; reviews leave it there while the pin holds (R44).
     *
     * @return the account as it is now, empty if there is none; pinned again to the same, nothing changes
     * @throws IllegalArgumentException if its club has no such scheme
     */
    public Optional<MemberAccount> pin(AccountId account, SchemeId scheme, SchemePin pin) {
        return assign(account, scheme, pin);
    }

    /** Takes the pin off an account; the next review decides. Empty if there is no such account. */
    public Optional<MemberAccount> unpin(AccountId account) {
        return assign(account, null, null);
    }

    private Optional<MemberAccount> assign(AccountId id, @Nullable SchemeId scheme, @Nullable SchemePin pin) {
        Instant now = caller.now();
        return caller.change(Permission.PIN_SCHEME, Subject.NOBODY, (stores, facts) -> {
            SortedSet<AccountId> ids = new TreeSet<>();
            ids.add(id);
            Optional<MemberAccount> found = stores.accounts().lock(ids).stream().findFirst();
            return found.map(account -> assign(account, scheme, pin, now, stores, facts));
        });
    }

    private MemberAccount assign(
            MemberAccount account,
            @Nullable SchemeId wanted,
            @Nullable SchemePin pin,
            Instant now,
            Stores stores,
            Facts facts) {
        Club club = published(account.club(), now, stores);
        SchemeId scheme = wanted == null ? account.scheme() : wanted;
        if (club.scheme(scheme).isEmpty()) {
            throw new IllegalArgumentException("club " + club.id() + " has no scheme " + scheme);
        }
        MemberAccount pinned = account.pinned(scheme, pin);
        if (pinned.equals(account)) {
            return account;
        }

        Map<AccountId, Integer> numbers = stores.accounts().lastMoveNumbers(Set.of(account.id()));
        SchemeMove move = new SchemeMove(
                account.id(),
                numbers.getOrDefault(account.id(), 0) + 1,
                new SchemeMove.Change(account.scheme(), scheme),
                new SchemeMove.Cause(SchemeMove.Cause.Kind.BY_HAND, null),
                new SchemeMove.When(now, club.businessDate(now)));
        boolean moves = !scheme.equals(account.scheme());
        stores.accounts().review(List.of(pinned), moves ? List.of(move) : List.of());
        if (moves) {
            facts.happened(
                    new SchemeChanged(account.id(), club.id(), account.scheme(), scheme, SchemeMove.Cause.Kind.BY_HAND),
                    account,
                    now);
        }
        facts.happened(pinning(account.id(), scheme, pin), account, now);
        return pinned;
    }

    private static AccountEvent pinning(AccountId account, SchemeId scheme, @Nullable SchemePin pin) {
        return pin == null
                ? new SchemeUnpinned(account, scheme)
                : new SchemePinned(account, scheme, pin.reason(), pin.until());
    }

    /** The scheme history of an account, the first first. */
    public List<SchemeMove> history(AccountId account) {
        return caller.read(stores -> {
            requireReader(account, stores);
            return stores.accounts().moves(account);
        });
    }

    /** How many accounts of a club hold each scheme. */
    public Map<SchemeId, Long> counts(ClubId club) {
        return caller.read(Permission.REVIEW, Subject.NOBODY, stores -> {
            Map<SchemeId, Long> counts = new TreeMap<>();
            stores.accounts().countByScheme(club).forEach(count -> counts.put(count.scheme(), count.accounts()));
            return counts;
        });
    }

    private void requireReader(AccountId account, Stores stores) {
        Subject subject =
                stores.accounts().find(account).map(MemberAccount::subject).orElse(Subject.NOBODY);
        caller.require(Permission.READ_STATEMENT, subject);
    }

    private Club published(ClubId club, Instant now, Stores stores) {
        return caller.clubs()
                .latest(club, now, stores)
                .map(PublishedClub::club)
                .orElseThrow(() -> new IllegalArgumentException("club " + club + " is not published"));
    }
}
