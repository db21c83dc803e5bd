package org.openmembership.cards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardBatch;
import org.openmembership.card.CardNumber;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.SeriesCounter;
import org.openmembership.club.CardSeries;
import org.openmembership.club.ClubId;
import org.openmembership.shared.StoreCode;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;

/**
 * Draws the next numbers of a series.
 *
 * <p>Only the row of the series is locked, and no sale ever looks at it.
 */
record Printing(ScannedCards scanned, Instant now, Stores stores) {
    /** The counter, before any number of the series was drawn if there is none yet. */
    SeriesCounter counter(ClubId club, CardSeries series) {
        CardBatch.Series wanted = new CardBatch.Series(club, series.id());
        return stores.cards()
                .counterForUpdate(wanted)
                .orElseGet(() -> new SeriesCounter(wanted, series.format().start(), 0));
    }

    /**
     * Whether somebody else has drawn the first numbers since {@code counter} was not found: there was no row to wait for,
     * so the cards that seem to be mixed up with ours may just be theirs.
     */
    boolean hasBegunSince(SeriesCounter counter, CardSeries series) {
        return counter.version() < SeriesCounter.FIRST_VERSION
                && counter(counter.series().club(), series).version() >= SeriesCounter.FIRST_VERSION;
    }

    /** The cards of the next numbers; empty where too few are left. */
    Optional<List<IssuedCard>> next(SeriesCounter counter, CardSeries series, int count, @Nullable StoreCode store) {
        if (series.lastSerial() - counter.next() + 1 < count) {
            return Optional.empty();
        }
        MembershipCard.Issue issue = new MembershipCard.Issue(counter.series().club(), series.id(), store, now);
        List<IssuedCard> cards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long serial = counter.next() + i;
            Set<CardNumber> scans = series.scans(serial).stream()
                    .map(CardNumber::of)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            MembershipCard card = MembershipCard.free(CardNumber.of(series.number(serial)), issue);
            cards.add(scanned.issued(card, scans));
        }
        return Optional.of(cards);
    }

    /** Whether a scanner could take one of the cards for another one, of these or of those that are there. */
    boolean mixesUp(List<IssuedCard> cards) {
        Set<CardNumber> all = new LinkedHashSet<>();
        int scans = 0;
        for (IssuedCard card : cards) {
            all.addAll(card.scans());
            scans += card.scans().size();
        }
        return all.size() < scans || !stores.cards().findAll(all).isEmpty();
    }
}
