package org.openmembership.cards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardBatch;
import org.openmembership.card.CardEvent.CardsCreated;
import org.openmembership.card.CardNumber;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.SeriesCounter;
import org.openmembership.cards.CreateResult.Created;
import org.openmembership.cards.CreateResult.Reason;
import org.openmembership.cards.CreateResult.Refused;
import org.openmembership.club.CardSeries;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.command.Caller;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.StoreCode;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;

/** Makes cards of a series: many at once for later, or one that is handed out at once. */
record Creation(Caller caller, ScannedCards scanned, Instant now) {
    /** What is to be made. */
    record Order(
            ClubId club,
            SeriesId series,
            int count,
            @Nullable StoreCode store,
            ExternalKey key) {
        boolean isOf(CardBatch batch) {
            return batch.series().equals(new CardBatch.Series(club, series)) && batch.count() == count;
        }
    }

    CreateResult run(Order order, Stores stores, Facts facts) {
        Optional<CardBatch> first = stores.cards().batch(order.key());
        Optional<PublishedClub> club = caller.clubs().latest(order.club(), now, stores);
        if (club.isEmpty()) {
            return new Refused(Reason.UNKNOWN_CLUB);
        }
        Optional<CardSeries> series = club.get().club().accounts().cards().series(order.series());
        if (series.isEmpty()) {
            return new Refused(Reason.UNKNOWN_SERIES);
        }
        if (first.isPresent()) {
            return again(first.get(), order, series.get());
        }
        Printing printing = new Printing(scanned, now, stores);
        SeriesCounter counter = printing.counter(order.club(), series.get());
        Optional<List<IssuedCard>> cards = printing.next(counter, series.get(), order.count(), order.store());
        if (cards.isEmpty()) {
            return new Refused(Reason.EXHAUSTED);
        }
        if (printing.mixesUp(cards.get())) {
            return printing.hasBegunSince(counter, series.get())
                    ? run(order, stores, facts)
                    : new Refused(Reason.MIXED_UP);
        }
        CardBatch batch = new CardBatch(order.key(), counter.series(), counter.next(), order.count(), now);

        stores.cards().keep(counter.drawn(order.count()));
        stores.cards().add(batch);
        stores.cards().add(cards.get());
        facts.happened(new CardsCreated(order.club(), order.series(), batch.first(), batch.count()), now);
        return new Created(batch, numbers(batch, series.get()), false);
    }

    /** The next card of the series for the account's scheme, which is kept and nobody's yet; empty if there is none. */
    Optional<MembershipCard> one(MemberAccount account, Stores stores) {
        Optional<CardSeries> series = caller.clubs()
                .require(account.club(), now, stores)
                .club()
                .accounts()
                .cards()
                .of(account.schemeAt(now));
        if (series.isEmpty()) {
            return Optional.empty();
        }
        Printing printing = new Printing(scanned, now, stores);
        SeriesCounter counter = printing.counter(account.club(), series.get());
        List<IssuedCard> cards = printing.next(counter, series.get(), 1, null).orElse(List.of());
        if (cards.isEmpty() || printing.mixesUp(cards)) {
            return printing.hasBegunSince(counter, series.get()) ? one(account, stores) : Optional.empty();
        }
        stores.cards().keep(counter.drawn(1));
        stores.cards().add(cards);
        return Optional.of(cards.get(0).card());
    }

    private static CreateResult again(CardBatch first, Order order, CardSeries series) {
        return order.isOf(first)
                ? new Created(first, numbers(first, series), true)
                : new CreateResult.KeyReused(first.key(), first.createdAt());
    }

    private static List<CardNumber> numbers(CardBatch batch, CardSeries series) {
        List<CardNumber> numbers = new ArrayList<>();
        for (int i = 0; i < batch.count(); i++) {
            numbers.add(CardNumber.of(series.number(batch.first() + i)));
        }
        return numbers;
    }
}
