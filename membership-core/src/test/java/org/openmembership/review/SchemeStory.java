package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.Tenure;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.reference.ModelSchemes;
import org.openmembership.reference.ModelSchemes.Rules;
import org.openmembership.reference.ModelSchemes.Step;
import org.openmembership.reference.ModelSchemes.Stretch;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.subscription.SubscriptionRequest;
import org.openmembership.subscription.SubscriptionResult;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;

/** One account that lives through a story twice: in a shop of its own, and in the model. */
final class SchemeStory implements AutoCloseable {
    static final int PAID_DAYS = 40;
    private static final List<SchemeId> SCHEMES = List.of(Shop.STANDARD, Shop.SILVER, Shop.GOLD);

    private final Shop shop = Shop.open(Engine.IN_MEMORY);
    private final ModelSchemes model;
    private final MemberId member;
    private final AccountId account;
    private final List<ExternalKey> sales = new ArrayList<>();
    private final LocalDate openedOn;
    private LocalDate today;

    SchemeStory(Rules rules, LocalDate openedOn) {
        this.openedOn = openedOn;
        move(openedOn);
        shop.publish(club(rules));
        member = shop.member();
        account = shop.account(member, Shop.CLUB);
        model = new ModelSchemes(rules, openedOn);
    }

    private void move(LocalDate day) {
        today = day;
        shop.time().set(noon(day).toString());
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }

    void pass(int days) {
        move(today.plusDays(days));
    }

    /** A sale that arrives late, but of no day before the account was opened, on which nothing is earned. */
    void sell(int amount, int daysLate) {
        LocalDate late = today.minusDays(daysLate);
        LocalDate day = late.isBefore(openedOn) ? openedOn : late;
        ExternalKey key = shop.key();
        record(key, day, new PurchaseLine(1, Article.of("sku"), BigDecimal.ONE, price(amount), null));
        sales.add(key);
        model.sell(day, amount);
    }

    void bringBack(int which, int share) {
        if (sales.isEmpty()) {
            return;
        }
        int sale = which % sales.size();
        long amount = Math.min(model.left(sale), 1 + share);
        if (amount > 0) {
            OriginalLine original = new OriginalLine(sales.get(sale), 1);
            record(
                    shop.key(),
                    today,
                    new PurchaseLine(1, Article.of("sku"), BigDecimal.ONE.negate(), price(-amount), original));
            model.bringBack(sale, today, amount);
        }
    }

    private void record(ExternalKey key, LocalDate day, PurchaseLine line) {
        Purchase purchase = new Purchase(
                key,
                noon(day),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(member),
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
        assertThat(shop.membership().sales().record(purchase)).isInstanceOf(SaleResult.Recorded.class);
    }

    private static PurchaseLine.Price price(long amount) {
        return PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(amount)));
    }

    void buy(int step) {
        boolean bought = model.buy(step, PAID_DAYS, today);
        SubscriptionResult result = shop.membership()
                .subscription()
                .subscribe(new SubscriptionRequest(account, SCHEMES.get(step), shop.key()));
        assertThat(result instanceof SubscriptionResult.Subscribed).isEqualTo(bought);
    }

    void review() {
        shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
        model.review(today);
    }

    void raise() {
        shop.membership().review().raise(account);
        model.raise(today);
    }

    void check() {
        SchemeId held = shop.row(account).schemeAt(shop.time().instant());
        assertThat(held).as("held on " + today).isEqualTo(SCHEMES.get(model.heldOn(today)));
        shop.storage()
                .read(stores -> stores.schemes().cases(new TreeSet<>(List.of(account))))
                .forEach(found -> {
                    if (found.kept() != null) {
                        assertThat(found.kept().earned().until())
                                .as("on " + today)
                                .isEqualTo(model.earnedUntil());
                    }
                });
    }

    @Override
    public void close() {
        assertThat(shop.violations()).isEmpty();
        shop.close();
    }

    private Club club(Rules rules) {
        ReviewTerms.Measure measure = switch (rules.counting()) {
            case POINTS -> ReviewTerms.Measure.AWARD_POINTS;
            case SPENT -> ReviewTerms.Measure.SPEND;
            case LARGEST -> ReviewTerms.Measure.SINGLE_SPEND;
            case VISITS -> ReviewTerms.Measure.VISITS;
        };
        ReviewTerms.Downgrade downgrade = switch (rules.falling()) {
            case TO_MET -> ReviewTerms.Downgrade.TO_WHAT_IS_MET;
            case ONE_STEP -> ReviewTerms.Downgrade.ONE_STEP;
            case NEVER -> ReviewTerms.Downgrade.NEVER;
        };
        ReviewTerms review = new ReviewTerms(measure, window(rules.entering(), rules), downgrade, Period.ofDays(1))
                .keptBy(new ReviewTerms.Gauge(measure, window(rules.keeping(), rules)))
                .withGrace(Period.ofDays(rules.graceDays()))
                .effective(rules.nextDay() ? ReviewTerms.Effect.NEXT_DAY : ReviewTerms.Effect.IMMEDIATE);
        ClubBuilder coffee = shop.coffee(List.of(
                Scheme.byHand("standard", "Standard", 1),
                scheme("silver", 2, rules.steps().get(1)),
                scheme("gold", 3, rules.steps().get(2))));
        return coffee.review(review)
                .rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .build();
    }

    private static ReviewTerms.Window window(Stretch stretch, Rules rules) {
        return switch (stretch) {
            case TRAILING -> new ReviewTerms.Window.Rolling(Period.ofDays(rules.trailingDays()));
            case YEAR -> new ReviewTerms.Window.CalendarYear();
            case MEMBER_YEAR -> new ReviewTerms.Window.MemberYear();
            case VALIDITY -> new ReviewTerms.Window.Validity();
            case EVER -> new ReviewTerms.Window.Lifetime();
        };
    }

    private static Scheme scheme(String id, int sequence, Step step) {
        Tenure tenure = step.validDays() == 0
                ? Tenure.WHILE_KEPT
                : step.validDays() > 0
                        ? new Tenure.For(Period.ofDays(step.validDays()))
                        : new Tenure.ToYearEnd(Tenure.ToYearEnd.Year.CALENDAR_YEAR, 0);
        SchemeTerms.PaidTerm paid =
                new SchemeTerms.PaidTerm(Period.ofDays(PAID_DAYS), BigMoney.of(CurrencyUnit.EUR, BigDecimal.TEN));
        Scheme.Thresholds thresholds = new Scheme.Thresholds(
                BigDecimal.valueOf(step.entry()), step.keep() < 0 ? null : BigDecimal.valueOf(step.keep()));
        return new Scheme(
                SchemeId.of(id),
                id,
                sequence,
                thresholds,
                SchemeTerms.DEFAULT.holding(tenure).soldFor(paid),
                List.of());
    }
}
