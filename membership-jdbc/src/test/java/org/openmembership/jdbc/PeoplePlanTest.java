package org.openmembership.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.club.ClubId;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.InvitationId;

/** That invitations, and the accounts of many members, are found by an index. */
final class PeoplePlanTest extends QueryPlans {
    @Test
    @Requirement({"C49", "B33"})
    void invitations_and_accounts_of_many_members_are_found_by_an_index() throws SQLException {
        Set<MemberId> members = Set.of(MemberId.of("m-1"), MemberId.of("m-2"));
        ask(stores -> stores.invitations().of(List.of(CustomerId.of("c"))));
        ask(stores -> stores.invitations().findForUpdate(InvitationId.of("i-1")));
        ask(stores -> stores.accounts().ofAll(members, ClubId.of("club")));

        assertPlans(true);
    }
}
