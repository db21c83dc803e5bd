package org.openmembership.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeMove.Cause.Kind;
import org.openmembership.account.SchemePin;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Edited;
import org.openmembership.club.ReviewTerms.Force;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.Tenure;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.subscription.SubscriptionResult.KeyReused;
import org.openmembership.subscription.SubscriptionResult.Refused;
import org.openmembership.subscription.SubscriptionResult.Subscribed;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Silver is sold for a year, gold for a month; both can be earned too. The shop starts on 1 March 2026. */
@Requirement("R43")
class SubscriptionTest extends ShopTest {
    private AccountId account;

    @BeforeEach
    void silver_and_gold_are_sold() {
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60").with(sold(Period.ofYears(1), "40")),
                        Scheme.from("gold", "Gold", 3, "500", "300").with(sold(Period.ofMonths(1), "25"))))
                .build());
        account = shop.account();
    }

    @Test
    @Requirement({"D16", "D20"})
    void what_was_paid_for_is_held_at_once_and_lapses_to_what_was_earned() {
        award(100);

        assertThat(subscribe(Shop.GOLD)).isEqualTo(subscribed("2026-03-01", "2026-03-31"));

        assertThat(held()).isEqualTo(Shop.GOLD);
        assertThat(reviewedAt("2026-03-31T21:59:00Z")).isEqualTo(Shop.GOLD);
        assertThat(reviewedAt("2026-03-31T22:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(moves())
                .extracting(
                        move -> move.change().to(),
                        move -> move.cause().kind(),
                        move -> move.when().until())
                .containsExactly(
                        tuple(Shop.STANDARD, Kind.OPENED, null),
                        tuple(Shop.GOLD, Kind.BOUGHT, LocalDate.of(2026, 3, 31)),
                        tuple(Shop.SILVER, Kind.LAPSED, null));
    }

    @Test
    @Requirement("D16")
    void the_better_of_what_was_earned_and_paid_for_is_held() {
        subscribe(Shop.SILVER);
        award(500);

        assertThat(reviewedAt("2026-03-02T12:00:00Z")).isEqualTo(Shop.GOLD);
        assertThat(reviewedAt("2027-02-28T12:00:00Z")).isEqualTo(Shop.GOLD);
        assertThat(reviewedAt("2027-03-01T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("D22")
    void what_is_earned_beside_a_better_paid_scheme_keeps_its_own_validity() {
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60")
                                .with(SchemeTerms.DEFAULT.holding(new Tenure.For(Period.ofYears(3)))),
                        Scheme.from("gold", "Gold", 3, "500", "300").with(sold(Period.ofYears(2), "25"))))
                .build());
        subscribe(Shop.GOLD);
        award(100);

        assertThat(reviewedAt("2026-03-02T12:00:00Z")).isEqualTo(Shop.GOLD);
        assertThat(reviewedAt("2028-03-01T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(reviewedAt("2029-03-01T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(reviewedAt("2029-03-02T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    void paid_for_again_it_holds_on_behind_its_end_and_a_better_one_takes_its_place() {
        assertThat(subscribe(Shop.SILVER)).isEqualTo(subscribed("2026-03-01", "2027-02-28"));
        assertThat(subscribe(Shop.SILVER)).isEqualTo(subscribed("2027-03-01", "2028-02-29"));
        assertThat(held()).isEqualTo(Shop.SILVER);
        assertThat(last().when().until()).isEqualTo(LocalDate.of(2028, 2, 29));

        shop.time().set("2026-05-05T12:00:00Z");
        assertThat(subscribe(Shop.GOLD)).isEqualTo(subscribed("2026-05-05", "2026-06-04"));
        assertThat(held()).isEqualTo(Shop.GOLD);
        assertThat(subscribe(Shop.SILVER)).isEqualTo(new Refused(SubscriptionRefusal.BETTER_IS_PAID, false));
        assertThat(reviewedAt("2026-06-05T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R27")
    void a_repeat_changes_nothing_and_another_scheme_under_the_same_key_is_refused() {
        ExternalKey key = shop.key();
        SubscriptionRequest request = new SubscriptionRequest(account, Shop.SILVER, key);
        subscribe(request);
        long version = shop.row(account).version();

        assertThat(subscribe(request))
                .isEqualTo(new Subscribed(LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28), true));
        assertThat(shop.row(account).version()).isEqualTo(version);
        assertThat(subscribe(new SubscriptionRequest(account, Shop.GOLD, key))).isInstanceOf(KeyReused.class);
        assertThat(shop.membership().subscription().lookup(account, key)).contains(subscribe(request));
        assertThat(shop.membership().subscription().lookup(account, shop.key())).isEmpty();
    }

    @Test
    void what_is_not_sold_is_refused_and_so_is_a_closed_account_and_an_unknown_one() {
        assertThat(subscribe(Shop.STANDARD)).isEqualTo(new Refused(SubscriptionRefusal.NOT_FOR_SALE, false));
        assertThat(subscribe(SchemeId.of("platinum"))).isEqualTo(new Refused(SubscriptionRefusal.NOT_FOR_SALE, false));
        assertThat(subscribe(new SubscriptionRequest(AccountId.of("nobody"), Shop.GOLD, shop.key())))
                .isEqualTo(new Refused(SubscriptionRefusal.UNKNOWN_ACCOUNT, false));
        shop.closeAccount(account);
        assertThat(subscribe(Shop.GOLD)).isEqualTo(new Refused(SubscriptionRefusal.CLOSED, false));
    }

    @Test
    @Requirement("D21")
    void nothing_is_sold_while_schemes_are_off() {
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.byHand("gold", "Gold", 3).with(sold(Period.ofMonths(1), "25"))))
                .review(ReviewTerms.DEFAULT.inForce(new Force(false, Edited.AT_ONCE)))
                .build());

        assertThat(subscribe(Shop.GOLD)).isEqualTo(new Refused(SubscriptionRefusal.NOT_FOR_SALE, false));
    }

    @Test
    @Requirement("R44")
    void a_hard_pin_is_left_alone_and_a_floor_is_not() {
        shop.membership().review().pin(account, Shop.SILVER, new SchemePin(ReasonCode.of("vip"), null));
        subscribe(Shop.GOLD);
        assertThat(held()).isEqualTo(Shop.SILVER);

        AccountId floored = shop.account();
        shop.membership().review().pin(floored, Shop.SILVER, new SchemePin(ReasonCode.of("vip"), null, Shop.SILVER));
        subscribe(new SubscriptionRequest(floored, Shop.GOLD, shop.key()));
        assertThat(shop.row(floored).scheme()).isEqualTo(Shop.GOLD);
        shop.time().set("2026-04-01T12:00:00Z");
        run();
        assertThat(shop.row(floored).scheme()).isEqualTo(Shop.SILVER);
    }

    private static SchemeTerms sold(Period period, String price) {
        return SchemeTerms.DEFAULT.soldFor(
                new SchemeTerms.PaidTerm(period, BigMoney.of(CurrencyUnit.EUR, new BigDecimal(price))));
    }

    private static Subscribed subscribed(String from, String until) {
        return new Subscribed(LocalDate.parse(from), LocalDate.parse(until), false);
    }

    private SubscriptionResult subscribe(SchemeId scheme) {
        return subscribe(new SubscriptionRequest(account, scheme, shop.key()));
    }

    private SubscriptionResult subscribe(SubscriptionRequest request) {
        return shop.membership().subscription().subscribe(request);
    }

    private void award(long points) {
        shop.give(account, Points.of(points), PointKind.AWARD);
    }

    private SchemeId reviewedAt(String instant) {
        shop.time().set(instant);
        run();
        return held();
    }

    private void run() {
        shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
    }

    private SchemeId held() {
        return shop.row(account).schemeAt(shop.time().instant());
    }

    private List<SchemeMove> moves() {
        return shop.membership().review().history(account);
    }

    private SchemeMove last() {
        return moves().get(moves().size() - 1);
    }
}
