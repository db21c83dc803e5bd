package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.StoreCode;

/** A card as a row of {@code om_card}. */
final class CardRow {
    /** The columns that {@link #read} wants, first and in this order, of a table called {@code c}. */
    static final String COLUMNS = """
            c.number, c.club, c.series, c.store, c.created_at, c.account, c.member, c.held_since, c.first_used_at,
            c.last_valid_on, c.replaced_by, c.version, c.block_reason, c.block_by_kind, c.block_by_reference, c.block_since""";

    private static final Change CHANGED = Change.of(
            Table.CARD,
            "store, account, member, held_since, last_valid_on, replaced_by, status, " + BlockColumns.NAMES
                    + ", version",
            "number, version");
    private static final Change FIRST_USED = Change.of(Table.CARD, "first_used_at", "number");

    private CardRow() {}

    static void add(JdbcUnit unit, MembershipCard card) {
        MembershipCard.Issue issue = card.issue();
        SeriesId series = issue.series();
        @Nullable Object[] block = BlockColumns.values(card.block());
        unit.add(
                Table.CARD,
                card.number().value(),
                issue.club().value(),
                series == null ? null : series.value(),
                store(card),
                issue.createdAt(),
                account(card),
                member(card),
                heldSince(card),
                card.life().firstUsedAt(),
                card.life().lastValidOn(),
                replacedBy(card),
                card.status(),
                block[0],
                block[1],
                block[2],
                block[3],
                card.version());
    }

    static void update(JdbcUnit unit, MembershipCard card) {
        @Nullable Object[] block = BlockColumns.values(card.block());
        unit.change(
                CHANGED,
                store(card),
                account(card),
                member(card),
                heldSince(card),
                card.life().lastValidOn(),
                replacedBy(card),
                card.status(),
                block[0],
                block[1],
                block[2],
                block[3],
                card.version(),
                card.number().value(),
                card.version() - 1);
    }

    static void firstUsed(JdbcUnit unit, CardNumber number, Instant at) {
        unit.change(FIRST_USED, at, number.value());
    }

    static MembershipCard read(ResultSet row) throws SQLException {
        return new MembershipCard(
                CardNumber.of(row.getString(1)),
                issue(row),
                holder(row),
                life(row),
                BlockColumns.read(row, 13),
                row.getInt(12));
    }

    private static MembershipCard.Issue issue(ResultSet row) throws SQLException {
        return new MembershipCard.Issue(
                ClubId.of(row.getString(2)),
                Values.codeOrNull(row, "series", SeriesId::of),
                Values.codeOrNull(row, "store", StoreCode::of),
                Values.instant(row, 5));
    }

    private static MembershipCard.@Nullable Holder holder(ResultSet row) throws SQLException {
        AccountId account = Values.codeOrNull(row, "account", AccountId::of);
        return account == null
                ? null
                : new MembershipCard.Holder(
                        account, Values.codeOrNull(row, "member", MemberId::of), Values.instant(row, 8));
    }

    private static MembershipCard.Life life(ResultSet row) throws SQLException {
        return new MembershipCard.Life(
                Values.instantOrNull(row, "first_used_at"),
                Values.dayOrNull(row, "last_valid_on"),
                Values.codeOrNull(row, "replaced_by", CardNumber::of));
    }

    private static @Nullable String store(MembershipCard card) {
        StoreCode store = card.issue().store();
        return store == null ? null : store.value();
    }

    private static @Nullable String account(MembershipCard card) {
        return card.account().map(AccountId::value).orElse(null);
    }

    private static @Nullable String member(MembershipCard card) {
        MemberId carrier = card.carrier();
        return carrier == null ? null : carrier.value();
    }

    private static @Nullable Instant heldSince(MembershipCard card) {
        MembershipCard.Holder holder = card.holder();
        return holder == null ? null : holder.since();
    }

    private static @Nullable String replacedBy(MembershipCard card) {
        CardNumber other = card.life().replacedBy();
        return other == null ? null : other.value();
    }
}
