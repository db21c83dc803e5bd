package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.LotId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ReasonCode;
import org.openmembership.warning.ExpiryWarning;
import org.openmembership.warning.WarningStore;

final class JdbcWarningStore implements WarningStore {
    private static final String DUE = """
            select l.account, l.seq as lot_seq, l.number as lot_number, a.main_member as member, l.remaining as points,
                   l.lapses_at
              from om_account a
              join om_lot l
                on l.tenant = a.tenant and l.account = a.id and l.is_open = 1 and l.lapses_at > :from
               and l.lapses_at <= :to
             where a.tenant = :tenant and a.club = :club and a.id >= :account and a.status = 'ACTIVE'
               and (l.account > :account or l.seq > :seq or (l.seq = :seq and l.number > :number))
               and not exists (select 1
                                 from om_expiry_warning w
                                where w.tenant = l.tenant and w.account = l.account and w.lot_seq = l.seq
                                  and w.lot_number = l.number and w.window_code = :window)
             order by a.id, l.seq, l.number
             limit :limit""";
    private static final String OF_ACCOUNT = """
            select account, lot_seq, lot_number, member, points, lapses_at, window_code, warned_at
              from om_expiry_warning
             where tenant = :tenant and account = :account
             order by lot_seq, lot_number, window_code""";

    private final JdbcUnit unit;

    JdbcWarningStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public List<ExpiryWarning> due(Question question, @Nullable LotId after, int limit) {
        return unit.gather()
                .bind("club", question.club().value())
                .bind("window", question.window().value())
                .bind("from", question.from())
                .bind("to", question.to())
                .bind("account", after == null ? "" : after.entry().account().value())
                .bind("seq", after == null ? 0L : after.entry().seq())
                .bind("number", after == null ? 0 : after.number())
                .bind("limit", limit)
                .all(DUE, row -> read(row, question.window(), question.now()));
    }

    @Override
    public void addAll(List<ExpiryWarning> warnings) {
        for (ExpiryWarning warning : warnings) {
            unit.add(
                    Table.EXPIRY_WARNING,
                    warning.lot().entry().account().value(),
                    warning.lot().entry().seq(),
                    warning.lot().number(),
                    warning.window().value(),
                    warning.member().value(),
                    warning.notice().points(),
                    warning.notice().lapsesAt(),
                    warning.warnedAt());
        }
    }

    @Override
    public List<ExpiryWarning> of(AccountId account) {
        return unit.gather()
                .bind("account", account.value())
                .all(
                        OF_ACCOUNT,
                        row -> read(
                                row, ReasonCode.of(row.getString("window_code")), Values.instant(row, "warned_at")));
    }

    private static ExpiryWarning read(ResultSet row, ReasonCode window, Instant warnedAt) throws SQLException {
        EntryId entry = new EntryId(AccountId.of(row.getString("account")), row.getLong("lot_seq"));
        return new ExpiryWarning(
                new LotId(entry, row.getInt("lot_number")),
                window,
                MemberId.of(row.getString("member")),
                new ExpiryWarning.Notice(Values.points(row, "points"), Values.instant(row, "lapses_at")),
                warnedAt);
    }
}
