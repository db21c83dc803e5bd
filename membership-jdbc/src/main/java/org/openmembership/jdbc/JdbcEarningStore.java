package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointCap;
import org.openmembership.club.RuleId;
import org.openmembership.ledger.AdjustedDay;
import org.openmembership.ledger.EarningStore;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.KeptExplanation;
import org.openmembership.ledger.PointCount;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;

/** What is counted in {@code om_point_count} and {@code om_adjusted_day}, and explanations, in {@code om_explanation}. */
final class JdbcEarningStore implements EarningStore {
    private static final String OF_ALL_RULES = "";
    private static final String COUNTS = Identities.HELD + """
            select held.account as asked, c.account, c.start_on, c.span, c.rule, c.points, c.most, c.version
              from {rows:wanted}
              join held on held.account = wanted.account
             cross join om_point_count c
             where c.tenant = :tenant and c.account = held.part and c.start_on = wanted.start_on
             order by held.account, c.account, c.start_on, c.span, c.rule""";
    private static final String ADJUSTED = """
            select points, version from om_adjusted_day
             where tenant = :tenant and actor_kind = :kind and actor_reference = :reference and adjusted_on = :day
             order by adjusted_on{lock}""";
    private static final Change ADJUSTED_MORE =
            Change.of(Table.ADJUSTED_DAY, "points, version", "actor_kind, actor_reference, adjusted_on, version");
    private static final String EXPLANATION = "select kind, format, document from om_explanation"
            + " where tenant = :tenant and account = :account and entry_seq = :seq";
    private static final Change GROWN =
            Change.of(Table.POINT_COUNT, "points, most, version", "account, start_on, span, rule, version");

    private final JdbcUnit unit;

    JdbcEarningStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public List<Counted> counts(Set<AccountId> accounts, Collection<LocalDate> starts) {
        List<Object[]> wanted = new ArrayList<>();
        for (AccountId account : accounts) {
            starts.stream().distinct().forEach(start -> wanted.add(new Object[] {account.value(), Values.day(start)}));
        }
        return wanted.isEmpty()
                ? List.of()
                : unit.gather()
                        .rows("wanted", "account, start_on integer", wanted)
                        .list("accounts", JdbcAccountStore.texts(accounts))
                        .all(COUNTS, row -> new Counted(AccountId.of(row.getString("asked")), count(row)));
    }

    @Override
    public void count(List<PointCount> counts) {
        for (PointCount count : counts) {
            PointCount.Span span = count.span();
            String account = count.account().value();
            String rule = span.rule() == null ? OF_ALL_RULES : span.rule().value();
            if (count.version() == 1) {
                unit.add(
                        Table.POINT_COUNT,
                        account,
                        span.start(),
                        span.kind(),
                        rule,
                        count.points(),
                        count.most(),
                        count.version());
            } else {
                unit.change(
                        GROWN,
                        count.points(),
                        count.most(),
                        count.version(),
                        account,
                        span.start(),
                        span.kind(),
                        rule,
                        count.version() - 1);
            }
        }
    }

    @Override
    public Optional<AdjustedDay> adjustedForUpdate(Actor by, LocalDate day) {
        return unit.gather()
                .bind("kind", by.kind().name())
                .bind("reference", by.reference())
                .bind("day", Values.day(day))
                .one(ADJUSTED, row -> new AdjustedDay(by, day, Values.points(row, "points"), row.getLong("version")));
    }

    @Override
    public void keep(AdjustedDay adjusted) {
        Actor by = adjusted.by();
        if (adjusted.version() == 1) {
            unit.add(
                    Table.ADJUSTED_DAY,
                    by.kind(),
                    by.reference(),
                    adjusted.day(),
                    adjusted.points(),
                    adjusted.version());
        } else {
            unit.change(
                    ADJUSTED_MORE,
                    adjusted.points(),
                    adjusted.version(),
                    by.kind(),
                    by.reference(),
                    adjusted.day(),
                    adjusted.version() - 1);
        }
    }

    @Override
    public void explain(List<KeptExplanation> explanations) {
        for (KeptExplanation kept : explanations) {
            unit.add(
                    Table.EXPLANATION,
                    kept.entry().account().value(),
                    kept.entry().seq(),
                    kept.document().kind(),
                    kept.document().version(),
                    kept.document().json());
        }
    }

    @Override
    public Optional<Document> explanation(EntryId entry) {
        return unit.gather()
                .bind("account", entry.account().value())
                .bind("seq", entry.seq())
                .one(
                        EXPLANATION,
                        row -> new Document(row.getString("kind"), row.getInt("format"), row.getString("document")));
    }

    private static PointCount count(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        PointCount.Span span = new PointCount.Span(
                rule.isEmpty() ? null : RuleId.of(rule),
                PointCap.Span.valueOf(row.getString("span")),
                Values.day(row, "start_on"));
        return new PointCount(
                AccountId.of(row.getString("account")),
                span,
                Values.points(row, "points"),
                Values.points(row, "most"),
                row.getLong("version"));
    }
}
