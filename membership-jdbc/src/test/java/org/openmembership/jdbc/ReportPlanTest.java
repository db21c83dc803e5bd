package org.openmembership.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.Operation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;

/** That what is read for receipts and reports finds its rows by an index however many there are. */
final class ReportPlanTest extends QueryPlans {
    private static final Set<AccountId> ACCOUNTS = Set.of(AccountId.of("a"), AccountId.of("b"));

    @Test
    @Requirement("B39")
    void what_a_receipt_says_is_found_by_indexes() throws SQLException {
        Set<Operation> operations = Set.of(Operation.SALE, Operation.REDEMPTION);
        Set<ExternalKey> keys = Set.of(ExternalKey.of("till-7", "receipt"));
        ask(stores -> stores.accounts().findAll(ACCOUNTS));
        ask(stores -> stores.ledger().openLots(ACCOUNTS));
        ask(stores -> stores.ledger().entriesOf(ACCOUNTS, operations, keys));

        assertPlans(true);
    }

    @Test
    @Requirement("A56")
    void what_is_tried_out_and_refreshed_is_found_by_indexes() throws SQLException {
        ask(stores -> stores.ledger().stale(ClubId.of("club"), NOW, AccountId.of("a"), 10));
        ask(stores -> stores.accounts().movesOf(ACCOUNTS));
        ask(stores -> stores.purchases().shared(ACCOUNTS, NOW, NOW.plusSeconds(1), null, 10));

        assertPlans(true);
    }
}
