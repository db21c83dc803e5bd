package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Publication;
import org.openmembership.club.RuleChoice;
import org.openmembership.club.RuleId;
import org.openmembership.club.Validity;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Explanation;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.ExchangeRate;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Points;
import org.openmembership.statement.EntryExplanation;
import org.openmembership.testkit.Requirement;

class ExplanationTest extends SaleStage {
    private MemberId ada;
    private Buyer buyer;

    @BeforeEach
    void set_the_stage() {
        ada = shop.member();
        buyer = Buyer.member(ada);
    }

    @Test
    @Requirement({"R37", "R38", "R48"})
    void preview_posting_and_the_kept_entry_tell_the_same() {
        PointOffer triple = PointOffer.of(
                "triple", 1, Validity.ALWAYS, LineCondition.ANY, new PointOffer.Effect.Factor(BigDecimal.valueOf(3)));
        AccountId account = account(ada, club("beans").offers(List.of(triple)).build());
        Purchase sale = sale("r-1", buyer, line(1, "1", "67"), line(2, "1", "8"));

        var preview = (SaleResult.Previewed) shop.membership().sales().preview(sale);
        SaleResult.Recorded recorded = recorded(sale);
        shop.publish(club("beans")
                .rules(PointRule.everything("more", PointRate.visit("9")))
                .build());
        EntryExplanation kept = explain(new EntryId(account, 1));

        assertThat(preview.clubs()).isEqualTo(recorded.clubs());
        assertThat(kept.earning()).isEqualTo(recorded.clubs().get(0).explanation());
        assertThat(kept.earning().receipt())
                .containsExactly(
                        "1: 67, 1 per 10 = 6.7 (base), triple -> 20",
                        "2: 8, 1 per 10 = 0.8 (base), triple -> 2",
                        "AWARD 22.5, rounded DOWN to 22 in steps of 1",
                        "= 22 points");
        assertThat(kept.earning().ground().basis().clubVersion()).isEqualTo(1);
        assertThat(kept.json())
                .startsWith(
                        "{\"club\":\"beans\",\"version\":1,\"scheme\":\"beans-basic\",\"choice\":\"HIGHEST_PRIORITY\"");
    }

    @Test
    @Requirement("R37")
    void a_sale_that_earns_nothing_says_why_at_once() {
        account(ada, club("beans").earningBounds(minimum("50")).build());

        Explanation why = recorded(sale("r-1", buyer, line(1, "1", "49.99")))
                .clubs()
                .get(0)
                .explanation();

        assertThat(why.ground().belowMinimum()).isTrue();
        assertThat(why.receipt()).containsExactly("below the least sale: 49.99", "= 0 points");
    }

    @Test
    @Requirement("R37")
    void both_kinds_of_a_sale_have_one_explanation_and_other_entries_tell_what_they_took() {
        PointRule other = new PointRule(
                RuleId.of("other"),
                Publication.PUBLISHED,
                new PointRule.Choice(0, Validity.ALWAYS),
                LineCondition.ANY,
                new PointRule.Reward(PointRate.visit("4"), PointKind.OTHER, List.of()));
        AccountId account = account(ada, club("beans").rules(other).build());
        recorded(sale("r-1", buyer, line(1, "1", "100")));
        shop.spend(account, 12);

        assertThat(explain(new EntryId(account, 2)).earning())
                .isEqualTo(explain(new EntryId(account, 1)).earning());
        assertThat(explain(new EntryId(account, 2)).earning().points()).isEqualTo(Points.of(14));
        assertThat(explain(new EntryId(account, 3)).earning()).isNull();
        assertThat(explain(new EntryId(account, 3)).allocations()).hasSize(2);
        assertThat(shop.membership().statements().explain(new EntryId(account, 4)))
                .isEmpty();
        assertThat(shop.membership().statements().explain(new EntryId(AccountId.of("nobody"), 1)))
                .isEmpty();
    }

    @Test
    @Requirement({"R33", "R37"})
    void a_sale_in_another_currency_counts_at_the_rate_it_carries() {
        AccountId account = account(ada, club("beans").build());
        BigMoney dollars = BigMoney.of(CurrencyUnit.USD, new BigDecimal("100"));
        PurchaseLine line =
                new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE, PurchaseLine.Price.of(dollars), null);

        assertThat(record(abroad("r-1", line, ExchangeRate.of("GBP", "0.8"))))
                .isInstanceOf(SaleResult.RateMissing.class);
        recorded(abroad("r-1", line, ExchangeRate.of("EUR", "0.9")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(9));
        assertThat(kept("r-1").content().grounds().rate()).isEqualTo(ExchangeRate.of("EUR", "0.9"));
    }

    @Test
    @Requirement({"D35", "R23", "R28"})
    void points_are_pending_for_the_days_the_club_says() {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        AccountId account = account(
                ada,
                club("beans")
                        .earningPolicies(new EarningTerms.Policies(
                                RuleChoice.HIGHEST_PRIORITY, List.of(), 7, usual.returns(), usual.claimWindow()))
                        .build());
        Instant now = shop.time().instant();

        recorded(sale("r-1", buyer, line(1, "1", "100")));
        recorded(sale("r-2", buyer, now.minusSeconds(8 * 86_400), line(1, "1", "50")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(15));
        assertThat(shop.available(account)).isEqualTo(Points.of(5));
        shop.time().set(Instant.parse("2026-03-07T23:59:59Z"));
        assertThat(shop.available(account)).isEqualTo(Points.of(5));
        shop.time().set(Instant.parse("2026-03-08T00:00:00Z"));
        assertThat(shop.available(account)).isEqualTo(Points.of(15));
    }

    private Purchase abroad(String number, PurchaseLine line, ExchangeRate rate) {
        Purchase.Grounds grounds = new Purchase.Grounds(null, Set.of(), rate);
        return new Purchase(
                key(number),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.USD, List.of(line), List.of(), grounds));
    }

    private EntryExplanation explain(EntryId entry) {
        return shop.membership().statements().explain(entry).orElseThrow();
    }

    private static EarningTerms.Bounds minimum(String amount) {
        EarningTerms.Bounds usual = EarningTerms.Bounds.DEFAULT;
        return new EarningTerms.Bounds(new BigDecimal(amount), usual.maxEarly(), usual.maxLate());
    }
}
