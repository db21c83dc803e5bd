package org.openmembership.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.JournalId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Requirement;

/** That journals and what they post are found by an index. */
@Requirement("B45")
final class JournalPlanTest extends QueryPlans {
    private static final ClubId CLUB = ClubId.of("club");
    private static final JournalId JOURNAL = new JournalId(CLUB, 7);

    @Test
    void journals_are_found_by_an_index() throws SQLException {
        ask(stores -> stores.journals().lockLastNumber(CLUB));
        ask(stores -> stores.journals().find(JOURNAL));
        ask(stores ->
                stores.journals().postedBy(new CommandKey(Operation.JOURNAL, CLUB, ExternalKey.of("office", "j-7"))));
        ask(stores -> stores.journals().reversalOf(JOURNAL));
        ask(stores -> stores.journals().entries(JOURNAL));
        ask(stores -> stores.ledger().openLots(Set.of(AccountId.of("a"), AccountId.of("b"))));

        assertPlans(true);
    }

    @Test
    void journals_are_listed_in_the_order_of_an_index() throws SQLException {
        ask(stores -> stores.journals().of(CLUB, Page.Request.after(new Page.Cursor("7"), 10)));
        ask(stores -> stores.journals()
                .withDocument(CLUB, DocumentCode.of("J-7"), Page.Request.after(new Page.Cursor("7"), 10)));

        assertPlans(true);
    }
}
