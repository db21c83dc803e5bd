package org.openmembership.examples.foodmart;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Purchase;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.warning.WarningWindow;

/**
 * What happens when a month ends: some baskets come back, some members spend, what has lapsed is written off, members are
 * warned of what lapses in the month that begins, schemes are reviewed.
 *
 * <p>Who returns and who spends follows from keys alone, and every step can be repeated: a month that was cut off is simply
 * ended again.
 */
final class MonthEnd {
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final LocalTime NIGHT = LocalTime.of(0, 30);
    private static final int ONE_BASKET_IN = 50;
    private static final int ONE_MEMBER_IN = 4;
    private static final int LEAST_WORTH_SPENDING = 40;

    private final Shop shop;
    private final Membership till;
    private final Roster roster;

    MonthEnd(Shop shop, Roster roster) {
        this.shop = shop;
        this.till = shop.till();
        this.roster = roster;
    }

    void run(YearMonth month, List<Basket> baskets) {
        LocalDate last = month.atEndOfMonth();
        shop.clock().set(last.atTime(EVENING), FoodMartClub.ZONE);
        shop.record(returns(baskets, last));
        roster.accounts().forEach((account, customer) -> spend(account, customer, month));

        shop.clock().set(last.plusDays(1).atTime(NIGHT), FoodMartClub.ZONE);
        Membership membership = shop.membership();
        membership.expiry().run(FoodMartClub.ID, Progress.NONE);
        membership.warnings().run(FoodMartClub.ID, WarningWindow.of(WarningWindow.Kind.CURRENT_MONTH), Progress.NONE);
        membership.review().run(FoodMartClub.ID, ReviewOptions.ALL, Progress.NONE);
    }

    /** One basket in fifty comes back, whole or only its first line. */
    private static List<Purchase> returns(List<Basket> baskets, LocalDate day) {
        return baskets.stream()
                .filter(basket -> Chance.oneIn(ONE_BASKET_IN, basket.receipt()))
                .map(basket -> FoodMartPurchases.giveBack(basket, returnedLines(basket), day))
                .toList();
    }

    private static int returnedLines(Basket basket) {
        return Chance.oneIn(3, basket.receipt() + "-whole") ? basket.lines().size() : 1;
    }

    /** One member in four spends half of what there is, in tens. */
    private void spend(AccountId account, ExternalKey customer, YearMonth month) {
        ExternalKey key = ExternalKey.of(customer.source(), "spend-" + month + "-" + customer.value());
        if (!Chance.oneIn(ONE_MEMBER_IN, key.value())) {
            return;
        }
        Points available = till.statements()
                .balance(account)
                .orElseThrow(() -> new IllegalStateException("account " + account + " is gone"))
                .available();
        if (available.isLessThan(Points.of(LEAST_WORTH_SPENDING))) {
            return;
        }
        long tens = available.hundredths() / 2 / 1_000;
        requireDone(till.redemption().redeem(account, Points.of(tens * 10), key));
    }

    /** A key that was used for other points was used by a run that was cut off after this redemption. */
    private static void requireDone(RedemptionResult result) {
        boolean done = result instanceof RedemptionResult.Redeemed || result instanceof RedemptionResult.KeyReused;
        if (!done) {
            throw new IllegalStateException("points were not redeemed: " + result);
        }
    }
}
