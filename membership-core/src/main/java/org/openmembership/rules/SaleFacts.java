package org.openmembership.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRule;
import org.openmembership.club.TimeWindow;
import org.openmembership.ledger.Explanation.Why;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.PriceGroup;
import org.openmembership.shared.TenderType;

/**
 * What rules can ask about a sale as a whole.
 *
 * @param day of the sale in the club's zone
 * @param time of the day in the club's zone
 * @param tenders every kind that paid a part
 * @param earner whose account it would be posted to
 */
record SaleFacts(Purchase purchase, LocalDate day, LocalTime time, Set<TenderType> tenders, Earner earner) {
    static SaleFacts of(Purchase purchase, Club club, Earner earner) {
        ZonedDateTime local = purchase.purchasedAt().atZone(club.place().zone());
        return new SaleFacts(
                purchase,
                local.toLocalDate(),
                local.toLocalTime(),
                purchase.content().tenders().stream().map(Tender::type).collect(Collectors.toUnmodifiableSet()),
                earner);
    }

    /** Why a rule does not stand for the sale, null where it does. */
    @Nullable
    Why misfit(PointRule.Choice choice, LineCondition condition) {
        if (!choice.validity().covers(day)) {
            return Why.DATE;
        }
        Why where = misfit(condition.where());
        return where == null ? misfit(condition.who()) : where;
    }

    private @Nullable Why misfit(LineCondition.Where where) {
        TimeWindow hours = where.hours();
        if (!allows(where.stores(), purchase.place().store())) {
            return Why.STORE;
        }
        if (!allows(where.channels(), purchase.place().channel())) {
            return Why.CHANNEL;
        }
        if (!allowsAny(where.tenders(), tenders)) {
            return Why.TENDER;
        }
        if (!allows(where.currencies(), purchase.currency())) {
            return Why.CURRENCY;
        }
        if (!allows(where.weekdays(), day.getDayOfWeek())) {
            return Why.WEEKDAY;
        }
        return hours == null || hours.covers(time) ? null : Why.HOURS;
    }

    private @Nullable Why misfit(LineCondition.Who who) {
        PriceGroup prices = purchase.content().grounds().priceGroup();
        if (!allows(who.schemes(), earner.scheme())) {
            return Why.SCHEME;
        }
        if (!allows(who.accounts(), earner.account())) {
            return Why.ACCOUNT;
        }
        if (!who.priceGroups().isEmpty()
                && (prices == null || !who.priceGroups().contains(prices))) {
            return Why.PRICE_GROUP;
        }
        return allowsAny(who.attributes(), purchase.content().grounds().attributes()) ? null : Why.ATTRIBUTE;
    }

    private static <T> boolean allows(Set<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.contains(actual);
    }

    private static <T> boolean allowsAny(Set<T> wanted, Collection<T> actual) {
        return wanted.isEmpty() || actual.stream().anyMatch(wanted::contains);
    }
}
