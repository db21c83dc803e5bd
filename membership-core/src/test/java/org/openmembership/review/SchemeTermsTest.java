package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeMove.Cause.Kind;
import org.openmembership.club.Club;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Effect;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.Tenure;
import org.openmembership.publishing.PublishResult;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** Keep rules of their own, validity, grace and the day from which moves hold. */
@Requirement({"R42", "R43"})
class SchemeTermsTest extends ReviewStage {
    private static final ReviewTerms ROLLING = new ReviewTerms(
            Measure.AWARD_POINTS, new Window.Rolling(Period.ofYears(1)), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1));

    @Test
    void what_keeps_a_scheme_may_be_counted_over_another_stretch_than_what_enters_it() {
        publish(
                ROLLING.keptBy(new Gauge(Measure.AWARD_POINTS, new Window.Rolling(Period.ofDays(10)))),
                SchemeTerms.DEFAULT);
        AccountId account = shop.account();
        award(account, 150);
        assertThat(schemeAfterReviewAt(account, "2026-03-02T12:00:00Z")).isEqualTo(Shop.SILVER);

        // what is still enough to enter keeps it, however short the stretch that keeps
        assertThat(schemeAfterReviewAt(account, "2026-03-20T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2027-03-01T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("D19")
    void a_scheme_may_be_kept_by_another_measure_than_its_club_counts() {
        publish(ROLLING, SchemeTerms.DEFAULT.keptBy(new Gauge(Measure.VISITS, new Window.Rolling(Period.ofDays(30)))));
        AccountId account = shop.account();
        award(account, 150);
        assertThat(schemeAfterReviewAt(account, "2026-03-02T12:00:00Z")).isEqualTo(Shop.SILVER);

        assertThat(schemeAfterReviewAt(account, "2027-03-01T12:00:00Z")).isEqualTo(Shop.STANDARD);
        assertThat(lastMove(account).cause().measure()).isEqualByComparingTo("0");
    }

    @Test
    @Requirement("D20")
    void a_validity_holds_to_its_end_whatever_is_counted_meanwhile() {
        publish(ROLLING, SchemeTerms.DEFAULT.holding(new Tenure.For(Period.ofMonths(18))));
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2026-03-02T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(lastMove(account).when().until()).isEqualTo(LocalDate.of(2027, 9, 1));
        assertThat(schemeAfterReviewAt(account, "2027-09-01T21:59:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2027-09-01T22:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    void what_was_counted_at_the_end_of_a_validity_renews_it_however_late_the_review_comes() {
        publish(
                new ReviewTerms(
                        Measure.AWARD_POINTS, new Window.Validity(), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1)),
                SchemeTerms.DEFAULT
                        .enteredBy(ROLLING.entry())
                        .holding(new Tenure.ToYearEnd(Tenure.ToYearEnd.Year.CALENDAR_YEAR, 0)));
        AccountId account = shop.account();
        award(account, 100);
        assertThat(schemeAfterReviewAt(account, "2026-03-02T12:00:00Z")).isEqualTo(Shop.SILVER);
        shop.time().set("2026-12-31T22:59:00Z");
        award(account, 60);
        shop.time().set("2026-12-31T23:00:00Z");
        award(account, 10);

        assertThat(schemeAfterReviewAt(account, "2027-02-10T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(lastMove(account).cause().kind()).isEqualTo(Kind.RENEWED);
        assertThat(lastMove(account).cause().measure()).isEqualByComparingTo("60");
        assertThat(lastMove(account).when().effectiveOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(lastMove(account).when().until()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(schemeAfterReviewAt(account, "2028-01-01T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement({"R42", "A41"})
    void a_validity_to_the_end_of_a_member_year_ends_before_the_anniversary() {
        publish(ROLLING, SchemeTerms.DEFAULT.holding(new Tenure.ToYearEnd(Tenure.ToYearEnd.Year.MEMBER_YEAR, 1)));
        shop.time().set("2028-02-29T12:00:00Z");
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2028-03-01T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(lastMove(account).when().until()).isEqualTo(LocalDate.of(2030, 2, 27));
    }

    @Test
    void in_grace_an_account_stays_and_what_was_missing_can_still_be_earned() {
        publish(ROLLING.withGrace(Period.ofDays(30)), SchemeTerms.DEFAULT);
        AccountId lucky = shop.account();
        AccountId other = shop.account();
        award(lucky, 100);
        award(other, 100);
        shop.time().set("2026-06-01T12:00:00Z");
        award(lucky, 50);
        award(other, 50);
        assertThat(schemeAfterReviewAt(lucky, "2026-06-02T12:00:00Z")).isEqualTo(Shop.SILVER);

        assertThat(schemeAfterReviewAt(lucky, "2027-03-01T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(lastMove(lucky).cause().kind()).isEqualTo(Kind.GRACE);
        assertThat(lastMove(lucky).when().until()).isEqualTo(LocalDate.of(2027, 3, 31));
        shop.time().set("2027-03-20T12:00:00Z");
        award(lucky, 10);

        assertThat(schemeAfterReviewAt(lucky, "2027-03-31T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(lastMove(lucky).cause().kind()).isEqualTo(Kind.RENEWED);
        assertThat(scheme(other)).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(other, "2027-04-01T12:00:00Z")).isEqualTo(Shop.STANDARD);
        assertThat(scheme(lucky)).isEqualTo(Shop.SILVER);
    }

    @Test
    void a_grace_follows_the_end_of_a_validity_too() {
        publish(ROLLING.withGrace(Period.ofDays(10)), SchemeTerms.DEFAULT.holding(new Tenure.For(Period.ofYears(1))));
        AccountId account = shop.account();
        award(account, 100);
        shop.time().set("2026-03-01T13:00:00Z");

        assertThat(schemeAfterReviewAt(account, "2026-03-02T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2027-03-05T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(lastMove(account).when())
                .isEqualTo(new SchemeMove.When(
                        shop.time().instant(), LocalDate.of(2027, 3, 2), LocalDate.of(2027, 3, 11)));
        assertThat(schemeAfterReviewAt(account, "2027-03-12T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement({"R42", "B53"})
    void where_the_club_says_so_a_move_holds_from_the_next_midnight_without_another_review() {
        publish(ROLLING.effective(Effect.NEXT_DAY), SchemeTerms.DEFAULT);
        AccountId account = shop.account();
        award(account, 100);
        shop.time().set("2026-03-02T22:00:00Z");
        run();

        assertThat(held(account)).isEqualTo(Shop.STANDARD);
        assertThat(lastMove(account).when().effectiveOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        shop.time().set("2026-03-02T22:59:59Z");
        assertThat(held(account)).isEqualTo(Shop.STANDARD);
        shop.time().set("2026-03-02T23:00:00Z");
        assertThat(held(account)).isEqualTo(Shop.SILVER);
        run();
        assertThat(shop.membership().review().history(account)).hasSize(2);
        assertThat(scheme(account)).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2027-03-01T12:00:00Z")).isEqualTo(Shop.SILVER);
        shop.time().set("2027-03-02T12:00:00Z");
        assertThat(held(account)).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement({"D32", "B53"})
    void a_scheme_that_somebody_comes_to_tomorrow_is_not_left_out_of_a_definition() {
        publish(ROLLING.effective(Effect.NEXT_DAY), SchemeTerms.DEFAULT);
        AccountId account = shop.account();
        award(account, 100);
        shop.time().set("2026-03-02T22:00:00Z");
        run();
        assertThat(held(account)).isEqualTo(Shop.STANDARD);
        Club without = shop.coffee(
                        List.of(Scheme.byHand("standard", "Standard", 1), Scheme.from("gold", "Gold", 3, "500", "300")))
                .build();

        assertThat(shop.membership().clubs().publish(without)).isEqualTo(new PublishResult.SchemeInUse(Shop.SILVER, 1));
    }

    @Test
    void a_scheme_without_a_keep_threshold_is_for_life() {
        publish(
                ROLLING,
                List.of(Scheme.byHand("standard", "Standard", 1), life("silver", 2, "100"), life("gold", 3, "500")));
        AccountId account = shop.account();
        award(account, 100);
        assertThat(schemeAfterReviewAt(account, "2026-03-02T12:00:00Z")).isEqualTo(Shop.SILVER);

        assertThat(schemeAfterReviewAt(account, "2046-03-02T12:00:00Z")).isEqualTo(Shop.SILVER);
    }

    @Test
    void a_scheme_that_becomes_limited_begins_its_validity_at_the_next_review() {
        AccountId account = shop.account();
        award(account, 100);
        assertThat(schemeAfterReviewAt(account, "2026-03-02T12:00:00Z")).isEqualTo(Shop.SILVER);
        publish(ROLLING, SchemeTerms.DEFAULT.holding(new Tenure.For(Period.ofYears(2))));

        assertThat(schemeAfterReviewAt(account, "2026-03-03T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(shop.membership().review().history(account))
                .extracting(move -> move.cause().kind(), move -> move.when().until())
                .containsExactly(
                        tuple(Kind.OPENED, null),
                        tuple(Kind.REVIEW, null),
                        tuple(Kind.RENEWED, LocalDate.of(2028, 3, 2)));
    }

    private static Scheme life(String id, int sequence, String entry) {
        Scheme scheme = Scheme.from(id, id, sequence, entry, entry);
        Scheme.Thresholds thresholds = new Scheme.Thresholds(scheme.thresholds().entry(), null);
        return new Scheme(scheme.id(), scheme.name(), sequence, thresholds, SchemeTerms.DEFAULT, List.of());
    }

    private void publish(ReviewTerms review, SchemeTerms terms) {
        publish(
                review,
                List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60").with(terms),
                        Scheme.from("gold", "Gold", 3, "500", "300").with(terms)));
    }

    private void publish(ReviewTerms review, List<Scheme> schemes) {
        shop.publish(shop.coffee(schemes).review(review).build());
    }
}
