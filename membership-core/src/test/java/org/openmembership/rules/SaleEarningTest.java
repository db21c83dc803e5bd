package org.openmembership.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointOffer.Effect;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.Scheme;
import org.openmembership.club.Validity;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.rules.SaleEarning.LinePoints;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.Sku;
import org.openmembership.shared.TenderType;
import org.openmembership.testkit.Requirement;

class SaleEarningTest {
    private static final PointRule ONE_FOR_TEN = PointRule.everything("base", PointRate.amount("1", "10"));

    @Test
    @Requirement({"A45", "R22"})
    void the_default_rule_gives_points_in_proportion_and_the_sale_is_rounded_once() {
        Club club = club().rules(ONE_FOR_TEN).build();

        assertThat(award(club, sale(line("676.00")))).isEqualTo(Points.of(67));
        assertThat(award(club, sale(line("5"), line("5"), line("9.99")))).isEqualTo(Points.of(1));
    }

    @Test
    @Requirement({"R22", "I25"})
    void the_rounded_points_go_to_the_lines_that_lost_most_by_rounding() {
        Club club = club().rules(ONE_FOR_TEN).build();

        SaleEarning earning = earning(club, sale(line("19"), line("14"), line("8")));

        assertThat(earning.of(PointKind.AWARD).orElseThrow().points()).isEqualTo(Points.of(4));
        assertThat(earning.of(PointKind.AWARD).orElseThrow().lines())
                .containsExactly(
                        new LinePoints(1, Points.of(2)),
                        new LinePoints(2, Points.of(1)),
                        new LinePoints(3, Points.of(1)));
    }

    @Test
    void thirds_of_a_point_are_not_lost() {
        Club club = club().rules(PointRule.everything("third", PointRate.amount("1", "3")))
                .build();

        assertThat(award(club, sale(line("1"), line("1"), line("1")))).isEqualTo(Points.of(1));
    }

    @Test
    @Requirement("R33")
    void the_share_paid_with_points_earns_nothing() {
        Club club =
                club().rules(ONE_FOR_TEN).earningBase(EarningTerms.Base.DEFAULT).build();

        assertThat(award(club, paid("40", line("100")))).isEqualTo(Points.of(6));
        assertThat(award(club, paid("100", line("100")))).isEqualTo(Points.ZERO);
        assertThat(award(club, paid("120", line("100")))).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R33")
    void a_sale_below_the_minimum_earns_nothing() {
        Club club = club().rules(ONE_FOR_TEN)
                .earningBounds(new EarningTerms.Bounds(
                        new BigDecimal("50"),
                        EarningTerms.Bounds.DEFAULT.maxEarly(),
                        EarningTerms.Bounds.DEFAULT.maxLate()))
                .build();

        assertThat(award(club, sale(line("30"), line("19.99")))).isEqualTo(Points.ZERO);
        assertThat(award(club, sale(line("30"), line("20")))).isEqualTo(Points.of(5));
    }

    @Test
    void a_visit_counts_once_however_many_lines_there_are() {
        Club club = club().rules(PointRule.everything("visit", PointRate.visit("5")))
                .build();

        SaleEarning earning = earning(club, sale(line("1"), line("1"), line("1")));

        assertThat(earning.of(PointKind.AWARD).orElseThrow().points()).isEqualTo(Points.of(5));
        assertThat(earning.of(PointKind.AWARD).orElseThrow().lines())
                .extracting(LinePoints::points)
                .containsExactly(Points.of(2), Points.of(2), Points.of(1));
    }

    @Test
    @Requirement("A44")
    void of_the_matching_rules_all_of_the_highest_priority_are_used() {
        LineCondition coffee =
                LineCondition.builder().items(Set.of(Sku.of("coffee"))).build();
        Club club = club().rules(
                        ONE_FOR_TEN,
                        PointRule.of("a", 5, Validity.ALWAYS, coffee, PointRate.amount("2", "10")),
                        PointRule.of("b", 5, Validity.ALWAYS, coffee, PointRate.quantity("3", "1")))
                .build();

        assertThat(award(club, sale(line("coffee", "1", "50")))).isEqualTo(Points.of(13));
        assertThat(award(club, sale(line("tea", "1", "50")))).isEqualTo(Points.of(5));
    }

    @Test
    @Requirement({"B56", "R35"})
    void offers_come_last_and_a_replacement_only_counts_if_it_gives_more() {
        assertThat(award(offering(new Effect.Factor(BigDecimal.valueOf(3))), sale(line("tea", "2", "50"))))
                .isEqualTo(Points.of(15));
        assertThat(award(offering(new Effect.AdditionalPerUnit(Points.of(200))), sale(line("tea", "2", "50"))))
                .isEqualTo(Points.of(405));
        assertThat(award(offering(new Effect.ReplacementPerUnit(Points.of(1000))), sale(line("tea", "2", "50"))))
                .isEqualTo(Points.of(2000));
        assertThat(award(offering(new Effect.ReplacementPerUnit(Points.of(2))), sale(line("tea", "2", "50"))))
                .isEqualTo(Points.of(5));
    }

    @Test
    @Requirement("R39")
    void a_return_that_names_no_original_counts_negative_and_mirrors_its_sale() {
        Club club = club().rules(ONE_FOR_TEN).build();

        assertThat(award(club, sale(line("tea", "-1", "-67.50")))).isEqualTo(Points.of(-6));
        assertThat(award(club, sale(line("tea", "-1", "-30"), line("100")))).isEqualTo(Points.of(7));
    }

    @Test
    @Requirement("R33")
    void a_sale_in_another_currency_is_not_calculated() {
        Club club = club().in(CurrencyUnit.USD, ZoneId.of("UTC")).build();

        assertThatThrownBy(() -> earning(club, sale(line("1")))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Club offering(Effect effect) {
        return club().rules(ONE_FOR_TEN)
                .offers(List.of(PointOffer.of("offer", 1, Validity.ALWAYS, LineCondition.ANY, effect)))
                .build();
    }

    private static ClubBuilder club() {
        return Club.builder(ClubId.of("club"))
                .name("Club")
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .rounding(RoundingRule.WHOLE_POINTS_DOWN)
                .schemes(Scheme.byHand("standard", "Standard", 1));
    }

    private static Points award(Club club, Purchase purchase) {
        return earning(club, purchase)
                .of(PointKind.AWARD)
                .map(SaleEarning.KindEarning::points)
                .orElse(Points.ZERO);
    }

    private static SaleEarning earning(Club club, Purchase purchase) {
        return ClubRules.of(club, 1).earning(purchase, Earner.of(RuleAccount.of("account-1"), club.defaultScheme()));
    }

    private static PurchaseLine line(String amount) {
        return line("tea", "1", amount);
    }

    private static PurchaseLine line(String sku, String quantity, String amount) {
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
        return new PurchaseLine(1, Article.of(sku), new BigDecimal(quantity), price, null);
    }

    private static Purchase sale(PurchaseLine... lines) {
        return purchase(List.of(), lines);
    }

    private static Purchase paid(String withPoints, PurchaseLine... lines) {
        Money amount = Money.of(CurrencyUnit.EUR, new BigDecimal(withPoints));
        return purchase(List.of(new Tender(TenderType.of("POINTS"), amount)), lines);
    }

    private static Purchase purchase(List<Tender> tenders, PurchaseLine... lines) {
        List<PurchaseLine> numbered = new ArrayList<>();
        for (PurchaseLine line : lines) {
            numbered.add(new PurchaseLine(numbered.size() + 1, line.article(), line.quantity(), line.price(), null));
        }
        return new Purchase(
                ExternalKey.of("till-1", "receipt-1"),
                Instant.parse("2026-03-01T10:00:00Z"),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.GUEST,
                new Purchase.Content(CurrencyUnit.EUR, numbered, tenders));
    }
}
