package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.audit.Invariant;
import org.openmembership.testkit.Requirement;

/** That the auditor walks through a ledger once: whatever it compares a row with is found by an index. */
final class AuditPlanTest extends QueryPlans {
    @ParameterizedTest
    @EnumSource(Invariant.class)
    @Requirement("I1")
    void each_invariant_is_a_small_number_of_questions_however_much_is_kept(Invariant invariant) {
        ask(stores -> stores.audit().violations(invariant, 10));

        assertThat(sent).hasSizeBetween(1, 6);
    }

    @Test
    @Requirement("I5")
    void what_a_taking_is_compared_with_is_found_by_its_account() throws SQLException {
        ask(stores -> stores.audit().violations(Invariant.TAKEN_IN_ORDER, 10));

        assertOneWalk();
    }

    @Test
    @Requirement("I21")
    void what_points_brought_to_cards_is_compared_by_keys() throws SQLException {
        ask(stores -> stores.audit().violations(Invariant.GIFT_CARD_POINTS_WORTH, 10));

        assertOneWalk();
    }

    /** At most the first table is read as a whole, and that only for one tenant. */
    private void assertOneWalk() throws SQLException {
        assertThat(sent).isNotEmpty();
        for (String sql : sent) {
            List<String> plan = planOf(sql);
            assertThat(plan).as(sql).noneMatch(step -> step.startsWith("SCAN"));
            assertThat(plan)
                    .as(sql)
                    .filteredOn(step -> step.endsWith("(tenant=?)"))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }
}
