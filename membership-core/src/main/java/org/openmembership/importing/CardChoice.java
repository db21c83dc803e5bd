package org.openmembership.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.CardSeries;
import org.openmembership.club.Club;
import org.openmembership.importing.ImportReport.Kept;
import org.openmembership.request.Violation;
import org.openmembership.shared.ReasonCode;

/** Which rows of a chunk of cards are taken, in their order: the first of a number counts. Not thread-safe. */
final class CardChoice {
    private final Club terms;
    private final Owners owners;
    private final Map<CardNumber, MembershipCard> kept;
    /** The numbers of the cards of this chunk, by all that they scan as. */
    private final Map<CardNumber, CardNumber> taken = new HashMap<>();

    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<Integer, Violation> refused = new HashMap<>();
    private long repeated;
    private long erased;

    /** A card that is taken over. */
    record Accepted(CardRow row, Set<CardNumber> scans, Owners.Found owner) {}

    /** @param kept cards that are there already, by what scans as one of the chunk */
    CardChoice(Club terms, Owners owners, Map<CardNumber, MembershipCard> kept) {
        this.terms = terms;
        this.owners = owners;
        this.kept = kept;
    }

    Club terms() {
        return terms;
    }

    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    Kept kept() {
        return new Kept(repeated, erased, refused);
    }

    void take(int place, CardRow row, Set<CardNumber> scans) {
        if (isRepeated(row)) {
            repeated++;
            return;
        }
        if (owners.isErased(row.holder())) {
            erased++;
            return;
        }
        Violation problem = problem(row, scans);
        if (problem != null) {
            refused.put(place, problem);
            return;
        }
        scans.forEach(scan -> taken.put(scan, row.number()));
        accepted.add(new Accepted(row, scans, owners.found(row.holder())));
    }

    private boolean isRepeated(CardRow row) {
        MembershipCard before = kept.get(row.number());
        boolean known = before != null
                && before.number().equals(row.number())
                && before.club().equals(terms.id());
        return known || row.number().equals(taken.get(row.number()));
    }

    private @Nullable Violation problem(CardRow row, Set<CardNumber> scans) {
        if (scans.stream().anyMatch(scan -> kept.containsKey(scan) || taken.containsKey(scan))) {
            return new Violation("number", "would scan like another card");
        }
        Violation ofSeries = problemOfSeries(row);
        if (ofSeries != null) {
            return ofSeries;
        }
        Set<ReasonCode> reasons = terms.accounts().blockReasons().cards();
        if (row.blockReason() != null && !reasons.isEmpty() && !reasons.contains(row.blockReason())) {
            return new Violation("blockReason", "is none of the club's");
        }
        boolean anonymous = row.holder().isNobody() && row.isInUse();
        if (anonymous && !terms.accounts().cards().withoutPerson()) {
            return new Violation(
                    "member", "must be given, or an account, because the club has no cards without a person");
        }
        return owners.problem(row.holder());
    }

    private @Nullable Violation problemOfSeries(CardRow row) {
        if (row.series() == null) {
            return terms.accounts().cards().onlySeries()
                    ? new Violation("series", "must be given, because the club has only cards of its series")
                    : null;
        }
        if (series(row, terms) == null) {
            return new Violation("series", "is none of the club's");
        }
        return serial(row).isEmpty() ? new Violation("number", "is none of the series") : null;
    }

    OptionalLong serial(CardRow row) {
        CardSeries series = series(row, terms);
        return series == null
                ? OptionalLong.empty()
                : series.serial(row.number().value());
    }

    /** The series that a row names; null if it names none, or none of the club's. */
    static @Nullable CardSeries series(CardRow row, Club terms) {
        return row.series() == null
                ? null
                : terms.accounts().cards().series(row.series()).orElse(null);
    }
}
