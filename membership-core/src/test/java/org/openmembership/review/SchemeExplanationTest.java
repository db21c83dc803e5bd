package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.account.SchemeExplanation.Goal;
import org.openmembership.account.SchemeExplanation.Why;
import org.openmembership.account.SchemePin;
import org.openmembership.club.Benefit;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Effect;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeTerms;
import org.openmembership.shared.ReasonCode;
import org.openmembership.subscription.SubscriptionRequest;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** Why this scheme, what keeps it, what is missing to the next, by when. */
@Requirement({"R46", "B23"})
class SchemeExplanationTest extends ReviewStage {
    private static final ReviewTerms BY_YEAR = new ReviewTerms(
            Measure.AWARD_POINTS, new Window.CalendarYear(), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1));

    @Test
    void a_newcomer_is_told_what_is_missing_to_the_next_scheme_by_when_and_what_it_gives() {
        publish(BY_YEAR);
        AccountId account = shop.account();
        award(account, 40);

        SchemeExplanation explanation = explain(account);

        assertThat(explanation.held().why()).isEqualTo(Why.START);
        assertThat(explanation.keep()).isNull();
        SchemeExplanation.Next next = explanation.next();
        assertThat(next).isNotNull();
        assertThat(next.scheme().name()).isEqualTo("Silver");
        assertThat(next.entry()).isEqualTo(goal("2026-01-01", "100", "40.00", "60.00", LocalDate.of(2026, 12, 31)));
        assertThat(next.benefits()).containsExactly(new Benefit(Benefit.Kind.DISCOUNT_PERCENT, "5"));
        assertThat(explanation.text())
                .containsExactly(
                        "Standard", "Silver: 60 points more by 2026-12-31 (40 of 100 points)", "+ DISCOUNT_PERCENT 5");
    }

    @Test
    void what_was_earned_is_told_with_what_keeps_it_and_until_when() {
        publish(BY_YEAR);
        AccountId account = shop.account();
        award(account, 130);
        schemeAfterReviewAt(account, "2026-03-02T12:00:00Z");

        SchemeExplanation explanation = explain(account);

        assertThat(explanation.held().why()).isEqualTo(Why.EARNED);
        assertThat(explanation.held().life().since()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(explanation.held().life().nextReview()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(explanation.keep()).isEqualTo(goal("2026-01-01", "60", "130.00", "0", LocalDate.of(2026, 12, 31)));
        assertThat(explanation.text())
                .containsExactly(
                        "Silver, earned",
                        "kept: 130 of 60 points",
                        "Gold: 370 points more by 2026-12-31 (130 of 500 points)",
                        "Gold: EUR 25 for P1M",
                        "+ FREE_DELIVERY yes");
    }

    @Test
    void in_grace_it_is_told_what_is_missing_and_until_when() {
        publish(BY_YEAR.withGrace(Period.ofDays(30)));
        AccountId account = shop.account();
        award(account, 130);
        schemeAfterReviewAt(account, "2026-03-02T12:00:00Z");
        schemeAfterReviewAt(account, "2027-01-01T12:00:00Z");

        SchemeExplanation explanation = explain(account);

        assertThat(explanation.held().why()).isEqualTo(Why.GRACE);
        assertThat(explanation.held().life().until()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(explanation.keep()).isEqualTo(goal("2027-01-01", "60", "0.00", "60.00", LocalDate.of(2027, 1, 31)));
        assertThat(explanation.text()).contains("to keep silver: 60 points more by 2027-01-31 (0 of 60 points)");
    }

    @Test
    @Requirement("R43")
    void what_is_paid_for_is_told_beside_what_is_earned_beneath_it() {
        publish(BY_YEAR);
        AccountId account = shop.account();
        award(account, 130);
        schemeAfterReviewAt(account, "2026-03-02T12:00:00Z");
        shop.membership().subscription().subscribe(new SubscriptionRequest(account, Shop.GOLD, shop.key()));

        SchemeExplanation explanation = explain(account);

        assertThat(explanation.held().why()).isEqualTo(Why.PAID);
        assertThat(explanation.held().earned()).isEqualTo(Shop.SILVER);
        assertThat(explanation.text()).containsExactly("Gold, paid, until 2026-04-01", "kept: 130 of 60 points");
    }

    @Test
    @Requirement("R44")
    void a_pin_is_told_with_its_reason() {
        publish(BY_YEAR);
        AccountId account = shop.account();
        AccountId floored = shop.account();
        LocalDate last = LocalDate.of(2026, 5, 1);
        shop.membership().review().pin(account, Shop.GOLD, new SchemePin(ReasonCode.of("vip"), last));
        shop.membership().review().pin(floored, Shop.SILVER, new SchemePin(ReasonCode.of("staff"), null, Shop.SILVER));

        assertThat(explain(account).text()).containsExactly("Gold, assigned (vip), until 2026-05-01");
        assertThat(explain(account).held().why()).isEqualTo(Why.PINNED);
        assertThat(explain(floored).held().why()).isEqualTo(Why.FLOOR);
        assertThat(explain(floored).text()).startsWith("Silver, assigned (staff)");
    }

    @Test
    @Requirement("R42")
    void what_is_to_come_is_told_before_it_does() {
        publish(BY_YEAR.effective(Effect.NEXT_DAY));
        AccountId account = shop.account();
        award(account, 100);
        schemeAfterReviewAt(account, "2026-03-02T12:00:00Z");

        assertThat(explain(account).text())
                .startsWith(
                        "Standard, until 2026-03-02",
                        "Silver from 2026-03-03",
                        "Gold: 400 points more by 2026-12-31 (100 of 500 points)");
        shop.time().set("2026-03-03T12:00:00Z");
        assertThat(explain(account).text()).startsWith("Silver, earned");
    }

    @Test
    void a_single_purchase_has_to_come_to_all_that_is_needed() {
        publish(new ReviewTerms(
                Measure.SINGLE_SPEND, new Window.Lifetime(), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1)));
        AccountId account = shop.account();

        assertThat(explain(account).text()).contains("Silver: 100 in one purchase more (0 of 100 in one purchase)");
    }

    @Test
    void the_same_is_told_as_json() {
        publish(BY_YEAR);
        AccountId account = shop.account();
        award(account, 40);

        assertThat(shop.membership().review().explain(account).orElseThrow().json())
                .isEqualTo("{\"account\":\"" + account
                        + "\",\"club\":\"coffee\",\"on\":\"2026-03-01\",\"held\":{\"scheme\":"
                        + "\"standard\",\"name\":\"Standard\",\"why\":\"START\",\"since\":\"2026-03-01\",\"nextReview\":"
                        + "\"2026-03-02\",\"earned\":\"standard\"},\"next\":{\"scheme\":\"silver\",\"name\":\"Silver\",\"entry\":"
                        + "{\"measure\":\"AWARD_POINTS\",\"from\":\"2026-01-01\",\"needed\":\"100\",\"counted\":\"40.00\","
                        + "\"missing\":\"60.00\",\"by\":\"2026-12-31\"},\"benefits\":[{\"kind\":\"DISCOUNT_PERCENT\",\"value\":"
                        + "\"5\"}]}}");
    }

    @Test
    void nothing_is_told_of_an_unknown_account() {
        assertThat(shop.membership().review().explain(AccountId.of("nobody"))).isEmpty();
    }

    private static Goal goal(String from, String needed, String counted, String missing, LocalDate by) {
        return new Goal(
                Measure.AWARD_POINTS,
                LocalDate.parse(from),
                new BigDecimal(needed),
                new BigDecimal(counted),
                new BigDecimal(missing),
                by);
    }

    private SchemeExplanation explain(AccountId account) {
        return shop.membership().review().explain(account).orElseThrow().explanation();
    }

    private void publish(ReviewTerms review) {
        SchemeTerms.PaidTerm month =
                new SchemeTerms.PaidTerm(Period.ofMonths(1), BigMoney.of(CurrencyUnit.EUR, new BigDecimal("25")));
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60")
                                .with(List.of(new Benefit(Benefit.Kind.DISCOUNT_PERCENT, "5"))),
                        Scheme.from("gold", "Gold", 3, "500", "300")
                                .with(SchemeTerms.DEFAULT.soldFor(month))
                                .with(List.of(new Benefit(Benefit.Kind.FREE_DELIVERY, "yes")))))
                .review(review)
                .build());
    }
}
