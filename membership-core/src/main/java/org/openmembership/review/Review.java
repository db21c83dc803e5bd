package org.openmembership.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.command.Caller;
import org.openmembership.document.SchemeExplanationDocuments;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.Page;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.ReviewPage;
import org.openmembership.step.SchemeSettling;
import org.openmembership.step.SettledScheme;
import org.openmembership.storage.Stores;

/** The door to schemes: reviews that move accounts, and pins that keep them (B2, B51, B52, R41-R46). Thread-safe. */
public final class Review {
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
     * same day's second run finds nothing due. Pinned accounts stay where they are,
     * or do not fall below their floor (R44). While the club's schemes are off, nothing is looked at; they are judged by the
     * first run that finds them on, as of the last days of what has ended meanwhile (D21).
     *
     * @throws IllegalArgumentException for a club that is not published
     */
    public ReviewResult run(ClubId club, ReviewOptions options, Progress progress) {
        Instant now = caller.now();
        Club terms = caller.read(Permission.REVIEW, Subject.NOBODY, stores -> published(club, now, stores));
        ReviewRun run = new ReviewRun(caller, terms, now, options);
        boolean more = terms.terms().review().force().on();
        @Nullable AccountId after = null;
        while (more) {
            List<AccountId> page = due(terms, now, after, options.pageSize());
            more = !page.isEmpty() && run.page(new TreeSet<>(page));
            after = page.isEmpty() ? after : page.get(page.size() - 1);
            progress.accountsDone(run.accounts());
        }
        return run.result();
    }

    private List<AccountId> due(Club club, Instant now, @Nullable AccountId after, int limit) {
        return caller.read(
                Permission.REVIEW,
                Subject.NOBODY,
                stores -> stores.accounts().dueForReview(club.id(), club.businessDate(now), after, limit));
    }

    /**
     * Moves one account up at once if it has earned that, due or not, as a host may ask after a sale; never down, which is
     * left to runs. A repeat changes nothing.
     *
     * @return the account as it is now, empty if there is none
     */
    public Optional<MemberAccount> raise(AccountId account) {
        Instant now = caller.now();
        return caller.change(
                Permission.RAISE_SCHEME,
                Subject.NOBODY,
                (stores, facts) -> locked(account, stores).map(found -> {
                    Club club = published(found.account().club(), now, stores);
                    Optional<SettledScheme> raised = new ReviewPage(club, caller.clubs(), now).raise(found, stores);
                    SchemeSettling.write(raised.stream().toList(), stores, facts);
                    return raised.map(SettledScheme::after).orElse(found.account());
                }));
    }

    private static Optional<SchemeCase> locked(AccountId account, Stores stores) {
        SortedSet<AccountId> ids = new TreeSet<>(Set.of(account));
        stores.accounts().lock(ids);
        return stores.schemes().cases(ids).stream().findFirst();
    }

    /**
     * Puts an account into a scheme by hand, at once; reviews leave it there while the pin holds, and go on from there
     * afterwards (R44). Under a floor, reviews go on: the account holds what it earns or buys wherever that is better.
     *
     * @return the account as it is now, empty if there is none; pinned again to the same, nothing changes
     * @throws IllegalArgumentException if its club has no such scheme, or it is not that of the floor
     */
    public Optional<MemberAccount> pin(AccountId account, SchemeId scheme, SchemePin pin) {
        return pinning(account, stage -> stage.pin(scheme, pin));
    }

    /**
     * Takes the pin off an account; the next review decides. What only a floor has given ends at once. Empty if there is no
     * such account.
     */
    public Optional<MemberAccount> unpin(AccountId account) {
        return pinning(account, Pinning::unpin);
    }

    private Optional<MemberAccount> pinning(AccountId id, UnaryOperator<Pinning> change) {
        Instant now = caller.now();
        return caller.change(Permission.PIN_SCHEME, Subject.NOBODY, (stores, facts) -> {
            return locked(id, stores).map(account -> {
                Club club = published(account.account().club(), now, stores);
                return change.apply(new Pinning(club, now, account)).write(stores, facts);
            });
        });
    }

    /**
     * Why an account holds its scheme, what keeps it, what is missing to the next, by when, and what that one gives (R46); as
     * of now, by the club as it stands. A constant number of questions. Empty for an unknown account.
     */
    public Optional<ExplainedScheme> explain(AccountId account) {
        Instant now = caller.now();
        return caller.read(stores -> {
            requireReader(account, stores);
            return unchanged(account, stores, found -> {
                Club club = published(found.account().club(), now, stores);
                SchemeExplanation explanation = new ReviewPage(club, caller.clubs(), now)
                        .explain(List.of(found), stores)
                        .get(0);
                return new ExplainedScheme(
                        explanation,
                        SchemeExplanationDocuments.write(explanation).json());
            });
        });
    }

    /** What was read while the account stayed as it was; read again if it did not. */
    private static <R> Optional<R> unchanged(AccountId account, Stores stores, Function<SchemeCase, R> read) {
        TreeSet<AccountId> ids = new TreeSet<>(Set.of(account));
        List<SchemeCase> before = stores.schemes().cases(ids);
        while (!before.isEmpty()) {
            R result = read.apply(before.get(0));
            List<SchemeCase> after = stores.schemes().cases(ids);
            if (after.equals(before)) {
                return Optional.of(result);
            }
            before = after;
        }
        return Optional.empty();
    }

    /** The scheme history of an account, the first first. */
    public List<SchemeMove> history(AccountId account) {
        return caller.read(stores -> {
            requireReader(account, stores);
            return stores.accounts().moves(account);
        });
    }

    /** The same a page at a time, the last first. */
    public Page<SchemeMove> history(AccountId account, Page.Request page) {
        return caller.read(stores -> {
            requireReader(account, stores);
            return stores.schemes().moves(account, page);
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
