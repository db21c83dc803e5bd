package org.openmembership.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.LineCondition;
import org.openmembership.club.LineConditionBuilder;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.RuleChoice;
import org.openmembership.club.RuleId;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.Validity;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.Explanation.Passed;
import org.openmembership.ledger.Explanation.Why;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PriceGroup;
import org.openmembership.shared.Sku;
import org.openmembership.testkit.Requirement;

/** The stated order of MOST_SPECIFIC, one step after the other, with a rule for each step. */
class RuleChoiceTest {
    private static final Article ESPRESSO = new Article(
            Sku.of("espresso"),
            List.of(GroupCode.of("beans"), GroupCode.of("food")),
            Set.of(GroupCode.of("fair"), GroupCode.of("dark")),
            null);

    private final List<PointRule> rules = new ArrayList<>();

    @Test
    @Requirement({"R34", "R47", "B24", "B25", "B68"})
    void each_rule_gives_way_to_a_more_specific_one() {
        for (PointRule rule : List.of(
                rule("all", "1", when -> when),
                starting("newer", LocalDate.of(2026, 2, 1), when -> when),
                rule("of-scheme", "1", when -> when.schemes(Set.of(standard()))),
                rule("of-group", "1", when -> when.specialGroups(Set.of(GroupCode.of("fair")))),
                rule("richer-group", "2", when -> when.specialGroups(Set.of(GroupCode.of("dark")))),
                rule("of-category", "1", when -> when.categories(Set.of(GroupCode.of("food")))),
                rule("of-product-group", "1", when -> when.categories(Set.of(GroupCode.of("beans")))),
                rule("of-item", "1", when -> when.items(Set.of(Sku.of("espresso")))),
                rule(
                        "of-item-in-scheme",
                        "1",
                        when -> when.items(Set.of(Sku.of("espresso"))).schemes(Set.of(standard()))),
                rule("of-prices", "1", when -> when.priceGroups(Set.of(PriceGroup.of("STAFF")))),
                rule("of-account", "1", when -> when.accounts(Set.of(RuleAccount.of("account-1")))))) {
            rules.add(rule);
            assertThat(applied()).containsExactly(rule.id());
        }
    }

    @Test
    @Requirement("R34")
    void what_fits_someone_else_is_passed_over_and_it_is_said_why() {
        rules.add(rule("all", "1", when -> when));
        rules.add(rule("others", "1", when -> when.accounts(Set.of(RuleAccount.of("account-2")))));
        rules.add(rule("tea", "1", when -> when.items(Set.of(Sku.of("tea")))));
        rules.add(rule(
                "big",
                "1",
                when -> when.categories(Set.of(GroupCode.of("beans"))).least("1000", "0")));
        rules.add(rule(
                "not-fair",
                "1",
                when -> when.categories(Set.of(GroupCode.of("beans")))
                        .except(new LineCondition.What(Set.of(), Set.of(), Set.of(GroupCode.of("fair")), Set.of()))));

        Explanation explanation = explanation();

        assertThat(applied()).containsExactly(RuleId.of("all"));
        assertThat(explanation.ground().passed()).containsExactly(new Passed(RuleId.of("others"), Why.ACCOUNT));
        assertThat(explanation.lines().get(0).passed())
                .containsExactlyInAnyOrder(
                        new Passed(RuleId.of("big"), Why.TOO_LITTLE), new Passed(RuleId.of("not-fair"), Why.EXCEPTED));
    }

    private static SchemeId standard() {
        return SchemeId.of("standard");
    }

    private static PointRule rule(String id, String points, UnaryOperator<LineConditionBuilder> when) {
        return rule(id, points, Validity.ALWAYS, when);
    }

    private static PointRule starting(String id, LocalDate from, UnaryOperator<LineConditionBuilder> when) {
        return rule(id, "1", new Validity(from, null), when);
    }

    private static PointRule rule(
            String id, String points, Validity validity, UnaryOperator<LineConditionBuilder> when) {
        LineCondition condition = when.apply(LineCondition.builder()).build();
        return PointRule.of(id, 0, validity, condition, PointRate.amount(points, "10"));
    }

    private List<RuleId> applied() {
        return explanation().lines().get(0).applied().stream()
                .map(Explanation.Applied::rule)
                .toList();
    }

    private Explanation explanation() {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        Club club = Club.builder(ClubId.of("club"))
                .name("Club")
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .schemes(Scheme.byHand("standard", "Standard", 1))
                .rules(rules)
                .earningPolicies(new EarningTerms.Policies(
                        RuleChoice.MOST_SPECIFIC,
                        usual.caps(),
                        usual.pendingDays(),
                        usual.returns(),
                        usual.claimWindow()))
                .build();
        PurchaseLine line = new PurchaseLine(
                1,
                ESPRESSO,
                BigDecimal.ONE,
                PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, BigDecimal.TEN)),
                null);
        Purchase.Grounds grounds = new Purchase.Grounds(PriceGroup.of("STAFF"), Set.of(), null);
        Purchase purchase = new Purchase(
                ExternalKey.of("till-1", "receipt-1"),
                Instant.parse("2026-03-01T10:00:00Z"),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.GUEST,
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of(), grounds));
        return ClubRules.of(club, 1)
                .earning(purchase, Earner.of(RuleAccount.of("account-1"), standard()))
                .explanation();
    }
}
