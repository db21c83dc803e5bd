package org.openmembership.step;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.Scheme;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.storage.Stores;

/** What counts for the candidates of a review, all of one club; one question for each gauge of it, however many they are. */
final class SchemeCounts {
    private final Map<Question, Map<AccountId, BigDecimal>> counted = new HashMap<>();

    private SchemeCounts() {}

    /** @param inGrace whether it counts on from where an account was found wanting */
    private record Question(Gauge gauge, boolean inGrace) {}

    /** Who knows what counted for accounts: the storage, or whoever tries a club out. */
    interface Measures {
        Map<AccountId, BigDecimal> of(Measure measure, CurrencyUnit currency, Map<AccountId, Stretch> stretches);
    }

    static SchemeCounts of(List<Candidate> candidates, Stores stores) {
        return of(candidates, stores.ledger()::measures);
    }

    static SchemeCounts of(List<Candidate> candidates, Measures measures) {
        Map<Question, Map<AccountId, Stretch>> asked = new HashMap<>();
        // whole definitions are costly to compare, and those of one call are the same objects
        IdentityHashMap<Club, Set<Gauge>> gauges = new IdentityHashMap<>();
        for (Candidate candidate : candidates) {
            for (Gauge gauge : gauges.computeIfAbsent(candidate.club(), SchemeCounts::gauges)) {
                ask(asked, new Question(gauge, false), candidate, candidate.stretch(gauge.window()));
            }
            ownKeepGauge(candidate)
                    .filter(gauge -> candidate.earned().grace() != null)
                    .ifPresent(gauge ->
                            ask(asked, new Question(gauge, true), candidate, candidate.keepStretch(gauge.window())));
        }

        SchemeCounts counts = new SchemeCounts();
        if (candidates.isEmpty()) {
            return counts;
        }
        CurrencyUnit currency = candidates.get(0).club().place().currency();
        asked.forEach((question, stretches) ->
                counts.counted.put(question, measures.of(question.gauge().measure(), currency, stretches)));
        return counts;
    }

    private static void ask(
            Map<Question, Map<AccountId, Stretch>> asked, Question question, Candidate candidate, Stretch stretch) {
        asked.computeIfAbsent(question, any -> new TreeMap<>()).put(candidate.account(), stretch);
    }

    static Set<Gauge> gauges(Club club) {
        Set<Gauge> gauges = new HashSet<>();
        for (Scheme scheme : club.schemes()) {
            if (scheme.thresholds().entry() != null) {
                gauges.add(club.entryGauge(scheme));
            }
            if (scheme.thresholds().keep() != null) {
                gauges.add(club.keepGauge(scheme));
            }
        }
        return gauges;
    }

    private static Optional<Gauge> ownKeepGauge(Candidate candidate) {
        return candidate.club().scheme(candidate.earned().scheme()).map(candidate.club()::keepGauge);
    }

    /** What counts for entering a scheme. */
    BigDecimal entry(Candidate candidate, Scheme scheme) {
        return of(candidate, new Question(candidate.club().entryGauge(scheme), false));
    }

    /** What counts for staying in a scheme. */
    BigDecimal keep(Candidate candidate, Scheme scheme) {
        boolean inGrace = candidate.earned().grace() != null
                && candidate.earned().scheme().equals(scheme.id());
        return of(candidate, new Question(candidate.club().keepGauge(scheme), inGrace));
    }

    private BigDecimal of(Candidate candidate, Question question) {
        return counted.getOrDefault(question, Map.of()).getOrDefault(candidate.account(), BigDecimal.ZERO);
    }
}
