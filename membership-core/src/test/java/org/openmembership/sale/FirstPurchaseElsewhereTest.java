package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.assignment.AssignmentResult.Assigned;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.Deferral;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EventRule;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** A first purchase that earned late, for somebody else, or on an account that is another one since, and comes back. */
@Requirement({"D24", "R39"})
class FirstPurchaseElsewhereTest extends SaleStage {
    private static final ClubId BEANS = ClubId.of("beans");

    private static ClubBuilder welcoming() {
        return club("beans").events(EventRule.of("first", EventRule.FIRST_PURCHASE, 30));
    }

    private Points booked(AccountId account) {
        return shop.balance(account).booked();
    }

    private void returnAll(String number) {
        recorded(sale(number, Buyer.GUEST, returned(1, "-1", "-100", "r-1", 1)));
    }

    @Test
    @Requirement("R40")
    void of_a_sale_that_was_claimed_it_goes_with_the_sale() {
        MemberId ada = shop.member();
        AccountId account = account(ada, welcoming().build());
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));
        shop.membership().sales().claim(key("r-1"), ada);
        assertThat(booked(account)).isEqualTo(Points.of(40));

        returnAll("r-2");

        assertThat(booked(account)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("D13")
    void of_a_sale_that_is_somebody_elses_it_goes_and_whoever_has_it_gets_theirs() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId adas = account(ada, welcoming().build());
        AccountId eves = shop.account(eve, BEANS);
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        Assigned changed = (Assigned) shop.membership().assignment().change(key("r-1"), eve, shop.key());

        assertThat(changed.entries())
                .extracting(PointEntry::points)
                .containsExactly(Points.of(-10), Points.of(-30), Points.of(10), Points.of(30));
        assertThat(booked(adas)).isEqualTo(Points.ZERO);
        assertThat(booked(eves)).isEqualTo(Points.of(40));
        shop.membership().assignment().change(key("r-1"), ada, shop.key());
        assertThat(booked(adas)).isEqualTo(Points.of(40));
        returnAll("r-2");
        assertThat(booked(adas)).isEqualTo(Points.ZERO);
        assertThat(booked(eves)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("D13")
    void of_a_sale_that_was_nobodys_and_was_given_to_a_member_it_goes_with_the_sale() {
        MemberId ada = shop.member();
        AccountId account = account(ada, welcoming().build());
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));
        PointEntry earned = ((Assigned) shop.membership().assignment().assign(key("r-1"), ada, shop.key()))
                .entries()
                .get(0);
        assertThat(booked(account)).isEqualTo(Points.of(40));

        shop.reverse(earned);

        assertThat(booked(account)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R16")
    void after_a_merge_it_is_taken_from_whoever_has_it_now() {
        Couple couple = Couple.welcomed(shop, 2);
        couple.sell(1, "r-1", line(1, "1", "100"));
        couple.merge(0, 1);
        AccountId survivor = couple.accounts().get(0);
        assertThat(booked(survivor)).isEqualTo(Points.of(10 + Couple.FIRST));

        returnAll("r-2");

        assertThat(booked(survivor)).isEqualTo(Points.ZERO);
        couple.sell(0, "r-3", line(1, "1", "10"));
        assertThat(booked(survivor)).isEqualTo(Points.of(1 + Couple.FIRST));
    }

    @Test
    @Requirement("A59")
    void of_a_sale_that_waits_it_goes_when_the_return_is_posted_after_it() {
        MemberId ada = shop.member();
        Deferral oneDay = new Deferral(Duration.ofDays(1), Deferral.Awaits.NOTHING);
        AccountId account = account(
                ada,
                welcoming()
                        .earningPolicies(EarningTerms.Policies.DEFAULT.deferring(oneDay))
                        .build());
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));
        returnAll("r-2");
        recorded(sale("r-3", Buyer.member(ada), line(1, "1", "50")));
        shop.time().advance(Duration.ofDays(1));

        shop.membership().deferral().postDue(BEANS, Progress.NONE);

        assertThat(booked(account)).isEqualTo(Points.of(35));
        assertThat(shop.history(account)).extracting(PointEntry::points).contains(Points.of(-30), Points.of(-10));
    }
}
