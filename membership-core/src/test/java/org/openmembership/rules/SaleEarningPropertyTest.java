package org.openmembership.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRule;
import org.openmembership.club.RuleId;
import org.openmembership.document.ClubArbitraries;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.rules.SaleEarning.KindEarning;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

class SaleEarningPropertyTest {
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"A43", "A44", "A46", "R34", "R35", "B8", "B25", "B58"})
    void the_index_chooses_what_testing_every_rule_for_every_line_chooses(
            @ForAll("clubs") Club club, @ForAll("purchases") Purchase purchase) {
        NaiveEarning naive = new NaiveEarning(withoutMinimum(club), purchase, club.defaultScheme());

        SaleEarning earning = ClubRules.of(withoutMinimum(club)).earning(purchase, club.defaultScheme());

        assertThat(earning.reasons()).hasSameSizeAs(naive.lines());
        for (int i = 0; i < naive.lines().size(); i++) {
            PurchaseLine line = naive.lines().get(i);
            PointOffer offer = naive.offer(line);
            List<RuleId> rules = naive.rules(line).stream().map(PointRule::id).toList();
            assertThat(earning.reasons().get(i))
                    .isEqualTo(new SaleEarning.LineReason(line.number(), rules, offer == null ? null : offer.id()));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"R22", "R33", "R36", "I25", "B26"})
    void a_sale_is_rounded_once_and_its_lines_add_up_to_that(
            @ForAll("clubs") Club club, @ForAll("purchases") Purchase purchase) {
        Map<PointKind, BigDecimal> expected = new NaiveEarning(club, purchase, club.defaultScheme()).totals();

        SaleEarning earning = ClubRules.of(club).earning(purchase, club.defaultScheme());

        for (PointKind kind : PointKind.values()) {
            BigDecimal exact = expected.getOrDefault(kind, BigDecimal.ZERO).setScale(60, RoundingMode.HALF_UP);
            Optional<KindEarning> found = earning.of(kind);
            assertThat(found.map(KindEarning::points).orElse(Points.ZERO))
                    .isEqualTo(club.points().rounding().round(exact));
            assertThat(found.map(SaleEarningPropertyTest::sum).orElse(Points.ZERO))
                    .isEqualTo(found.map(KindEarning::points).orElse(Points.ZERO));
            found.ifPresent(points -> assertThat(points.lines())
                    .allSatisfy(line -> assertThat(line.points().hundredths()
                                    % club.points().rounding().precision().hundredths())
                            .isZero()));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_order_of_lines_rules_and_offers_does_not_matter(
            @ForAll("clubs") Club club, @ForAll("purchases") Purchase purchase, @ForAll Random random) {
        Purchase shuffled = new Purchase(
                purchase.key(),
                purchase.purchasedAt(),
                purchase.place(),
                purchase.buyer(),
                new Purchase.Content(
                        purchase.currency(),
                        shuffled(purchase.lines(), random),
                        shuffled(purchase.content().tenders(), random)));

        assertThat(ClubRules.of(shuffled(club, random)).earning(shuffled, club.defaultScheme()))
                .isEqualTo(ClubRules.of(club).earning(purchase, club.defaultScheme()));
    }

    @Provide
    Arbitrary<Club> clubs() {
        return ClubArbitraries.clubs();
    }

    @Provide
    Arbitrary<Purchase> purchases() {
        return PurchaseArbitraries.purchases();
    }

    private static Points sum(KindEarning earning) {
        return earning.lines().stream().map(SaleEarning.LinePoints::points).reduce(Points.ZERO, Points::plus);
    }

    private static Club withoutMinimum(Club club) {
        EarningTerms terms = club.terms().earning();
        return with(club, new EarningTerms(terms.rules(), terms.offers(), terms.base(), EarningTerms.Bounds.DEFAULT));
    }

    private static Club shuffled(Club club, Random random) {
        EarningTerms terms = club.terms().earning();
        return with(
                club,
                new EarningTerms(
                        shuffled(terms.rules(), random),
                        shuffled(terms.offers(), random),
                        terms.base(),
                        terms.bounds()));
    }

    private static Club with(Club club, EarningTerms earning) {
        Club.Terms terms = new Club.Terms(
                earning,
                club.terms().spending(),
                club.terms().holds(),
                club.terms().transfer(),
                club.terms().review());
        return new Club(
                club.id(),
                club.name(),
                club.place(),
                club.points(),
                terms,
                club.accounts(),
                club.schemes(),
                club.defaultScheme());
    }

    private static <T> List<T> shuffled(List<T> items, Random random) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }
}
