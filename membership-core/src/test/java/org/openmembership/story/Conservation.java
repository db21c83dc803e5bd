package org.openmembership.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openmembership.account.AccountId;
import org.openmembership.shared.Points;
import org.openmembership.statement.ClubStatement;
import org.openmembership.testing.Shop;

/** What members hold is what all entries of their club come to (I1), and what open lots hold less debts (I2). */
final class Conservation {
    private Conservation() {}

    /** @param accounts all of the club */
    static void check(Shop shop, List<AccountId> accounts) {
        Points booked = Points.ZERO;
        Points debt = Points.ZERO;
        for (AccountId account : accounts) {
            booked = booked.plus(shop.balance(account).booked());
            debt = debt.plus(shop.balance(account).debt());
        }
        ClubStatement club = shop.membership().statements().ofClub(Shop.CLUB);
        Points total =
                club.totals().values().stream().map(part -> part.points()).reduce(Points.ZERO, Points::plus);
        assertThat(total).isEqualTo(booked);
        assertThat(club.open().minus(debt)).isEqualTo(booked);
    }
}
