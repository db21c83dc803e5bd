package org.openmembership.step;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.BarcodeMask;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.shared.Texts;
import org.openmembership.storage.Stores;

/**
 * Cards as scanners read them, also in barcodes that hold more than the number (B20, R19).
 *
 * <p>A text that could be several cards is none: it may be one as it stands and another one behind the mask of a club.
 *
 * @param now whose day decides which masks hold
 */
public record MaskedCards(ScannedCards scanned, PublishedClubs clubs, Instant now) {
    public Optional<MembershipCard> find(CardNumber text, Stores stores) {
        Optional<MembershipCard> plain = scanned.find(text, stores);
        Set<Cut> cuts = new LinkedHashSet<>();
        for (ClubId club : stores.clubs().all()) {
            clubs.at(club, now, stores).ifPresent(published -> cuts.addAll(cuts(text, published.club())));
        }
        return cuts.isEmpty() ? plain : only(plain.orElse(null), behind(cuts, stores));
    }

    /** What a mask of a club cuts out of a text. */
    private record Cut(ClubId club, CardNumber number) {}

    private Set<Cut> cuts(CardNumber text, Club club) {
        Set<Cut> cuts = new LinkedHashSet<>();
        for (BarcodeMask mask : club.accounts().cards().masks()) {
            if (mask.holdsOn(club.businessDate(now))) {
                mask.numberIn(text.value())
                        .filter(number -> Texts.problemOfCode(number, CardNumber.MAX_LENGTH) == null)
                        .ifPresent(number -> cuts.add(new Cut(club.id(), CardNumber.of(number))));
            }
        }
        return cuts;
    }

    /** The cards behind masks, each of the club whose mask it is. */
    private static Set<MembershipCard> behind(Set<Cut> cuts, Stores stores) {
        Set<CardNumber> numbers = new HashSet<>();
        cuts.forEach(cut -> numbers.add(cut.number()));
        Set<MembershipCard> found = new LinkedHashSet<>();
        stores.cards().findAll(numbers).forEach((number, card) -> {
            if (cuts.contains(new Cut(card.club(), number))) {
                found.add(card);
            }
        });
        return found;
    }

    private static Optional<MembershipCard> only(@Nullable MembershipCard plain, Set<MembershipCard> masked) {
        Set<MembershipCard> all = new LinkedHashSet<>(masked);
        Stream.ofNullable(plain).forEach(all::add);
        return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
    }
}
