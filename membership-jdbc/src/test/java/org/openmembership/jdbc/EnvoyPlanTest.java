package org.openmembership.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.envoy.InviteCode;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.RegistrationId;

/** That envoys, whom they recruited and what they have of sales are found by an index. */
final class EnvoyPlanTest extends QueryPlans {
    private static final MemberId MEMBER = MemberId.of("m-1");
    private static final InviteCode CODE = InviteCode.from(new byte[16]);
    private static final Page.Request PAGE = Page.Request.first(10);

    @Test
    @Requirement({"A52", "A53"})
    void envoys_recruits_and_codes_are_found_by_an_index() throws SQLException {
        ask(stores -> stores.envoys().find(MEMBER));
        ask(stores -> stores.envoys().withCode(CODE));
        ask(stores -> stores.envoys().recruit(MEMBER));
        ask(stores -> stores.envoys().patronages(Set.of(MEMBER, MemberId.of("m-2"))));
        ask(stores -> stores.envoys().wishOf(RegistrationId.of("r-1")));
        ask(stores -> stores.envoys().recruits(MEMBER, false, PAGE));
        ask(stores -> stores.envoys().recruits(MEMBER, true, PAGE));
        ask(stores -> stores.envoys().all(EnvoyStatus.REQUESTED, PAGE));

        assertPlans(true);
    }

    @Test
    @Requirement({"A53", "B8"})
    void a_page_of_envoys_of_a_status_is_read_in_its_order() throws SQLException {
        ask(stores -> stores.envoys().all(EnvoyStatus.ACTIVE, PAGE));

        assertPlans(false);
    }

    @Test
    @Requirement("R56")
    void what_envoys_have_of_sales_is_found_by_the_sale() throws SQLException {
        ask(stores -> stores.envoys().rewards(Set.of(ExternalKey.of("till", "1"), ExternalKey.of("till", "2"))));

        assertPlans(true);
    }
}
