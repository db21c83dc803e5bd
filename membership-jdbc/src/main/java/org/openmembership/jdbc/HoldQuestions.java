package org.openmembership.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;

/** What can be asked about holds. */
final class HoldQuestions {
    private static final String OF_PART = """
             from om_hold_part x
             join om_hold h
               on h.tenant = x.tenant and h.account = x.account and h.key_source = x.key_source
              and h.key_value = x.key_value
            """;

    /** That a part called {@code x} of a hold called {@code h} was in force. */
    private static final String THEN =
            "x.until_at > :at and x.since_at <= :at and (h.ended_at is null or h.ended_at > :at)";

    private static final String IN_FORCE = "select " + HoldRow.COLUMNS + OF_PART + """
            where x.tenant = :tenant and x.lot_account {in:accounts} and %s
            order by h.account, h.key_source, h.key_value, x.lot_account, x.position""".formatted(THEN);

    /** With the parts it has, or had at its end. */
    private static final String FIND = "select " + HoldRow.COLUMNS + """
             from om_hold h
             join om_hold_part x
               on x.tenant = h.tenant and x.account = h.account and x.key_source = h.key_source
              and x.key_value = h.key_value and x.until_at = h.expires_at
            where h.tenant = :tenant and h.account = :account and h.key_source = :source and h.key_value = :value
            order by x.position""";

    /** What holds in force have of lots in force, and when the first of these holds ends. */
    static final String SUMMARIES = """
            select x.lot_account as account,
                   sum(case when l.lapses_at > :at then x.points else 0 end) as held, min(x.until_at) as next_change_at
            """ + OF_PART + """
              join om_lot l
                on l.tenant = x.tenant and l.account = x.lot_account and l.seq = x.lot_seq and l.number = x.lot_number
             where x.tenant = :tenant and x.lot_account {in:accounts} and %s
             group by x.lot_account""".formatted(THEN);

    /** That no hold in force has points of a lot called {@code l}. */
    static final String LOT_IS_FREE = """
            not exists (select 1
            """ + OF_PART + """
                         where x.tenant = l.tenant and x.lot_account = l.account and x.lot_seq = l.seq
                           and x.lot_number = l.number and %s)""".formatted(THEN);

    private final JdbcUnit unit;

    HoldQuestions(JdbcUnit unit) {
        this.unit = unit;
    }

    List<Hold> inForce(Set<AccountId> accounts, Instant at) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return HoldRow.together(unit.gather()
                .list("accounts", JdbcAccountStore.texts(accounts))
                .bind("at", at)
                .all(IN_FORCE, HoldRow::read));
    }

    Optional<Hold> find(HoldId id) {
        List<Hold> rows = unit.gather()
                .bind("account", id.account().value())
                .bind("source", id.key().source())
                .bind("value", id.key().value())
                .all(FIND, HoldRow::read);
        return HoldRow.together(rows).stream().findFirst();
    }
}
