package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.giftcard.CodeSource;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardAnswer;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardKind;
import org.openmembership.giftcard.GiftCardOperation;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.ledger.EntryId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.SecretHash;

/** Rows of gift cards, codes, entries and answers, and what they stand for. */
final class GiftCardRow {
    static final String CARDS = """
            select g.block_reason, g.block_by_kind, g.block_by_reference, g.block_since, g.id, g.kind, g.owner, g.currency,
                   g.balance, g.seq, g.created_at, g.last_day, g.replaced_by, g.version
              from om_gift_card g
             where g.tenant = :tenant""";
    static final String WITH_CODE = """
            and g.id in (select c.card from om_gift_card_code c
                                 where c.tenant = :tenant and c.hash = :hash and c.kind <> 'PIN')""";
    static final String CODES = """
            select c.hash, c.card, c.kind, c.last_four, c.source_card, c.seed
              from om_gift_card_code c
             where c.tenant = :tenant""";
    static final String ENTRIES = """
            select e.card, e.seq, e.kind, e.amount, e.balance_after, e.currency, e.spend_seq, e.point_account, e.point_seq,
                   e.other_card, e.key_source, e.key_value, e.actor_kind, e.actor_reference, e.recorded_at
              from om_gift_card_entry e
             where e.tenant = :tenant""";

    private GiftCardRow() {}

    static @Nullable Object[] values(GiftCard card) {
        MemberId owner = card.owner();
        GiftCardId replacedBy = card.life().replacedBy();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(card.id().value());
        values.add(card.kind());
        values.add(owner == null ? null : owner.value());
        values.add(card.balance().getCurrencyUnit().getCode());
        values.add(scaled(card.balance()));
        values.add(card.money().seq());
        values.add(card.life().createdAt());
        values.add(card.life().lastDay());
        values.add(replacedBy == null ? null : replacedBy.value());
        values.add(card.status());
        values.addAll(Arrays.asList(BlockColumns.values(card.block())));
        values.add(card.version());
        return values.toArray();
    }

    static @Nullable Object[] values(GiftCardEntry entry) {
        GiftCardEntry.Related related = entry.related();
        EntryId points = related.points();
        GiftCardId other = related.card();
        return new @Nullable Object[] {
            entry.card().value(),
            entry.seq(),
            entry.kind(),
            scaled(entry.amount()),
            scaled(entry.balanceAfter()),
            entry.amount().getCurrencyUnit().getCode(),
            related.spend() == 0 ? null : related.spend(),
            points == null ? null : points.account().value(),
            points == null ? null : points.seq(),
            other == null ? null : other.value(),
            entry.origin().key().source(),
            entry.origin().key().value(),
            entry.origin().by().kind(),
            entry.origin().by().reference(),
            entry.origin().recordedAt()
        };
    }

    static long scaled(Money amount) {
        return Values.scaled(amount.getAmount(), Values.MONEY_SCALE);
    }

    static GiftCard card(ResultSet row) throws SQLException {
        return new GiftCard(
                GiftCardId.of(row.getString("id")),
                GiftCardKind.valueOf(row.getString("kind")),
                Values.codeOrNull(row, "owner", MemberId::of),
                new GiftCard.Content(JdbcOnAccountStore.money(row, "balance"), row.getLong("seq")),
                new GiftCard.Life(
                        Values.instant(row, "created_at"),
                        Values.dayOrNull(row, "last_day"),
                        Values.codeOrNull(row, "replaced_by", GiftCardId::of)),
                BlockColumns.read(row, 1),
                row.getInt("version"));
    }

    static GiftCardCode code(ResultSet row) throws SQLException {
        String seed = row.getString("seed");
        CodeSource source = seed == null ? null : new CodeSource(GiftCardId.of(row.getString("source_card")), seed);
        return new GiftCardCode(
                GiftCardId.of(row.getString("card")),
                GiftCardCodeKind.valueOf(row.getString("kind")),
                new SecretHash(row.getString("hash")),
                row.getString("last_four"),
                source);
    }

    static GiftCardEntry entry(ResultSet row) throws SQLException {
        String account = row.getString("point_account");
        EntryId points = account == null ? null : new EntryId(AccountId.of(account), row.getLong("point_seq"));
        return new GiftCardEntry(
                GiftCardId.of(row.getString("card")),
                row.getLong("seq"),
                GiftCardEntryKind.valueOf(row.getString("kind")),
                JdbcOnAccountStore.money(row, "amount"),
                JdbcOnAccountStore.money(row, "balance_after"),
                new GiftCardEntry.Related(
                        row.getLong("spend_seq"), points, Values.codeOrNull(row, "other_card", GiftCardId::of)),
                new GiftCardEntry.Origin(
                        ExternalKey.of(row.getString("key_source"), row.getString("key_value")),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_reference")),
                        Values.instant(row, "recorded_at")));
    }

    static GiftCardAnswer answer(ResultSet row) throws SQLException {
        return new GiftCardAnswer(
                GiftCardOperation.valueOf(row.getString("operation")),
                ExternalKey.of(row.getString("key_source"), row.getString("key_value")),
                new Fingerprint(row.getString("fingerprint")),
                GiftCardId.of(row.getString("card")),
                row.getLong("seq"),
                row.getString("outcome"),
                Values.instant(row, "recorded_at"));
    }
}
