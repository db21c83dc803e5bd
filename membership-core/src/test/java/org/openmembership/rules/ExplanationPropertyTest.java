package org.openmembership.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openmembership.club.Club;
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
        assertThat(explanation.lines().stream().map(Explanation.Line::points).reduce(Points.ZERO, Points::plus))
                .isEqualTo(explanation.points());
        assertThat(explanation.receipt()).endsWith("= " + explanation.points() + " points");
        assertThat(explanation.ground().basis().clubVersion()).isEqualTo(7);
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
