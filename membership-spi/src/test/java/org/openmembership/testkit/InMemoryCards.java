package org.openmembership.testkit;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardBatch;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStore;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.SeriesCounter;
import org.openmembership.club.ClubId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.StoreCode;
import org.openmembership.user.RegistrationId;

/** Cards, of which those that are nobody's are found by looking at all. */
final class InMemoryCards implements CardStore {
    private final State state;
    private final InMemoryAccounts accounts;

    InMemoryCards(State state) {
        this.state = state;
        this.accounts = new InMemoryAccounts(state);
    }

    @Override
    public void add(List<IssuedCard> cards) {
        for (IssuedCard issued : cards) {
            MembershipCard card = issued.card();
            state.cards.add(card.number(), card);
            issued.scans().forEach(scan -> state.cardsByScan.add(scan, card.number()));
            index(card);
        }
    }

    @Override
    public void update(List<MembershipCard> cards) {
        for (MembershipCard card : cards) {
            MembershipCard stored = state.cards
                    .find(card.number())
                    .filter(before -> before.version() == card.version() - 1)
                    .orElseThrow(() -> new RaceLostException(card.number() + " has another version"));
            stored.account().ifPresent(account -> state.cardsByAccount.remove(Key.of(account, card.number())));
            put(card, stored.life().firstUsedAt());
            index(card);
        }
    }

    @Override
    public void firstUsed(CardNumber number, Instant at) {
        state.cards.find(number).ifPresent(card -> put(card, at));
    }

    private void put(MembershipCard card, @Nullable Instant firstUsedAt) {
        MembershipCard.Life life = new MembershipCard.Life(
                firstUsedAt, card.life().lastValidOn(), card.life().replacedBy());
        state.cards.put(
                card.number(),
                new MembershipCard(card.number(), card.issue(), card.holder(), life, card.block(), card.version()));
    }

    private void index(MembershipCard card) {
        card.account().ifPresent(account -> state.cardsByAccount.put(Key.of(account, card.number()), card.number()));
    }

    @Override
    public Optional<MembershipCard> find(CardNumber scanned) {
        return state.cardsByScan.find(scanned).flatMap(state.cards::find);
    }

    @Override
    public Map<CardNumber, MembershipCard> findAll(Set<CardNumber> scanned) {
        Map<CardNumber, MembershipCard> found = new HashMap<>();
        scanned.forEach(scan -> find(scan).ifPresent(card -> found.put(scan, card)));
        return found;
    }

    @Override
    public List<MembershipCard> of(AccountId account) {
        Key prefix = Key.of(account);
        return state.cardsByAccount
                .between(prefix, prefix.end())
                .map(state.cards::find)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<MembershipCard> of(MemberId member) {
        return accounts.of(member).stream()
                .map(MemberAccount::id)
                .flatMap(account -> of(account).stream())
                .filter(card -> card.carrier() == null || member.equals(card.carrier()))
                .sorted(comparing(MembershipCard::number))
                .toList();
    }

    @Override
    public Page<MembershipCard> unassigned(ClubId club, @Nullable StoreCode store, Page.Request page) {
        Stream<MembershipCard> found = state.cards
                .values()
                .filter(card -> card.club().equals(club) && card.holder() == null && !card.isBlocked())
                .filter(card -> Objects.equals(store, card.issue().store()));
        Page.Cursor after = page.after("cards");
        List<MembershipCard> rows = found.filter(
                        card -> after == null || card.number().value().compareTo(after.value()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        List<MembershipCard> items = rows.subList(0, page.limit());
        return new Page<>(
                items,
                Page.Cursor.of("cards", items.get(items.size() - 1).number().value()));
    }

    @Override
    public Optional<SeriesCounter> counterForUpdate(CardBatch.Series series) {
        return state.seriesCounters.find(Key.of(series.club(), series.id()));
    }

    @Override
    public void keep(SeriesCounter counter) {
        Key key = Key.of(counter.series().club(), counter.series().id());
        int before = state.seriesCounters.find(key).map(SeriesCounter::version).orElse(0);
        if (before != counter.version() - 1) {
            throw new RaceLostException(counter + " has another version");
        }
        state.seriesCounters.put(key, counter);
    }

    @Override
    public void add(CardBatch batch) {
        state.cardBatches.add(batch.key(), batch);
    }

    @Override
    public Optional<CardBatch> batch(ExternalKey key) {
        return state.cardBatches.find(key);
    }

    @Override
    public void wish(RegistrationId registration, CardNumber scanned) {
        state.cardWishes.add(registration, scanned);
    }

    @Override
    public Optional<CardNumber> wishOf(RegistrationId registration) {
        return state.cardWishes.find(registration);
    }
}
