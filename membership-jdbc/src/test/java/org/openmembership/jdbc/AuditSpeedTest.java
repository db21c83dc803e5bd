package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.storage.Storage;

/**
 * The audit of a large ledger that is in order: it finds nothing, and is done in time.
 *
 * <p>{@code -Daudit.entries=1000000} is the size it is meant for; an ordinary build takes a small part of it.
 */
final class AuditSpeedTest {
    private static final int ENTRIES_OF_ACCOUNT = 10;
    private static final int ACCOUNTS = Integer.getInteger("audit.entries", 10_000) / ENTRIES_OF_ACCOUNT;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Numbers from 0 in a column {@code i}; a recursion of one table ends at 1,000 on one engine. */
    private static final String NUMBERS = """
            with recursive small (n) as (select 0 union all select n + 1 from small where n < 999),
                           numbers (i) as (select a.n * 1000 + b.n from small a cross join small b where a.n * 1000 + b.n < %d)
            """.formatted(ACCOUNTS);

    @ParameterizedTest
    @EnumSource
    void a_large_ledger_in_order_is_audited_in_time(DatabaseEngine engine) throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            JdbcSchema.of(database.dataSource()).apply();
            fill(database);
            Storage storage = JdbcStorage.over(database.dataSource());

            long start = System.nanoTime();
            for (Invariant invariant : Invariant.values()) {
                long before = System.nanoTime();
                List<Violation> found = storage.read(stores -> stores.audit().violations(invariant, 10));
                assertThat(found).isEmpty();
                log(engine, invariant.name(), before);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
            log(engine, "all of " + ACCOUNTS * ENTRIES_OF_ACCOUNT + " entries", start);
        }
    }

    private static void log(DatabaseEngine engine, String what, long since) {
        if (Integer.getInteger("audit.entries") != null) {
            System.out.println("audit " + engine + " " + what + ": " + (System.nanoTime() - since) / 1_000_000 + " ms");
        }
    }

    /** Accounts of nine earnings of 1.00 and one redemption of 1.00, which takes the first lot. */
    private static void fill(TestDatabase database) throws SQLException {
        String entries = NUMBERS + ", seqs (s) as (select n + 1 from small where n < 10)";
        database.execute(
                "insert into om_club values (1, 'club')",
                "insert into om_club_version values (1, 'club', 1, 0, 0, 'NEAREST_EXPIRY', 0, 'club', 1, '{}')",
                "insert into om_scheme_code values (1, 'standard', 'club')",
                "insert into om_account " + NUMBERS
                        + "select 1, concat('a', i), 'club', 'SINGLE', concat('m', i), 0, 'ACTIVE', 'standard', null, null, null,"
                        + " null, null, null, null, null, null, 0, 10, 800, 0, 0, 9000000000, 10, 0, 10 from numbers",
                "insert into om_account_member " + NUMBERS
                        + "select 1, concat('a', i), concat('m', i), 'club', 1 from numbers",
                "insert into om_scheme_move " + NUMBERS
                        + "select 1, concat('a', i), 1, null, 'standard', 'OPENED', null, 0, 0, null from numbers",
                "insert into om_command " + entries
                        + "select 1, case when s = 10 then 'REDEMPTION' else 'SALE' end, 'till', concat('r', i, '-', s), 'club',"
                        + " concat('a', i), 'fingerprint', s, s, 'DONE', '', 'TILL', 'till-7', s from numbers cross join seqs",
                "insert into om_entry " + entries
                        + "select 1, concat('a', i), s, case when s = 10 then 'REDEMPTION' else 'SALE' end, 'AWARD',"
                        + " case when s = 10 then -100 else 100 end, case when s = 10 then 800 else s * 100 end, s, s,"
                        + " 'standard', 1, 0, 'EUR', case when s = 10 then 'REDEMPTION' else 'SALE' end, 'club', 'till',"
                        + " concat('r', i, '-', s), 1, null, null, null, null, null, null, null from numbers cross join seqs",
                "insert into om_lot " + entries
                        + "select 1, concat('a', i), s, 1, 'AWARD', 100, case when s = 1 then 0 else 100 end,"
                        + " case when s = 1 then 0 else 1 end, s, s, 9000000000, null from numbers cross join seqs where s < 10",
                "insert into om_allocation " + NUMBERS
                        + "select 1, concat('a', i), 10, 1, 'SPENT', 1, 1, 100 from numbers");
    }
}
