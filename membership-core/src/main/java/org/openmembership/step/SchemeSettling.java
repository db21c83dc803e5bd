package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountEvent;
import org.openmembership.account.AccountEvent.SchemeChanged;
import org.openmembership.account.AccountEvent.SchemeProlonged;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.account.SchemeStanding;
import org.openmembership.club.Club;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.storage.Stores;

/** What an account comes to hold by the routes open to it, and how that is kept: its row, its standing and its moves (R43). */
public final class SchemeSettling {
    private final Club club;
    private final Instant now;
    private final LocalDate today;

    public SchemeSettling(Club club, Instant now) {
        this.club = club;
        this.now = now;
        this.today = club.businessDate(now);
    }

    public LocalDate today() {
        return today;
    }

    public SchemeStanding standing(SchemeCase found) {
        return found.standing(club.businessDate(found.account().owner().openedAt()));
    }

    /** The better of what was earned, what is paid for today and the floor of a pin that holds today. */
    public SchemeId held(SchemeId earned, SchemeStanding standing, MemberAccount account) {
        Set<SchemeId> routes = new HashSet<>();
        routes.add(earned);
        SchemeStanding.Paid paid = standing.paid();
        if (paid != null && paid.holdsOn(today)) {
            routes.add(paid.scheme());
        }
        account.pinOn(today).map(SchemePin::floor).ifPresent(routes::add);
        return club.best(routes).map(Scheme::id).orElse(club.defaultScheme());
    }

    /** What will be held by what is decided already; empty if that is held now. */
    public Optional<MemberAccount.Coming> stillComing(MemberAccount account) {
        return Optional.ofNullable(account.standing().coming()).filter(coming -> now.isBefore(coming.from()));
    }

    /**
     * An account that holds {@code held} from now on, and something else from a later day if {@code then} says so.
     *
     * @param cause of the first move; a move that holds later is a review's
     */
    public SettledScheme settle(
            SchemeCase before, SchemeStanding standing, Held held, SchemeMove.Cause cause, LocalDate nextReview) {
        MemberAccount account = before.account();
        SchemeId holds = account.schemeAt(now);
        List<SchemeMove> moves = new ArrayList<>();
        if (!held.now().equals(holds)) {
            moves.add(move(
                    before, 1, new SchemeMove.Change(holds, held.now()), cause, today, until(standing, held.now())));
        }
        MemberAccount.Coming coming = null;
        if (!held.then().equals(held.now())) {
            coming = new MemberAccount.Coming(held.then(), club.startOf(held.from()));
            if (!isTold(account, coming) || !moves.isEmpty()) {
                SchemeMove.Cause review = new SchemeMove.Cause(SchemeMove.Cause.Kind.REVIEW, cause.measure());
                SchemeMove.Change change = new SchemeMove.Change(held.now(), held.then());
                moves.add(move(before, moves.size() + 1, change, review, held.from(), until(standing, held.then())));
            }
        }
        return new SettledScheme(
                before, standing(before), standing, account.reviewed(held.now(), coming, nextReview), moves);
    }

    private static boolean isTold(MemberAccount account, MemberAccount.Coming coming) {
        return coming.equals(account.standing().coming());
    }

    /**
     * @param now what is held from now on
     * @param then what is held from {@code from} on; the same where nothing is to come
     */
    public record Held(SchemeId now, SchemeId then, LocalDate from) {}

    /**
     * The same, with one more line in the history that leaves the scheme as it is; none where another is still to come, which
     * has to be the last word.
     */
    public SettledScheme noting(
            SettledScheme settled, SchemeMove.Cause cause, LocalDate from, @Nullable LocalDate until) {
        if (settled.after().standing().coming() != null) {
            return settled;
        }
        SchemeId scheme = settled.after().scheme();
        List<SchemeMove> moves = new ArrayList<>(settled.moves());
        moves.add(move(settled.before(), moves.size() + 1, new SchemeMove.Change(scheme, scheme), cause, from, until));
        return new SettledScheme(settled.before(), settled.known(), settled.standing(), settled.after(), moves);
    }

    private SchemeMove move(
            SchemeCase before,
            int number,
            SchemeMove.Change change,
            SchemeMove.Cause cause,
            LocalDate from,
            @Nullable LocalDate until) {
        return new SchemeMove(
                before.account().id(),
                before.lastMove() + number,
                change,
                cause,
                new SchemeMove.When(now, from, until));
    }

    private static @Nullable LocalDate until(SchemeStanding standing, SchemeId scheme) {
        SchemeStanding.Earned earned = standing.earned();
        if (earned.scheme().equals(scheme)) {
            return earned.until();
        }
        SchemeStanding.Paid paid = standing.paid();
        return paid != null && paid.scheme().equals(scheme) ? paid.until() : null;
    }

    /** The earliest of {@code usual} and the days on which something about the account is over; never today. */
    public LocalDate nextReview(LocalDate usual, SchemeStanding standing, MemberAccount account) {
        SchemeStanding.Grace grace = standing.earned().grace();
        SchemeStanding.Paid paid = standing.paid();
        SchemePin pin = account.standing().pin();
        return Stream.of(
                        Optional.ofNullable(grace == null ? standing.earned().until() : grace.until()),
                        Optional.ofNullable(paid == null ? null : paid.until()),
                        Optional.ofNullable(pin == null ? null : pin.until()))
                .flatMap(Optional::stream)
                .map(last -> last.plusDays(1))
                .filter(day -> day.isAfter(today))
                .reduce(usual, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Writes what was decided about locked accounts, in one set, and tells it. */
    public static void write(Collection<SettledScheme> settled, Stores stores, Facts facts) {
        if (settled.isEmpty()) {
            return;
        }
        List<SchemeMove> moves =
                settled.stream().flatMap(one -> one.moves().stream()).toList();
        stores.accounts().review(settled.stream().map(SettledScheme::after).toList(), moves);
        for (SettledScheme one : settled) {
            reroute(one, stores);
            for (SchemeMove move : one.moves()) {
                facts.happened(
                        told(one, move), one.before().account(), move.when().recordedAt());
            }
        }
    }

    private static void reroute(SettledScheme settled, Stores stores) {
        if (!settled.isRerouted()) {
            return;
        }
        if (settled.before().kept() == null) {
            stores.schemes().add(settled.standing());
        } else {
            stores.schemes().change(settled.standing());
        }
    }

    /** What a move tells. */
    private static AccountEvent told(SettledScheme settled, SchemeMove move) {
        MemberAccount account = settled.before().account();
        SchemeId from = move.change().from();
        return from != null && move.change().moves()
                ? new SchemeChanged(
                        account.id(),
                        account.club(),
                        from,
                        move.change().to(),
                        move.cause().kind(),
                        move.when().effectiveOn())
                : new SchemeProlonged(
                        account.id(),
                        account.club(),
                        move.change().to(),
                        move.cause().kind(),
                        move.when().until());
    }
}
