package org.openmembership.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.club.ClubId;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.sale.ClubPoints;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Registrations, birthdays and first purchases, which nobody reports. */
@Requirement({"D24", "D26"})
class OccasionsTest extends ShopTest {
    private int numbers;

    @BeforeEach
    void a_club_gives_points_for_occasions() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .events(
                        EventRule.of("welcome", EventRule.REGISTRATION, 5),
                        EventRule.of("birthday", EventRule.BIRTHDAY, 100),
                        EventRule.of("birthday-gold", EventRule.BIRTHDAY, 1_000).only(Shop.GOLD),
                        EventRule.of("first", EventRule.FIRST_PURCHASE, 30)));
    }

    @Test
    void a_member_is_welcome_once_in_each_club() {
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        EnrolmentResult.Enrolled again =
                (EnrolmentResult.Enrolled) shop.membership().enrolment().enrol(member, Shop.CLUB);

        assertThat(shop.history(account))
                .extracting(entry -> entry.cause().origin().reason())
                .containsExactly(EventRule.REGISTRATION);
        assertThat(again.account().head().booked()).isEqualTo(Points.of(5));
        assertThat(shop.available(account)).isEqualTo(Points.of(5));
    }

    @Test
    void whoever_joins_a_family_is_welcome_too_but_not_a_second_time() {
        AccountId family = enrolled(shop.member(), AccountType.FAMILY);
        MemberId child = shop.member();
        shop.membership().sharing().join(family, child);
        shop.membership().sharing().leave(family, child);
        shop.membership().sharing().join(family, child);

        assertThat(shop.available(family)).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement("R28")
    void a_birthday_gives_its_points_once_a_year_however_often_the_job_runs() {
        AccountId account = born(LocalDate.of(1990, 3, 2));

        assertThat(birthdays("2026-03-01T22:59:59Z", 0)).isZero();
        assertThat(birthdays("2026-03-01T23:00:00Z", 0)).isEqualTo(1);
        assertThat(birthdays("2026-03-02T12:00:00Z", 3)).isZero();
        assertThat(birthdays("2026-03-09T12:00:00Z", 7)).isZero();
        assertThat(birthdays("2027-03-05T12:00:00Z", 2)).isZero();
        assertThat(birthdays("2027-03-05T12:00:00Z", 3)).isEqualTo(1);
        assertThat(shop.available(account)).isEqualTo(Points.of(5 + 2 * 100));
    }

    @Test
    void who_was_born_on_a_leap_day_has_a_birthday_every_year() {
        AccountId account = born(LocalDate.of(2000, 2, 29));

        assertThat(birthdays("2027-02-28T12:00:00Z", 0)).isEqualTo(1);
        assertThat(birthdays("2027-03-01T12:00:00Z", 5)).isZero();
        assertThat(birthdays("2028-02-28T12:00:00Z", 5)).isZero();
        assertThat(birthdays("2028-02-29T12:00:00Z", 0)).isEqualTo(1);
        assertThat(shop.available(account)).isEqualTo(Points.of(5 + 2 * 100));
    }

    @Test
    void a_birthday_of_last_december_is_made_up_for_in_january_and_that_of_this_year_comes_all_the_same() {
        AccountId account = born(LocalDate.of(1985, 12, 31));

        assertThat(birthdays("2027-01-02T12:00:00Z", 7)).isEqualTo(1);
        assertThat(birthdays("2027-12-31T12:00:00Z", 7)).isEqualTo(1);
        assertThat(shop.available(account)).isEqualTo(Points.of(5 + 2 * 100));
    }

    @Test
    void a_birthday_before_the_account_was_opened_gives_nothing_nor_does_the_day_of_birth() {
        born(LocalDate.of(1990, 2, 28));
        born(LocalDate.of(2026, 3, 1));

        assertThat(birthdays("2026-03-01T12:00:00Z", 7)).isZero();
    }

    @Test
    void everybody_who_shares_an_account_has_a_birthday_and_many_are_done_page_by_page() {
        AccountId family = enrolled(member(LocalDate.of(1990, 3, 2)), AccountType.FAMILY);
        shop.membership().sharing().join(family, member(LocalDate.of(2020, 3, 2)));
        AccountId closed = born(LocalDate.of(1990, 3, 2));
        shop.closeAccount(closed);

        assertThat(birthdays("2026-03-02T12:00:00Z", 0)).isEqualTo(2);
        assertThat(shop.available(family)).isEqualTo(Points.of(2 * 5 + 2 * 100));
        assertThat(shop.available(closed)).isEqualTo(Points.of(5));
    }

    @Test
    @Requirement("R17")
    void no_entry_and_no_key_holds_the_birthdate() {
        AccountId account = born(LocalDate.of(1990, 3, 2));
        birthdays("2026-03-04T12:00:00Z", 7);

        PointEntry entry = shop.history(account).get(1);
        assertThat(entry.occurredAt()).isEqualTo(shop.time().instant());
        assertThat(entry.cause().origin().command().key().value())
                .isEqualTo("birthday:" + entry.cause().origin().scene().member() + ":2026");
    }

    @Test
    void days_to_make_up_for_are_at_most_a_year_and_an_unknown_club_is_an_error() {
        Earning earning = shop.membership().earning();

        assertThatThrownBy(() -> earning.birthdays(Shop.CLUB, 367, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> earning.birthdays(ClubId.of("nowhere"), 0, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement({"R37", "R38"})
    void the_first_purchase_that_earns_gives_more_and_says_so() {
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        sell(member, "0.50");
        ClubPoints previewed = ((SaleResult.Previewed) shop.membership().sales().preview(sale(member, "10.00")))
                .clubs()
                .get(0);
        Purchase first = sale(member, "10.00");
        ClubPoints posted = sell(first);
        ClubPoints second = sell(member, "10.00");

        assertThat(posted.points()).isEqualTo(Points.of(40));
        assertThat(posted.explanation().receipt())
                .containsExactly(
                        "1: 10, 1 per 1 = 10 (base) -> 10", "AWARD 10", "FIRST_PURCHASE (first): 30", "= 40 points");
        assertThat(previewed.explanation()).isEqualTo(posted.explanation());
        assertThat(second.points()).isEqualTo(Points.of(10));
        assertThat(sell(first)).isEqualTo(posted);
        assertThat(shop.membership()
                        .statements()
                        .explain(posted.entries().get(1).id())
                        .orElseThrow()
                        .earning())
                .isEqualTo(posted.explanation());
        assertThat(shop.available(account)).isEqualTo(Points.of(5 + 40 + 10));
    }

    @Test
    void of_two_sales_in_one_call_one_is_the_first() {
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);

        shop.membership().sales().recordAll(List.of(sale(member, "10.00"), sale(member, "10.00")));

        assertThat(shop.history(account))
                .extracting(PointEntry::points)
                .containsExactly(Points.of(5), Points.of(10), Points.of(30), Points.of(10));
    }

    @Test
    void a_return_of_the_first_purchase_takes_its_gift_along_and_leaves_what_other_events_gave() {
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        Purchase first = sale(member, "10.00");
        sell(first);
        PurchaseLine back = new PurchaseLine(
                1,
                Article.of("sku-1"),
                BigDecimal.ONE.negate(),
                PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal("-10.00"))),
                new OriginalLine(first.key(), 1));
        sell(purchase(member, back));

        assertThat(shop.available(account)).isEqualTo(Points.of(5));
        assertThat(sell(member, "10.00").points()).isEqualTo(Points.of(10 + 30));
    }

    private long birthdays(String at, int days) {
        shop.time().set(Instant.parse(at));
        return shop.membership()
                .earning()
                .birthdays(Shop.CLUB, days, Progress.NONE)
                .birthdays();
    }

    private AccountId born(LocalDate day) {
        return shop.account(member(day), Shop.CLUB);
    }

    private AccountId enrolled(MemberId member, AccountType type) {
        EnrolmentResult result = shop.membership().enrolment().enrol(member, Shop.CLUB, type);
        return ((EnrolmentResult.Enrolled) result).account().id();
    }

    private MemberId member(LocalDate born) {
        numbers++;
        RegistrationResult result = shop.membership()
                .registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email("born." + numbers + "@example.org")
                        .birthdate(born)
                        .acceptTerms("terms-1")
                        .build());
        return ((RegistrationResult.Registered) result).member();
    }

    private ClubPoints sell(MemberId member, String amount) {
        return sell(sale(member, amount));
    }

    private ClubPoints sell(Purchase purchase) {
        SaleResult result = shop.membership().sales().record(purchase);
        return ((SaleResult.Recorded) result).clubs().get(0);
    }

    private Purchase sale(MemberId member, String amount) {
        BigMoney price = BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount));
        return purchase(
                member, new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE, PurchaseLine.Price.of(price), null));
    }

    private Purchase purchase(MemberId member, PurchaseLine line) {
        return new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(member),
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
    }
}
