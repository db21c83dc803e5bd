package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.CodeSource;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardAnswer;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardFilter;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardOperation;
import org.openmembership.giftcard.GiftCardPosting;
import org.openmembership.giftcard.GiftCardStore;
import org.openmembership.ledger.EntryId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.user.SecretHash;

/** Gift cards in {@code om_gift_card}, with their codes, entries and answers. */
final class JdbcGiftCardStore implements GiftCardStore {
    private static final String BY_ID = GiftCardRow.CARDS + " and g.id = :id";
    private static final String LOCKED = BY_ID + " order by g.id{lock}";
    private static final String CODE = GiftCardRow.CODES + " and c.hash = :hash and c.kind <> 'PIN'";
    private static final String CODES_OF = GiftCardRow.CODES + " and c.card {in:cards} order by c.card, c.kind";
    private static final String ENTRY = GiftCardRow.ENTRIES + " and e.card = :card and e.seq = :seq";
    private static final String REFUNDS =
            GiftCardRow.ENTRIES + " and e.card = :card and e.spend_seq = :seq order by e.seq";
    private static final String OF_POINTS =
            GiftCardRow.ENTRIES + " and e.point_account = :account and e.point_seq = :seq";
    private static final String HISTORY =
            GiftCardRow.ENTRIES + " and e.card = :card and e.seq < :before order by e.seq desc limit :limit";
    private static final String ANSWER = """
            select operation, key_source, key_value, fingerprint, card, seq, outcome, recorded_at
              from om_gift_card_answer
             where tenant = :tenant and operation = :operation and key_source = :source and key_value = :value""";
    private static final String IDS =
            "select id from om_gift_card where tenant = :tenant and owner = :owner order by id";
    private static final Change CHANGED =
            Change.of(Table.GIFT_CARD, "replaced_by, status, " + BlockColumns.NAMES + ", version", "id, version");
    private static final Change POSTED = Change.of(Table.GIFT_CARD, "balance, seq, version", "id, version");
    private static final Change MOVED = Change.of(Table.GIFT_CARD_CODE, "card", "hash, card");
    private static final Change OWNED = Change.of(Table.GIFT_CARD, "owner", "id");

    private final JdbcUnit unit;

    JdbcGiftCardStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(GiftCard card, List<GiftCardCode> codes) {
        unit.add(Table.GIFT_CARD, GiftCardRow.values(card));
        for (GiftCardCode code : codes) {
            CodeSource source = code.source();
            unit.add(
                    Table.GIFT_CARD_CODE,
                    code.hash().value(),
                    code.card().value(),
                    code.kind(),
                    code.lastFour(),
                    source == null ? null : source.card().value(),
                    source == null ? null : source.seed());
        }
    }

    @Override
    public void update(GiftCard card) {
        GiftCardId replacedBy = card.life().replacedBy();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(replacedBy == null ? null : replacedBy.value());
        values.add(card.status());
        values.addAll(Arrays.asList(BlockColumns.values(card.block())));
        values.add(card.version());
        values.add(card.id().value());
        values.add(card.version() - 1);
        unit.change(CHANGED, values.toArray());
    }

    @Override
    public void post(GiftCardPosting posting) {
        GiftCard after = posting.after();
        unit.change(
                POSTED,
                GiftCardRow.scaled(after.balance()),
                after.money().seq(),
                after.version(),
                after.id().value(),
                after.version() - 1);
        unit.add(Table.GIFT_CARD_ENTRY, GiftCardRow.values(posting.entry()));
    }

    @Override
    public Optional<GiftCard> find(GiftCardId id) {
        return unit.gather().bind("id", id.value()).one(BY_ID, GiftCardRow::card);
    }

    @Override
    public Optional<GiftCard> lock(GiftCardId id) {
        return unit.gather().bind("id", id.value()).one(LOCKED, GiftCardRow::card);
    }

    @Override
    public Optional<GiftCardCode> withCode(SecretHash hash) {
        return unit.gather().bind("hash", hash.value()).one(CODE, GiftCardRow::code);
    }

    @Override
    public List<GiftCardCode> codesOf(Collection<GiftCardId> cards) {
        if (cards.isEmpty()) {
            return List.of();
        }
        return unit.gather()
                .list("cards", cards.stream().map(GiftCardId::value).toList())
                .all(CODES_OF, GiftCardRow::code);
    }

    @Override
    public void move(GiftCardCode moved, GiftCardId from) {
        unit.change(MOVED, moved.card().value(), moved.hash().value(), from.value());
    }

    @Override
    public void record(GiftCardAnswer answer) {
        unit.add(
                Table.GIFT_CARD_ANSWER,
                answer.operation(),
                answer.key().source(),
                answer.key().value(),
                answer.fingerprint().sha256(),
                answer.card().value(),
                answer.seq(),
                answer.outcome(),
                answer.recordedAt());
    }

    @Override
    public Optional<GiftCardAnswer> answer(GiftCardOperation operation, ExternalKey key) {
        return unit.gather()
                .bind("operation", operation)
                .bind("source", key.source())
                .bind("value", key.value())
                .one(ANSWER, GiftCardRow::answer);
    }

    @Override
    public Optional<GiftCardEntry> entry(GiftCardId card, long seq) {
        return unit.gather().bind("card", card.value()).bind("seq", seq).one(ENTRY, GiftCardRow::entry);
    }

    @Override
    public List<GiftCardEntry> refundsOf(GiftCardId card, long spend) {
        return unit.gather().bind("card", card.value()).bind("seq", spend).all(REFUNDS, GiftCardRow::entry);
    }

    @Override
    public Optional<GiftCardEntry> ofPoints(EntryId points) {
        return unit.gather()
                .bind("account", points.account().value())
                .bind("seq", points.seq())
                .one(OF_POINTS, GiftCardRow::entry);
    }

    @Override
    public Page<GiftCardEntry> history(GiftCardId card, Page.Request page) {
        Page.Cursor after = page.after();
        List<GiftCardEntry> found = unit.gather()
                .bind("card", card.value())
                .bind("before", after == null ? Long.MAX_VALUE : after.number())
                .bind("limit", page.limit() + 1)
                .all(HISTORY, GiftCardRow::entry);
        return Pages.of(found, page, last -> Long.toString(last.seq()));
    }

    @Override
    public Page<GiftCard> list(GiftCardFilter filter, Page.Request page) {
        Page.Cursor after = page.after("gift-cards");
        StringBuilder question = new StringBuilder(GiftCardRow.CARDS).append(" and g.id > :after");
        Gathering gathering =
                unit.gather().bind("after", after == null ? "" : after.value()).bind("limit", page.limit() + 1);
        if (filter.status() != null) {
            question.append(" and g.status = :status");
            gathering.bind("status", filter.status());
        }
        if (filter.owner() != null) {
            question.append(" and g.owner = :owner");
            gathering.bind("owner", filter.owner().value());
        }
        if (filter.code() != null) {
            question.append(" ").append(GiftCardRow.WITH_CODE);
            gathering.bind("hash", filter.code().value());
        }
        List<GiftCard> found =
                gathering.all(question.append(" order by g.id limit :limit").toString(), GiftCardRow::card);
        return Pages.of(found, page, "gift-cards", last -> last.id().value());
    }

    @Override
    public List<GiftCardId> idsOf(MemberId owner) {
        return unit.gather().bind("owner", owner.value()).all(IDS, row -> GiftCardId.of(row.getString("id")));
    }

    @Override
    public void repoint(List<GiftCardId> cards, @Nullable MemberId owner) {
        cards.forEach(card -> unit.change(OWNED, owner == null ? null : owner.value(), card.value()));
    }
}
