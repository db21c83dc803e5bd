package org.openmembership.examples.foodmart;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of FoodMart is replayed.
 *
 * @param months from the first on
 * @param oneHouseholdIn 1 for all households, 10 for one in ten; who shares an address is a household
 */
record Slice(List<YearMonth> months, int oneHouseholdIn) {
    static final Slice ALL = new Slice(SalesReader.MONTHS, 1);

    Slice {
        months = List.copyOf(months);
        if (months.isEmpty() || oneHouseholdIn < 1) {
            throw new IllegalArgumentException("at least one month, and one household in one or more");
        }
    }

    /** @param count 1 to 24 */
    static Slice of(int count, int oneHouseholdIn) {
        if (count < 1 || count > SalesReader.MONTHS.size()) {
            throw new IllegalArgumentException(
                    "FoodMart has 1 to " + SalesReader.MONTHS.size() + " months, not " + count);
        }
        return new Slice(SalesReader.MONTHS.subList(0, count), oneHouseholdIn);
    }

    List<PosCustomer> customers(List<PosCustomer> all) {
        return all.stream()
                .filter(customer -> Chance.oneIn(oneHouseholdIn, customer.email()))
                .toList();
    }

    /** The baskets of the customers of this slice. */
    List<Basket> baskets(List<Basket> all, List<PosCustomer> customers) {
        if (oneHouseholdIn == 1) {
            return all;
        }
        Set<Integer> numbers = customers.stream().map(PosCustomer::number).collect(Collectors.toSet());
        return all.stream()
                .filter(basket -> numbers.contains(basket.customer()))
                .toList();
    }
}
