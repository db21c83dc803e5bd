package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.earning.EventResult;
import org.openmembership.earning.ReferralResult;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.sale.Checkout;
import org.openmembership.sale.CheckoutResult;
import org.openmembership.sale.ClaimResult;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.TenderType;
import org.openmembership.storage.BusyException;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Many tills and jobs at once: caps hold, and what is given once is given once. */
@Requirement("R32")
class EarningRaceTest extends ShopTest {
    private static final ReasonCode SURVEY = ReasonCode.of("SURVEY");

    @Test
    @Requirement({"R36", "I22"})
    void a_cap_of_sales_holds_however_many_tills_sell_at_once() throws InterruptedException {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .earningPolicies(new EarningTerms.Policies(
                        usual.choice(),
                        List.of(PointCap.of(PointCap.Span.DAY, 100)),
                        usual.pendingDays(),
                        usual.returns(),
                        usual.claimWindow())));
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);

        List<SaleResult> results = Tills.atOnce(till -> {
            for (int i = 0; i < 2; i++) {
                sell(sale("till-" + till, "" + i, Buyer.member(member)));
            }
            return sell(sale("till-" + till, "last", Buyer.member(member)));
        });

        assertThat(results).hasOnlyElementsOfType(SaleResult.Recorded.class);
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(100));
    }

    @Test
    @Requirement({"R36", "I22", "D25"})
    void a_cap_of_an_event_holds_and_one_key_counts_once_however_many_report_it() throws InterruptedException {
        shop.publish(
                club -> club.events(EventRule.of("survey", SURVEY, 7).capped(PointCap.of(PointCap.Span.MONTH, 100))));
        AccountId account = shop.account();

        List<EventResult> results = Tills.atOnce(till -> {
            report(account, ExternalKey.of("app", "of-all"));
            report(account, ExternalKey.of("app", "of-" + till));
            return report(account, ExternalKey.of("app", "of-all"));
        });

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(((EventResult.Reported) result).repeated()).isTrue());
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(100));
        assertThat(shop.history(account)).hasSize(15);
    }

    @Test
    @Requirement({"R49", "R26", "I3"})
    void checkouts_together_never_spend_more_than_is_there() throws InterruptedException {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        shop.give(account, 1_000);

        List<CheckoutResult> results = Tills.atOnce(till -> patiently(() -> {
            Purchase sale = sale("till-" + till, "1", Buyer.member(member));
            Purchase paid = new Purchase(
                    sale.key(),
                    sale.purchasedAt(),
                    sale.place(),
                    sale.buyer(),
                    new Purchase.Content(
                            CurrencyUnit.EUR,
                            sale.lines(),
                            List.of(new Tender(TenderType.of("POINTS"), Money.of(CurrencyUnit.EUR, 2)))));
            return shop.membership().sales().checkOut(Checkout.of(paid, account));
        }));

        long done = results.stream()
                .filter(CheckoutResult.CheckedOut.class::isInstance)
                .count();
        assertThat(done).isEqualTo(5);
        assertThat(results)
                .filteredOn(CheckoutResult.PaymentRefused.class::isInstance)
                .hasSize(Tills.COUNT - 5);
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5 * 5));
    }

    @Test
    @Requirement("R40")
    void of_many_claims_one_succeeds() throws InterruptedException {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        List<MemberId> members = new ArrayList<>();
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < Tills.COUNT; i++) {
            members.add(shop.member());
            accounts.add(shop.account(members.get(i), Shop.CLUB));
        }
        Purchase sale = sale("till-1", "nobodys", Buyer.GUEST);
        sell(sale);

        List<ClaimResult> results =
                Tills.atOnce(till -> patiently(() -> shop.membership().sales().claim(sale.key(), members.get(till))));

        assertThat(results).filteredOn(ClaimResult.Claimed.class::isInstance).hasSize(1);
        assertThat(accounts.stream()
                        .filter(account -> shop.balance(account).booked().isPositive()))
                .hasSize(1);
    }

    @Test
    @Requirement("D24")
    void one_of_many_first_purchases_is_the_first() throws InterruptedException {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .events(EventRule.of("first", EventRule.FIRST_PURCHASE, 1_000)));
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);

        Tills.atOnce(till -> sell(sale("till-" + till, "1", Buyer.member(member))));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(1_000 + 7 * Tills.COUNT));
    }

    @Test
    @Requirement("D24")
    void birthdays_are_given_once_although_every_node_runs_the_job() throws InterruptedException {
        shop.publish(club -> club.events(EventRule.of("birthday", EventRule.BIRTHDAY, 10)));
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            accounts.add(shop.account(bornToday(i), Shop.CLUB));
        }

        List<Long> given = Tills.atOnce(node -> {
            Membership membership =
                    shop.over(shop.storage(), "node-" + node + "-").open();
            return patiently(() -> membership.earning().birthdays(Shop.CLUB, 2, Progress.NONE))
                    .birthdays();
        });

        assertThat(given.stream().mapToLong(Long::longValue).sum()).isEqualTo(20);
        assertThat(accounts)
                .allSatisfy(
                        account -> assertThat(shop.balance(account).booked()).isEqualTo(Points.of(10)));
    }

    @Test
    @Requirement("D24")
    void somebody_is_brought_once_although_many_say_so_and_bring_each_other() throws InterruptedException {
        shop.publish(club -> club.events(
                EventRule.of("brings", EventRule.REFERRAL, 5), EventRule.of("brought", EventRule.REFERRED, 3)));
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < Tills.COUNT; i++) {
            accounts.add(shop.account());
        }

        List<ReferralResult> ring = Tills.atOnce(till -> {
            refer(accounts.get(till), accounts.get(0));
            return refer(accounts.get(till), accounts.get((till + 1) % Tills.COUNT));
        });

        Points all = Points.ZERO;
        for (AccountId account : accounts) {
            all = all.plus(shop.balance(account).booked());
        }
        assertThat(ring).doesNotContain(new ReferralResult.OutcomeUnknown());
        assertThat(all).isEqualTo(Points.of(8 * Tills.COUNT));
    }

    private ReferralResult refer(AccountId referrer, AccountId referred) {
        return patiently(() -> shop.membership().earning().refer(referrer, referred));
    }

    private EventResult report(AccountId account, ExternalKey key) {
        return patiently(() -> shop.membership().earning().report(account, SURVEY, key));
    }

    private MemberId bornToday(int number) {
        RegistrationResult result = shop.membership()
                .registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email("born." + number + "@example.org")
                        .birthdate(LocalDate.of(1990, 3, 1))
                        .acceptTerms("terms-1")
                        .build());
        return ((RegistrationResult.Registered) result).member();
    }

    private SaleResult sell(Purchase sale) {
        return patiently(() -> shop.membership().sales().record(sale));
    }

    private Purchase sale(String source, String number, Buyer buyer) {
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(7)));
        PurchaseLine line = new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE, price, null);
        return new Purchase(
                ExternalKey.of(source, number),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
    }

    /** A till that is told to come back later does. */
    private static <R> R patiently(Supplier<R> call) {
        BusyException busy = new BusyException("not tried");
        for (int i = 0; i < 20; i++) {
            try {
                return call.get();
            } catch (BusyException again) {
                busy = again;
            }
        }
        throw busy;
    }
}
