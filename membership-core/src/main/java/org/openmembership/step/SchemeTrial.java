package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeStanding.Earned;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.SchemeId;

/**
 * The schemes that one account would come to if a definition of its club had held from the beginning, reviewed at the first
 * instant of every day on which it is due (R41-R45): by the reviews' own rules, from what is in {@link TrialMeasures} by then.
 * Asks no storage, writes nothing. Not thread-safe.
 *
 * <p>A day on which nothing can have changed since the last review is not judged again, which is most days.
 */
public final class SchemeTrial {
    private final Club club;
    private final PublishedClubs clubs;
    private final Set<Gauge> gauges;
    private final TrialMeasures measures;
    private SchemeCase found;
    private LocalDate next;
    private List<Edge> edges = List.of();
    private boolean quiet;

    /** Of a measure, the first instant that counts in it; null where nothing does. */
    private record Edge(Window window, @Nullable Instant first) {}

    /**
     * @param account begins in the first scheme
     * @param first the day on which it begins; the next one is the first on which it is looked at
     */
    public SchemeTrial(
            Club club, PublishedClubs clubs, MemberAccount account, LocalDate first, TrialMeasures measures) {
        this.club = club;
        this.clubs = clubs;
        this.gauges = SchemeCounts.gauges(club);
        this.measures = measures;
        LocalDate due = first.plus(club.terms().review().pace().every());
        this.found =
                new SchemeCase(MemberAccount.open(account.id(), account.owner(), club.defaultScheme(), due), null, 1);
        this.next = first.plusDays(1);
    }

    /** What it holds at {@code at}, by the reviews that have been. */
    public SchemeId holds(Instant at) {
        return found.account().schemeIn(club, at);
    }

    /** Something was counted since: the next review has to look. */
    public void heed() {
        quiet = false;
    }

    /** Reviews each due day that has begun by {@code at}. */
    public void until(Instant at) {
        if (!club.terms().review().force().on()) {
            return;
        }
        LocalDate last = club.businessDate(at);
        for (LocalDate day = due(); !day.isAfter(last); day = due()) {
            review(day);
            next = day.plusDays(1);
        }
    }

    private LocalDate due() {
        LocalDate due = found.account().standing().nextReview();
        return due.isBefore(next) ? next : due;
    }

    private void review(LocalDate day) {
        Instant now = club.startOf(day);
        if (quiet && isAsBefore(day)) {
            SchemeSettling settling = new SchemeSettling(club, now);
            LocalDate usual = day.plus(club.terms().review().pace().every());
            MemberAccount account = found.account();
            LocalDate due = settling.nextReview(usual, settling.standing(found), account);
            found = new SchemeCase(account.reviewed(account.scheme(), due), found.kept(), found.lastMove());
            return;
        }
        SettledScheme settled = new ReviewPage(club, clubs, now).decide(found, measures);
        quiet = settled.moves().isEmpty()
                && settled.standing().equals(settled.known())
                && settled.after().standing().coming() == null
                && settled.standing().earned().grace() == null;
        found = new SchemeCase(
                settled.after(),
                settled.standing(),
                found.lastMove() + settled.moves().size());
        edges = quiet ? edges(day) : List.of();
    }

    private List<Edge> edges(LocalDate day) {
        Candidate candidate = candidate(day);
        List<Edge> all = new ArrayList<>();
        for (Gauge gauge : gauges) {
            Instant first = measures.firstFrom(candidate.stretch(gauge.window()).from());
            all.add(new Edge(gauge.window(), first));
        }
        return all;
    }

    /** Whether no validity has ended since, and each measure counts from where it still counts the same, up to what is past. */
    private boolean isAsBefore(LocalDate day) {
        Candidate candidate = candidate(day);
        Earned earned = candidate.earned();
        boolean lasts = earned.until() == null || !earned.until().isBefore(day);
        Instant begun = club.startOf(day);
        if (!lasts || measures.firstFrom(begun) != null) {
            return false;
        }
        for (Edge edge : edges) {
            Instant first = edge.first();
            if (first != null && first.isBefore(candidate.stretch(edge.window()).from())) {
                return false;
            }
        }
        return true;
    }

    private Candidate candidate(LocalDate day) {
        return new Candidate(club, found, new SchemeSettling(club, club.startOf(day)).standing(found), day);
    }
}
