package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.openmembership.audit.AuditStore;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;

/**
 * Checks each invariant by one or two set-based questions, which find what breaks it.
 *
 * <p>They share no computation with what decides about points. A column of an answer is part of the violation's subject
 * ({@code subject_id}, {@code subject_seq}, {@code subject_number}: {@code account#seq.number}) or one of the figures of its
 * finding, under its own name.
 */
final class JdbcAuditStore implements AuditStore {
    private static final String ID = "subject_id";
    private static final String SEQ = "subject_seq";
    private static final String NUMBER = "subject_number";

    private final JdbcUnit unit;

    JdbcAuditStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public List<Violation> violations(Invariant invariant, int limit) {
        Gathering gathering = unit.gather().bind("limit", limit);
        List<Gathering.Answers<Violation>> found = questions(invariant).stream()
                .map(question -> gathering.ask(question, row -> read(invariant, row)))
                .toList();
        gathering.run();

        return found.stream()
                .flatMap(answers -> answers.all().stream())
                .sorted(Comparator.comparing(Violation::subject))
                .limit(limit)
                .toList();
    }

    private static List<String> questions(Invariant invariant) {
        return switch (invariant) {
            case CONSERVATION -> List.of(BalanceAudit.CONSERVATION);
            case BALANCE_AGREES -> List.of(BalanceAudit.BALANCE_AGREES);
            case NO_DEBT_BESIDE_POINTS -> List.of(BalanceAudit.NO_DEBT_BESIDE_POINTS);
            case LOT_ACCOUNTED -> List.of(BalanceAudit.LOT_ACCOUNTED);
            case TAKEN_IN_ORDER -> List.of(OrderAudit.TAKEN_IN_ORDER);
            case ENTRY_EXPLAINED -> List.of(BalanceAudit.ENTRY_EXPLAINED);
            case EXPIRED_NEVER_SPENT -> List.of(BalanceAudit.EXPIRED_NEVER_SPENT);
            case EXPIRED_ONCE -> List.of(BalanceAudit.EXPIRED_ONCE);
            case HOLD_COVERED -> List.of(HoldAudit.HOLD_COVERED);
            case HOLD_ADDS_UP -> List.of(HoldAudit.HOLD_ADDS_UP, HoldAudit.CAPTURE_WITHIN_HOLD);
            case HOLD_KNOWN -> List.of(HoldAudit.HOLD_KNOWN);
            case COMMAND_MATCHES_ENTRIES -> EntryAudit.OF_COMMANDS;
            case TRANSFER_PAIRED -> List.of(EntryAudit.TRANSFER_PAIRED);
            case MERGE_PAIRED -> List.of(EntryAudit.MERGE_PAIRED);
            case REDIRECT_LEADS -> MergeAudit.OF_REDIRECTS;
            case RETURN_WITHIN_EARNED -> List.of(EntryAudit.RETURN_WITHIN_EARNED);
            case REVERSAL_WITHIN_ENTRY -> List.of(EntryAudit.REVERSAL_WITHIN_ENTRY);
            case CHAIN_UNBROKEN -> List.of(EntryAudit.CHAIN_UNBROKEN, EntryAudit.HEAD_OF_CHAIN);
            case WITHIN_RANGE -> List.of(EntryAudit.WITHIN_RANGE);
            case TIME_ORDERED -> List.of(EntryAudit.TIME_ORDERED);
            case CAP_HELD -> List.of(CapAudit.WITHIN_CAP, CapAudit.BORNE_OUT);
            case MEMBER_COMPLETE -> List.of(PeopleAudit.MEMBER_COMPLETE);
            case TERMS_ACCEPTED -> List.of(PeopleAudit.TERMS_ACCEPTED);
            case LINK_AFTER_PROOF -> List.of(PeopleAudit.LINK_AFTER_PROOF);
            case ACCOUNT_SHARED_PROPERLY -> List.of(PeopleAudit.ONE_MAIN_MEMBER, PeopleAudit.ONE_ACCOUNT_IN_A_CLUB);
            case SCHEME_MATCHES_MOVES -> List.of(PeopleAudit.SCHEME_MATCHES_MOVES);
            case SCHEME_EXPLAINED -> List.of(PeopleAudit.SCHEME_EXPLAINED);
            case GIFT_CARD_AGREES -> List.of(GiftCardAudit.AGREES);
            case GIFT_CARD_POINTS_PAIRED -> GiftCardAudit.OF_PAIRS;
            case GIFT_CARD_POINTS_WORTH -> List.of(GiftCardAudit.WORTH_LESS, GiftCardAudit.UNDONE_OTHERWISE);
            case ENVOY_SHARE_AGREES -> EnvoyAudit.OF_SHARES;
            case SALE_POSTED_ONCE -> List.of(SaleAudit.POSTED_WITHOUT_COMMAND, SaleAudit.COMMAND_BEFORE_POSTED);
            case ON_ACCOUNT_AGREES -> List.of(OnAccountAudit.ON_ACCOUNT_AGREES);
        };
    }

    private static Violation read(Invariant invariant, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        StringBuilder subject = new StringBuilder();
        StringJoiner finding = new StringJoiner(", ");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            String value = row.getString(i);
            switch (name) {
                case ID -> subject.append(value);
                case SEQ -> subject.append('#').append(value);
                case NUMBER -> subject.append('.').append(value);
                default -> finding.add(name.replace('_', ' ') + " " + value);
            }
        }
        return new Violation(invariant, subject.toString(), finding.toString());
    }
}
