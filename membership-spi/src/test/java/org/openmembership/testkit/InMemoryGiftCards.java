package org.openmembership.testkit;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardAnswer;
import org.openmembership.giftcard.GiftCardCode;
import org.openmembership.giftcard.GiftCardCodeKind;
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

/** Gift cards, found by looking at all of them. */
final class InMemoryGiftCards implements GiftCardStore {
    private final State state;

    InMemoryGiftCards(State state) {
        this.state = state;
    }

    @Override
    public void add(GiftCard card, List<GiftCardCode> codes) {
        state.giftCards.add(card.id(), card);
        for (GiftCardCode code : codes) {
            state.giftCardCodes.add(code.hash().value(), code);
            state.giftCardCodesByCard.add(place(code), code.hash().value());
        }
    }

    @Override
    public void update(GiftCard card) {
        GiftCard before = before(card);
        state.giftCards.put(
                card.id(),
                new GiftCard(
                        card.id(),
                        before.kind(),
                        before.owner(),
                        before.money(),
                        card.life(),
                        card.block(),
                        card.version()));
    }

    @Override
    public void post(GiftCardPosting posting) {
        GiftCard after = posting.after();
        GiftCard before = before(after);
        GiftCardEntry entry = posting.entry();
        Key place = Key.of(entry.card(), entry.seq());
        state.giftCards.put(
                after.id(),
                new GiftCard(
                        after.id(),
                        before.kind(),
                        before.owner(),
                        after.money(),
                        before.life(),
                        before.block(),
                        after.version()));
        state.giftCardEntries.add(place, entry);
        if (entry.related().points() != null) {
            state.giftCardEntriesByPoints.add(entry.related().points(), place);
        }
    }

    private GiftCard before(GiftCard next) {
        return find(next.id())
                .filter(before -> before.version() == next.version() - 1)
                .orElseThrow(() -> new RaceLostException(next.id() + " has another version"));
    }

    @Override
    public Optional<GiftCard> find(GiftCardId id) {
        return state.giftCards.find(id);
    }

    @Override
    public Optional<GiftCard> lock(GiftCardId id) {
        return find(id);
    }

    @Override
    public Optional<GiftCardCode> withCode(SecretHash hash) {
        return state.giftCardCodes.find(hash.value()).filter(code -> code.kind() != GiftCardCodeKind.PIN);
    }

    @Override
    public List<GiftCardCode> codesOf(Collection<GiftCardId> cards) {
        return new TreeSet<>(cards)
                .stream()
                        .flatMap(card -> {
                            Key prefix = Key.of(card);
                            return state.giftCardCodesByCard.between(prefix, prefix.end());
                        })
                        .map(hash -> state.giftCardCodes.find(hash).orElseThrow())
                        .toList();
    }

    @Override
    public void move(GiftCardCode moved, GiftCardId from) {
        String hash = moved.hash().value();
        if (state.giftCardCodes
                .find(hash)
                .filter(code -> code.card().equals(from))
                .isEmpty()) {
            throw new RaceLostException("the code does not reach " + from);
        }
        state.giftCardCodesByCard.remove(Key.of(from, moved.kind().name()));
        state.giftCardCodesByCard.add(place(moved), hash);
        state.giftCardCodes.put(hash, moved);
    }

    @Override
    public void record(GiftCardAnswer answer) {
        state.giftCardAnswers.add(Key.of(answer.operation(), answer.key()), answer);
    }

    @Override
    public Optional<GiftCardAnswer> answer(GiftCardOperation operation, ExternalKey key) {
        return state.giftCardAnswers.find(Key.of(operation, key));
    }

    @Override
    public Optional<GiftCardEntry> entry(GiftCardId card, long seq) {
        return state.giftCardEntries.find(Key.of(card, seq));
    }

    @Override
    public List<GiftCardEntry> refundsOf(GiftCardId card, long spend) {
        Key prefix = Key.of(card);
        return state.giftCardEntries
                .between(prefix, prefix.end())
                .filter(entry -> entry.related().spend() == spend)
                .toList();
    }

    @Override
    public Optional<GiftCardEntry> ofPoints(EntryId points) {
        return state.giftCardEntriesByPoints.find(points).flatMap(state.giftCardEntries::find);
    }

    @Override
    public Page<GiftCardEntry> history(GiftCardId card, Page.Request page) {
        Key first = Key.of(card);
        Key end = page.after() == null ? first.end() : Key.of(card, page.after().number());
        return InMemoryPages.of(state.giftCardEntries.betweenDown(first, end), page, last -> Long.toString(last.seq()));
    }

    @Override
    public Page<GiftCard> list(GiftCardFilter filter, Page.Request page) {
        Page.Cursor end = page.after("gift-cards");
        String after = end == null ? "" : end.value();
        Stream<GiftCard> found = state.giftCards
                .values()
                .filter(card -> card.id().value().compareTo(after) > 0)
                .filter(card -> filter.status() == null || filter.status() == card.status())
                .filter(card -> filter.owner() == null || filter.owner().equals(card.owner()))
                .filter(card -> filter.code() == null
                        || withCode(filter.code())
                                .filter(code -> code.card().equals(card.id()))
                                .isPresent())
                .sorted(comparing(GiftCard::id));
        return InMemoryPages.of(found, page, "gift-cards", last -> last.id().value());
    }

    @Override
    public List<GiftCardId> idsOf(MemberId owner) {
        return state.giftCards
                .values()
                .filter(card -> owner.equals(card.owner()))
                .map(GiftCard::id)
                .toList();
    }

    @Override
    public void repoint(List<GiftCardId> cards, @Nullable MemberId owner) {
        for (GiftCardId id : cards) {
            GiftCard card = find(id).orElseThrow(() -> new RaceLostException("there is no gift card " + id));
            state.giftCards.put(
                    id, new GiftCard(id, card.kind(), owner, card.money(), card.life(), card.block(), card.version()));
        }
    }

    private static Key place(GiftCardCode code) {
        return Key.of(code.card(), code.kind().name());
    }
}
