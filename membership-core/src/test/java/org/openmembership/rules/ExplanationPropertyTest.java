package org.openmembership.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.openmembership.club.Club;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointCap;
import org.openmembership.club.Publication;
import org.openmembership.club.RuleAccount;
import org.openmembership.document.ClubArbitraries;
import org.openmembership.document.ExplanationDocuments;
import org.openmembership.ledger.Explanation;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

class ExplanationPropertyTest {
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Requirement("R37")
    void an_explanation_written_and_read_again_is_the_same_and_its_lines_add_up(
            @ForAll("clubs") Club club, @ForAll("purchases") Purchase purchase) {
        Earner earner = Earner.of(RuleAccount.of("account-1"), club.defaultScheme());
        Explanation explanation =
                ClubRules.of(club, 7).earning(purchase, earner).explanation();

        assertThat(ExplanationDocuments.read(ExplanationDocuments.write(explanation)))
                .isEqualTo(explanation);
        assertThat(explanation.gifts()).isEmpty();
        assertThat(explanation.lines().stream().map(Explanation.Line::points).reduce(Points.ZERO, Points::plus))
                .isEqualTo(explanation.points());
        assertThat(explanation.receipt()).endsWith("= " + explanation.points() + " points");
        assertThat(explanation.ground().basis().clubVersion()).isEqualTo(7);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"R37", "D24", "D25"})
    void what_an_event_gives_follows_from_each_rule_by_itself_and_is_read_again_as_it_was_written(
            @ForAll("clubs") Club club, @ForAll @IntRange(min = 0, max = 25) int later) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(later);
        Earner earner = Earner.of(RuleAccount.of("account-1"), club.defaultScheme());
        ClubRules rules = ClubRules.of(club, 7);
        for (EventRule any : club.terms().earning().events()) {
            EventEarning earning = rules.earning(any.event(), earner, day);
            Explanation why = rules.explanation(earning, earner.scheme());
            Points expected = club.terms().earning().events().stream()
                    .filter(rule -> rule.event().equals(any.event()) && rule.state() == Publication.PUBLISHED)
                    .filter(rule -> rule.validity().covers(day))
                    .filter(rule -> rule.schemes().isEmpty() || rule.schemes().contains(earner.scheme()))
                    .map(ExplanationPropertyTest::most)
                    .reduce(Points.ZERO, Points::plus);

            assertThat(why.points()).isEqualTo(expected);
            assertThat(ExplanationDocuments.read(ExplanationDocuments.write(why)))
                    .isEqualTo(why);
        }
    }

    /** What a rule gives once, whatever span its caps are of. */
    private static Points most(EventRule rule) {
        return rule.reward().caps().stream()
                .map(PointCap::most)
                .reduce(rule.reward().points(), Points::min);
    }

    @Provide
    Arbitrary<Club> clubs() {
        return ClubArbitraries.clubs();
    }

    @Provide
    Arbitrary<Purchase> purchases() {
        return PurchaseArbitraries.purchases();
    }
}
