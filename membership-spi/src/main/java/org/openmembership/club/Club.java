package org.openmembership.club;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * A programme with its own rules and its own points (B1, B17): an immutable definition, built in Java or read from JSON.
 *
 * <p>Every club has at least one scheme; points of one club never become points of another (B4).
 *
 * @param id chosen by the host
 * @param name public, 1 to 100 characters
 * @param place where and in which money it runs
 * @param points what a point is
 * @param terms how points are earned, spent and moved, and how schemes change
 * @param accounts what is settled about accounts and cards
 * @param schemes in order of sequence, the lowest first
 * @param defaultScheme what a new account holds (A39)
 */
public record Club(
        ClubId id,
        String name,
        Place place,
        PointTerms points,
        Terms terms,
        AccountTerms accounts,
        List<Scheme> schemes,
        SchemeId defaultScheme) {
    public static final int MAX_NAME = 100;

    public Club {
        Texts.requireCode("Club.name", name, MAX_NAME);
        schemes = schemes.stream()
                .sorted(Comparator.comparingInt(Scheme::sequence))
                .toList();
        Set<Object> seen = new HashSet<>();
        for (Scheme scheme : schemes) {
            if (!seen.add(scheme.id()) || !seen.add(scheme.sequence())) {
                throw new IllegalArgumentException(
                        "club " + id + " has two schemes with the code or sequence of " + scheme.id());
            }
        }
        if (!seen.contains(defaultScheme)) {
            throw new IllegalArgumentException("club " + id + " has no scheme " + defaultScheme + " to start with");
        }
        for (Scheme scheme : schemes) {
            scheme.requireFits(terms.review(), place.currency());
        }
        terms.spending().tender().ofSchemes().keySet().forEach(scheme -> {
            if (!seen.contains(scheme)) {
                throw new IllegalArgumentException("club " + id + " bounds redemptions of no scheme " + scheme);
            }
        });
        for (CardSeries series : accounts.cards().series()) {
            if (series.scheme() != null && !seen.contains(series.scheme())) {
                throw new IllegalArgumentException("club " + id + " has no scheme for the card series " + series.id());
            }
        }
        if (!points.value().currency().equals(place.currency())) {
            throw new IllegalArgumentException("club " + id + " counts in " + place.currency()
                    + " but values points in " + points.value().currency());
        }
    }

    /** What is counted for entering a scheme of this club: by the scheme's own terms, else by the club's (R47). */
    public ReviewTerms.Gauge entryGauge(Scheme scheme) {
        return scheme.entryGauge(terms.review());
    }

    /** What is counted for staying in a scheme of this club: by the scheme's own terms, else by the club's (R47). */
    public ReviewTerms.Gauge keepGauge(Scheme scheme) {
        return scheme.keepGauge(terms.review());
    }

    /**
     * Where a club runs.
     *
     * @param currency of amounts and of the point value
     * @param zone whose midnight ends a day
     */
    public record Place(CurrencyUnit currency, ZoneId zone) {}

    /**
     * What a point of the club is: its rounding, its value in money and its life.
     *
     * @param inactivity that ends points too, null where none does
     */
    public record PointTerms(
            RoundingRule rounding,
            PointValue value,
            ExpiryRule expiry,
            @Nullable Inactivity inactivity) {}

    /** What can happen to points and schemes. */
    public record Terms(
            EarningTerms earning,
            SpendingTerms spending,
            HoldTerms holds,
            TransferTerms transfer,
            ReviewTerms review) {}

    public static ClubBuilder builder(ClubId id) {
        return new ClubBuilder(id);
    }

    public LocalDate businessDate(Instant instant) {
        return LocalDate.ofInstant(instant, place.zone());
    }

    /** When points earned at {@code occurredAt} stop counting. */
    public Instant lapsesAt(Instant occurredAt) {
        return points.expiry().lapsesAt(businessDate(occurredAt), place.zone());
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(place.zone()).toInstant();
    }

    /** From when on points earned at {@code occurredAt} can be used; {@link Instant#MIN} where they can at once (D35). */
    public Instant availableFrom(Instant occurredAt) {
        int days = terms.earning().policies().pendingDays();
        return days == 0 ? Instant.MIN : startOf(businessDate(occurredAt).plusDays(days));
    }

    public Optional<Scheme> scheme(SchemeId wanted) {
        return schemes.stream().filter(scheme -> scheme.id().equals(wanted)).findFirst();
    }

    /**
     * What the host gives the accounts that hold a scheme: what the scheme gives, then of what the club gives all of them
     * the kinds that the scheme does not settle itself (B3, B17, R47).
     */
    public List<Benefit> benefitsOf(SchemeId scheme) {
        List<Benefit> own = scheme(scheme).map(Scheme::benefits).orElse(List.of());
        Set<Benefit.Kind> settled = own.stream().map(Benefit::kind).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream(), accounts.benefits().stream().filter(benefit -> !settled.contains(benefit.kind())))
                .toList();
    }

    /**
     * This club for an account that is judged by what {@code then}, an earlier version of it, said of entering schemes, staying
     * in them and falling (D32); nothing enters a scheme that {@code then} did not have.
     */
    public Club judgingBy(Club then) {
        ReviewTerms before = then.terms.review();
        ReviewTerms judging = new ReviewTerms(
                before.entry(),
                before.keep(),
                before.fall(),
                before.pace(),
                terms.review().force());
        Terms all = new Terms(terms.earning(), terms.spending(), terms.holds(), terms.transfer(), judging);
        List<Scheme> judged = schemes.stream()
                .map(scheme -> then.scheme(scheme.id())
                        .map(scheme::judgingBy)
                        .orElseGet(() -> Scheme.byHand(scheme.id().value(), scheme.name(), scheme.sequence())
                                .with(scheme.benefits())))
                .toList();
        return new Club(id, name, place, points, all, accounts, judged, defaultScheme);
    }

    /** The scheme one step above {@code current}, if there is one (B23). */
    public Optional<Scheme> nextAbove(SchemeId current) {
        int index = indexOf(current);
        return index < 0 || index == schemes.size() - 1 ? Optional.empty() : Optional.of(schemes.get(index + 1));
    }

    /** The scheme one step below {@code current}, if there is one. */
    public Optional<Scheme> nextBelow(SchemeId current) {
        int index = indexOf(current);
        return index <= 0 ? Optional.empty() : Optional.of(schemes.get(index - 1));
    }

    /** The best of some schemes; those this club does not have are left out. */
    public Optional<Scheme> best(Collection<SchemeId> wanted) {
        return schemes.stream().filter(scheme -> wanted.contains(scheme.id())).reduce((lower, higher) -> higher);
    }

    private int indexOf(SchemeId wanted) {
        for (int i = 0; i < schemes.size(); i++) {
            if (schemes.get(i).id().equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    static @Nullable Scheme lowest(List<Scheme> schemes) {
        return schemes.stream().min(Comparator.comparingInt(Scheme::sequence)).orElse(null);
    }
}
