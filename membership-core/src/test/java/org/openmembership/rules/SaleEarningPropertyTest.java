package org.openmembership.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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
import org.openmembership.club.RuleAccount;
import org.openmembership.club.RuleId;
import org.openmembership.document.ClubArbitraries;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointCount;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.rules.SaleEarning.KindEarning;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

class SaleEarningPropertyTest {
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"A43", "A44", "A46", "R34", "R35", "R47", "B8", "B24", "B25", "B27", "B58"})
    void the_index_chooses_what_testing_every_rule_for_every_line_chooses(
            @ForAll("clubs") Club club, @ForAll("purchases") Purchase purchase) {
        Club open = withoutMinimum(club);
        Earner earner = earner(open);
        NaiveEarning naive = new NaiveEarning(open, purchase, earner);

        Explanation explanation =
                ClubRules.of(open, 1).earning(purchase, earner).explanation();

        List<Explanation.Line> counting =
                explanation.lines().stream().filter(line -> !line.excluded()).toList();
        assertThat(counting)
                .extracting(Explanation.Line::number)
                .isEqualTo(naive.measure().lines().stream()
                        .map(PurchaseLine::number)
                        .toList());
        for (int i = 0; i < counting.size(); i++) {
            PurchaseLine line = naive.measure().lines().get(i);
            assertThat(counting.get(i).applied())
                    .extracting(Explanation.Applied::rule)
                    .isEqualTo(
                            naive.fit().rules(line).stream().map(PointRule::id).toList());
            assertThat(acted(counting.get(i))).isEqualTo(offers(naive, line));
        }
    }

    /** The offers of a line, one that gave less than was there included. */
    private static Set<RuleId> acted(Explanation.Line line) {
        Set<RuleId> acted = new TreeSet<>(line.offers());
        line.passed().stream()
                .filter(passed -> passed.why() == Explanation.Why.GIVES_LESS)
                .forEach(passed -> acted.add(passed.rule()));
        return acted;
    }

    private static Set<RuleId> offers(NaiveEarning naive, PurchaseLine line) {
        Set<RuleId> offers = new TreeSet<>();
        naive.fit().discounts(line).forEach(offer -> offers.add(offer.id()));
        PointOffer offer = naive.fit().offer(line);
        if (offer != null) {
            offers.add(offer.id());
        }
        return offers;
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"R22", "R33", "R35", "R36", "I22", "I25", "B25", "B26"})
    void a_sale_is_rounded_once_and_capped_and_its_lines_add_up_to_that(
            @ForAll("clubs") Club club, @ForAll("purchases") Purchase purchase, @ForAll Random random) {
        ClubRules rules = ClubRules.of(club, 1);
        Earner earner = earner(club, rules.spans(club.businessDate(purchase.purchasedAt())), random);
        Map<PointKind, Points> expected = new NaiveEarning(club, purchase, earner).totals();

        SaleEarning earning = rules.earning(purchase, earner);

        for (PointKind kind : PointKind.values()) {
            Optional<KindEarning> found = earning.of(kind);
            assertThat(found.map(KindEarning::points).orElse(Points.ZERO))
                    .isEqualTo(expected.getOrDefault(kind, Points.ZERO));
            assertThat(found.map(SaleEarningPropertyTest::sum).orElse(Points.ZERO))
                    .isEqualTo(found.map(KindEarning::points).orElse(Points.ZERO));
            found.ifPresent(points -> assertThat(points.lines())
                    .allSatisfy(line -> assertThat(line.points().hundredths()
                                    % club.points().rounding().precision().hundredths())
                            .isZero()));
        }
        assertThat(earning.explanation().points())
                .isEqualTo(expected.values().stream().reduce(Points.ZERO, Points::plus));
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
                        shuffled(purchase.content().tenders(), random),
                        purchase.content().grounds()));

        SaleEarning one = ClubRules.of(shuffled(club, random), 1).earning(shuffled, earner(club));
        SaleEarning other = ClubRules.of(club, 1).earning(purchase, earner(club));
        assertThat(one.kinds()).isEqualTo(other.kinds());
        assertThat(one.used()).isEqualTo(other.used());
        assertThat(one.explanation().sums()).isEqualTo(other.explanation().sums());
    }

    @Provide
    Arbitrary<Club> clubs() {
        return ClubArbitraries.clubs();
    }

    @Provide
    Arbitrary<Purchase> purchases() {
        return PurchaseArbitraries.purchases();
    }

    private static Earner earner(Club club) {
        return Earner.of(RuleAccount.of("account-1"), club.defaultScheme());
    }

    private static Earner earner(Club club, List<PointCount.Span> spans, Random random) {
        Map<PointCount.Span, Points> counted = new HashMap<>();
        spans.forEach(span -> counted.put(span, Points.ofHundredths(random.nextInt(50_000))));
        return new Earner(RuleAccount.of("account-1"), club.defaultScheme(), counted);
    }

    private static Points sum(KindEarning earning) {
        return earning.lines().stream().map(SaleEarning.LinePoints::points).reduce(Points.ZERO, Points::plus);
    }

    private static Club withoutMinimum(Club club) {
        EarningTerms terms = club.terms().earning();
        return with(
                club,
                new EarningTerms(
                        terms.rules(), terms.offers(), terms.base(), EarningTerms.Bounds.DEFAULT, terms.policies()));
    }

    private static Club shuffled(Club club, Random random) {
        EarningTerms terms = club.terms().earning();
        return with(
                club,
                new EarningTerms(
                        shuffled(terms.rules(), random),
                        shuffled(terms.offers(), random),
                        terms.base(),
                        terms.bounds(),
                        terms.policies()));
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
