package org.openmembership.rules;

import java.time.LocalDate;
import java.util.Comparator;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRule;
import org.openmembership.club.RuleId;

/** A rule or an offer as far as choosing among them goes. */
record Candidate<T>(T item, RuleId id, PointRule.Choice choice, LineCondition condition) {
    static <T> Comparator<Candidate<T>> highestPriorityFirst() {
        return Comparator.comparingInt((Candidate<T> candidate) -> candidate.priority())
                .reversed()
                .thenComparing(Candidate::id);
    }

    /** By what a rule says whatever the line: for whom, whether for a scheme, since when (R34). */
    static <T> Comparator<Candidate<T>> mostSpecificFirst() {
        return Candidate.<T>forFewestFirst().thenComparing(latestFirst());
    }

    /** An account before a price group, and that before everybody. */
    static <T> Comparator<Candidate<T>> forFewestFirst() {
        return Comparator.comparingInt(candidate -> {
            LineCondition.Who who = candidate.condition.who();
            int others = who.priceGroups().isEmpty() ? 2 : 1;
            return who.accounts().isEmpty() ? others : 0;
        });
    }

    /** A scheme's before the club's, then the one that starts latest, then by id. */
    static <T> Comparator<Candidate<T>> latestFirst() {
        Comparator<Candidate<T>> schemesFirst = Comparator.comparing(
                candidate -> candidate.condition.who().schemes().isEmpty());
        return schemesFirst
                .thenComparing(Candidate::start, Comparator.reverseOrder())
                .thenComparing(Candidate::id);
    }

    static Candidate<PointRule> of(PointRule rule) {
        return new Candidate<>(rule, rule.id(), rule.choice(), rule.condition());
    }

    static Candidate<PointOffer> of(PointOffer offer) {
        return new Candidate<>(offer, offer.id(), offer.choice(), offer.condition());
    }

    static Candidate<ItemOffer> of(ItemOffer offer) {
        return new Candidate<>(offer, offer.id(), offer.choice(), offer.condition());
    }

    int priority() {
        return choice.priority();
    }

    LineCondition.What what() {
        return condition.what();
    }

    private LocalDate start() {
        LocalDate from = choice.validity().from();
        return from == null ? LocalDate.MIN : from;
    }
}
