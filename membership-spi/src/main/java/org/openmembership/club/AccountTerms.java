package org.openmembership.club;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.ReasonCode;

/**
 * What a club has settled about accounts and cards (B17, B18, B20, R55).
 *
 * @param cards how cards are numbered and handed out
 * @param blockReasons the codes that blocking takes
 * @param benefits what the host gives every account, unless its scheme gives something of the same kind
 * @param contacts where the people of the club are created
 * @param eligibility whose accounts earn and use points
 */
public record AccountTerms(
        Cards cards,
        BlockReasons blockReasons,
        List<Benefit> benefits,
        ContactHandling contacts,
        Eligibility eligibility) {
    public static final AccountTerms DEFAULT = new AccountTerms(Cards.DEFAULT, BlockReasons.ANY);

    public AccountTerms {
        benefits = List.copyOf(benefits);
    }

    /** People are created where they usually are, and everybody earns. */
    public AccountTerms(Cards cards, BlockReasons blockReasons, List<Benefit> benefits) {
        this(cards, blockReasons, benefits, ContactHandling.MEMBERS_ONLY, Eligibility.EVERYBODY);
    }

    /** Without benefits that all schemes give. */
    public AccountTerms(Cards cards, BlockReasons blockReasons) {
        this(cards, blockReasons, List.of());
    }

    public AccountTerms with(List<Benefit> values) {
        return new AccountTerms(cards, blockReasons, values, contacts, eligibility);
    }

    /** The same, for those accounts alone. */
    public AccountTerms open(Eligibility whom) {
        return new AccountTerms(cards, blockReasons, benefits, contacts, whom);
    }

    /**
     * How cards are numbered and handed out.
     *
     * @param series at most one for each scheme and one for all others
     * @param onlySeries whether a number that none of the series has made is refused; otherwise any may be handed out
     * @param withoutPerson whether a card may be handed out that nobody has shown up for (R55)
     * @param masks of barcodes that hold more than a number; where only series count, each cuts out as much as one of them has
     */
    public record Cards(List<CardSeries> series, boolean onlySeries, boolean withoutPerson, List<BarcodeMask> masks) {
        public static final int MAX_MASKS = 20;
        public static final Cards DEFAULT = new Cards(List.of(), false, true);

        public Cards(List<CardSeries> series, boolean onlySeries, boolean withoutPerson) {
            this(series, onlySeries, withoutPerson, List.of());
        }

        public Cards {
            series = List.copyOf(series);
            masks = List.copyOf(masks);
            if (masks.size() > MAX_MASKS) {
                throw new IllegalArgumentException("a club has at most " + MAX_MASKS + " barcode masks");
            }
            for (BarcodeMask mask : masks) {
                if (onlySeries && series.stream().noneMatch(one -> one.scansAsLongAs(mask.numberLength()))) {
                    throw new IllegalArgumentException(
                            "no card series has numbers as long as the barcode mask " + mask.pattern() + " cuts out");
                }
            }
            Set<@Nullable Object> seen = new HashSet<>();
            for (CardSeries one : series) {
                if (!seen.add(one.id()) || !seen.add(one.scheme())) {
                    throw new IllegalArgumentException("there are two card series called " + one.id()
                            + ", or for the same scheme " + one.scheme());
                }
            }
        }

        public Optional<CardSeries> series(SeriesId wanted) {
            return series.stream().filter(one -> one.id().equals(wanted)).findFirst();
        }

        /** The series for accounts that hold {@code scheme}: its own, else that of all others (B18). */
        public Optional<CardSeries> of(SchemeId scheme) {
            return ofScheme(scheme).or(() -> ofScheme(null));
        }

        private Optional<CardSeries> ofScheme(@Nullable SchemeId scheme) {
            return series.stream()
                    .filter(one -> Objects.equals(one.scheme(), scheme))
                    .findFirst();
        }
    }

    /** The reason codes that blocking an account, a member or a card takes; an empty list takes any (B20, B37). */
    public record BlockReasons(Set<ReasonCode> accounts, Set<ReasonCode> members, Set<ReasonCode> cards) {
        public static final BlockReasons ANY = new BlockReasons(Set.of(), Set.of(), Set.of());

        public BlockReasons {
            accounts = Set.copyOf(accounts);
            members = Set.copyOf(members);
            cards = Set.copyOf(cards);
        }
    }
}
