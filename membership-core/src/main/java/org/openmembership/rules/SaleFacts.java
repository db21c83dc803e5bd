package org.openmembership.rules;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmembership.club.Club;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRule;
import org.openmembership.club.SchemeId;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.Channel;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TenderType;

/**
 * What rules can ask about a sale as a whole.
 *
 * @param day of the sale in the club's zone
 * @param tenders every kind that paid a part
 * @param scheme the account holds
 */
record SaleFacts(LocalDate day, StoreCode store, Channel channel, Set<TenderType> tenders, SchemeId scheme) {
    static SaleFacts of(Purchase purchase, Club club, SchemeId scheme) {
        return new SaleFacts(
                club.businessDate(purchase.purchasedAt()),
                purchase.place().store(),
                purchase.place().channel(),
                purchase.content().tenders().stream().map(Tender::type).collect(Collectors.toUnmodifiableSet()),
                scheme);
    }

    boolean fit(PointRule.Choice choice, LineCondition.Where where) {
        return choice.validity().covers(day)
                && allows(where.schemes(), scheme)
                && allows(where.weekdays(), day.getDayOfWeek())
                && allows(where.stores(), store)
                && allows(where.channels(), channel)
                && (where.tenders().isEmpty() || where.tenders().stream().anyMatch(tenders::contains));
    }

    private static <T> boolean allows(Set<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.contains(actual);
    }
}
