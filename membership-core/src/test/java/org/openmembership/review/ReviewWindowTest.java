package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

@Requirement({"B51", "R41"})
class ReviewWindowTest extends ReviewStage {
    @Test
    @Requirement("R41")
    void a_rolling_window_counts_the_days_of_its_period_up_to_today() {
        terms(new Window.Rolling(Period.ofDays(10)), Downgrade.TO_WHAT_IS_MET);
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2026-03-10T22:59:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2026-03-10T23:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R41")
    void a_calendar_year_begins_in_january_in_the_clubs_zone() {
        terms(new Window.CalendarYear(), Downgrade.TO_WHAT_IS_MET);
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2026-12-31T22:59:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2026-12-31T23:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement({"A41", "R41"})
    void a_member_year_begins_on_the_anniversary_of_the_account() {
        terms(new Window.MemberYear(), Downgrade.TO_WHAT_IS_MET);
        shop.time().set("2026-05-20T10:00:00Z");
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2027-05-19T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2027-05-20T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R41")
    void a_lifetime_never_ends() {
        terms(new Window.Lifetime(), Downgrade.TO_WHAT_IS_MET);
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2046-03-10T23:00:00Z")).isEqualTo(Shop.SILVER);
    }

    @Test
    @Requirement("B51")
    void an_account_is_looked_at_as_often_as_the_club_says() {
        shop.publish(club -> club.review(new ReviewTerms(
                Measure.AWARD_POINTS,
                new Window.Rolling(Period.ofYears(1)),
                Downgrade.TO_WHAT_IS_MET,
                Period.ofMonths(1))));
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2026-03-31T12:00:00Z")).isEqualTo(Shop.STANDARD);
        assertThat(schemeAfterReviewAt(account, "2026-04-01T12:00:00Z")).isEqualTo(Shop.SILVER);
    }
}
