package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.account.SchemeExplanation.Coming;
import org.openmembership.account.SchemeExplanation.Named;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeMove.Cause.Kind;
import org.openmembership.account.SchemeStanding;
import org.openmembership.account.SchemeStanding.Earned;
import org.openmembership.account.SchemeStanding.Paid;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ReviewTerms.Edited;
import org.openmembership.club.SchemeId;
import org.openmembership.step.SchemeChoice.Chosen;
import org.openmembership.step.SchemeSettling.Held;
import org.openmembership.storage.Stores;

/** One page of a run: counts for its accounts in one set, decides each from its counts alone, and writes what changed. */
public final class ReviewPage {
    private final Club club;
    private final PublishedClubs clubs;
    private final Instant now;
    private final LocalDate today;
    private final SchemeSettling settling;

    public ReviewPage(Club club, PublishedClubs clubs, Instant now) {
        this.club = club;
        this.clubs = clubs;
        this.now = now;
        this.settling = new SchemeSettling(club, now);
        this.today = settling.today();
    }

    /** Those of the accounts that are due, as they are read without locking them. */
    public List<SchemeCase> read(SortedSet<AccountId> page, Stores stores) {
        return stores.schemes().cases(page).stream().filter(this::isDue).toList();
    }

    /** Those of the accounts that are still due, locked. */
    public List<SchemeCase> lock(SortedSet<AccountId> page, Stores stores) {
        stores.accounts().lock(page);
        return read(page, stores);
    }

    private boolean isDue(SchemeCase found) {
        MemberAccount account = found.account();
        return !account.isClosed() && !account.standing().nextReview().isAfter(today);
    }

    /** What the page comes to, without writing. */
    public List<SettledScheme> decide(List<SchemeCase> found, Stores stores) {
        List<Candidate> candidates = candidates(found, stores);
        SchemeCounts counts =
                SchemeCounts.of(candidates.stream().filter(this::isOpen).toList(), stores);

        List<SettledScheme> settled = new ArrayList<>();
        for (Candidate candidate : candidates) {
            settled.add(decide(candidate, counts));
        }
        return settled;
    }

    private SettledScheme decide(Candidate candidate, SchemeCounts counts) {
        return isOpen(candidate) ? decide(candidate, new SchemeChoice(candidate, counts)) : left(candidate);
    }

    /** What one account comes to by what somebody else has counted for it, judged by this version of the club. */
    SettledScheme decide(SchemeCase found, SchemeCounts.Measures measures) {
        Candidate candidate = new Candidate(club, found, settling.standing(found), today);
        return decide(candidate, SchemeCounts.of(isOpen(candidate) ? List.of(candidate) : List.of(), measures));
    }

    private Candidate candidate(SchemeCase found, Stores stores) {
        return candidates(List.of(found), stores).get(0);
    }

    /** Each with the version of its club that judges it (D32). */
    private List<Candidate> candidates(List<SchemeCase> found, Stores stores) {
        boolean byPurchase = club.terms().review().force().edited() == Edited.NEXT_PURCHASE;
        Map<AccountId, Instant> bought = byPurchase ? stores.ledger().lastPurchases(ids(found)) : Map.of();
        IdentityHashMap<Club, Club> judging = new IdentityHashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (SchemeCase one : found) {
            Club judge = club;
            if (byPurchase) {
                Instant opened = one.account().owner().openedAt();
                Instant last = bought.getOrDefault(one.account().id(), opened);
                Instant since = last.isAfter(opened) ? last : opened;
                judge = judging.computeIfAbsent(
                        clubs.require(club.id(), since, stores).club(), club::judgingBy);
            }
            candidates.add(new Candidate(judge, one, settling.standing(one), today));
        }
        return candidates;
    }

    private static Set<AccountId> ids(List<SchemeCase> found) {
        return found.stream().map(one -> one.account().id()).collect(Collectors.toSet());
    }

    /** Whether there is anything to decide: no pin says otherwise, and nothing that was decided is still to come. */
    private boolean isOpen(Candidate candidate) {
        MemberAccount account = candidate.found().account();
        boolean pinned = account.pinOn(today).filter(pin -> !pin.isFloor()).isPresent();
        return !pinned && settling.stillComing(account).isEmpty();
    }

    private SettledScheme left(Candidate candidate) {
        MemberAccount account = candidate.found().account();
        SchemeId holds = account.schemeAt(now);
        Held held = settling.stillComing(account)
                .map(coming -> new Held(holds, coming.scheme(), club.businessDate(coming.from())))
                .orElse(new Held(holds, holds, today));
        LocalDate next = held.then().equals(holds) ? usual() : held.from();
        return settling.settle(
                candidate.found(),
                candidate.standing(),
                held,
                new SchemeMove.Cause(Kind.REVIEW, null),
                settling.nextReview(next, candidate.standing(), account));
    }

    private SettledScheme decide(Candidate candidate, SchemeChoice choice) {
        LocalDate usual = candidate.judgedOn().isBefore(today) ? today.plusDays(1) : usual();
        return settled(candidate, choice, choice.choose(), usual);
    }

    /** What one account comes to that has earned something better meanwhile, due or not; empty if it has not. */
    public Optional<SettledScheme> raise(SchemeCase found, Stores stores) {
        Candidate candidate = candidate(found, stores);
        boolean isOn = club.terms().review().force().on();
        if (found.account().isClosed() || !isOn || !isOpen(candidate)) {
            return Optional.empty();
        }
        SchemeChoice choice = new SchemeChoice(candidate, SchemeCounts.of(List.of(candidate), stores));
        LocalDate usual = found.account().standing().nextReview();
        return choice.better().map(better -> settled(candidate, choice, better, usual));
    }

    private SettledScheme settled(Candidate candidate, SchemeChoice choice, Chosen chosen, LocalDate usual) {
        MemberAccount account = candidate.found().account();
        SchemeStanding before = candidate.standing();
        Paid paid = before.paid();
        Paid lapsed = paid != null && paid.until().isBefore(today) ? paid : null;
        SchemeStanding after = before.with(chosen.earned()).with(lapsed == null ? paid : null);
        LocalDate from = choice.effectiveOn();
        boolean later = from.isAfter(today);
        SchemeId earnedNow = later ? before.earned().scheme() : chosen.earned().scheme();
        Held held = new Held(
                settling.held(earnedNow, after, account),
                settling.held(chosen.earned().scheme(), after, account),
                from);

        boolean fellBack = lapsed != null && lapsed.scheme().equals(account.schemeAt(now));
        SchemeMove.Cause cause = new SchemeMove.Cause(fellBack ? Kind.LAPSED : Kind.REVIEW, chosen.measure());
        SettledScheme settled =
                settling.settle(candidate.found(), after, held, cause, settling.nextReview(usual, after, account));
        return noted(settled, chosen);
    }

    /** A validity that begins anew, or a grace, is told where it is about what the account holds. */
    private SettledScheme noted(SettledScheme settled, Chosen chosen) {
        Earned earned = chosen.earned();
        Kind kind = chosen.kind();
        boolean isHeld = earned.scheme().equals(settled.after().scheme());
        if (!isHeld || kind != Kind.RENEWED && kind != Kind.GRACE) {
            return settled;
        }
        SchemeMove.Cause cause = new SchemeMove.Cause(kind, chosen.measure());
        SchemeStanding.Grace grace = earned.grace();
        return grace == null
                ? settling.noting(settled, cause, earned.since(), earned.until())
                : settling.noting(settled, cause, grace.missedOn().plusDays(1), grace.until());
    }

    /** Why each account of the club holds what it holds, from what a review would go by, in their order. */
    public List<SchemeExplanation> explain(List<SchemeCase> found, Stores stores) {
        List<Candidate> candidates = candidates(found, stores);
        SchemeCounts counts = SchemeCounts.of(candidates, stores);
        return candidates.stream().map(one -> explain(one, counts)).toList();
    }

    private SchemeExplanation explain(Candidate candidate, SchemeCounts counts) {
        MemberAccount account = candidate.found().account();
        Coming coming = settling.stillComing(account)
                .flatMap(next -> club.scheme(next.scheme())
                        .map(scheme ->
                                new Coming(new Named(scheme.id(), scheme.name()), club.businessDate(next.from()))))
                .orElse(null);
        return new Explaining(candidate, counts, account.schemeIn(club, now), coming).explain();
    }

    /**
     * Why accounts hold their schemes, of any clubs: one question for all of them, and for each club one for each of its
     * measures.
     */
    public static Map<AccountId, SchemeExplanation> explain(
            SortedSet<AccountId> accounts, Instant now, PublishedClubs clubs, Stores stores) {
        Map<ClubId, List<SchemeCase>> byClub = accounts.isEmpty()
                ? Map.of()
                : stores.schemes().cases(accounts).stream()
                        .collect(Collectors.groupingBy(found -> found.account().club()));
        Map<AccountId, SchemeExplanation> explained = new HashMap<>();
        byClub.forEach(
                (club, found) -> new ReviewPage(clubs.require(club, now, stores).club(), clubs, now)
                        .explain(found, stores)
                        .forEach(one -> explained.put(one.account(), one)));
        return explained;
    }

    private LocalDate usual() {
        return today.plus(club.terms().review().pace().every());
    }
}
