package org.openmembership.cards;

import java.time.Instant;
import java.util.List;
import org.openmembership.card.CardBatch;
import org.openmembership.card.CardNumber;
import org.openmembership.shared.ExternalKey;

/** What became of making cards. */
public sealed interface CreateResult {
    /**
     * The cards are there, and nobody's.
     *
     * @param numbers as printed, in the order of their serial numbers
     * @param repeated whether this is the first answer again
     */
    record Created(CardBatch batch, List<CardNumber> numbers, boolean repeated) implements CreateResult {
        public Created {
            numbers = List.copyOf(numbers);
        }
    }

    /** Nothing was written. */
    record Refused(Reason reason) implements CreateResult {}

    /** The key was used before for other cards; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements CreateResult {}

    /** Why no cards were made. */
    enum Reason {
        UNKNOWN_CLUB,
        UNKNOWN_SERIES,
        /** The series has fewer numbers left. */
        EXHAUSTED,
        /** A scanner could not tell one of the cards from another that is there already (R19). */
        MIXED_UP
    }
}
