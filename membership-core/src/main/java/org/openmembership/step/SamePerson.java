package org.openmembership.step;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.MembershipCard;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Folding;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.storage.Stores;

/** Whether two sides seem to be one person, so that nobody recruits themselves (R56). */
public final class SamePerson {
    private SamePerson() {}

    /** What two sides have in common, the strongest first. */
    public enum Trait {
        PERSON,
        EMAIL,
        PHONE,
        ADDRESS,
        CARD
    }

    /**
     * One of the two.
     *
     * @param person null where nobody is known
     * @param cards that are this side's, whoever carries them
     */
    public record Side(@Nullable MemberId person, List<MembershipCard> cards) {
        public Side {
            cards = List.copyOf(cards);
        }
    }

    /**
     * What is the same about two persons, or about their customers and cards; the strongest of it, empty where nothing is. Asks
     * the same few questions however much is known of them.
     */
    public static Optional<Trait> of(Side one, Side other, Stores stores) {
        Traits mine = Traits.of(one, stores);
        Traits theirs = Traits.of(other, stores);
        if (meet(mine.persons(), theirs.persons())) {
            return Optional.of(Trait.PERSON);
        }
        if (meet(mine.emails(), theirs.emails())) {
            return Optional.of(Trait.EMAIL);
        }
        if (meet(mine.phones(), theirs.phones())) {
            return Optional.of(Trait.PHONE);
        }
        if (meet(mine.addresses(), theirs.addresses())) {
            return Optional.of(Trait.ADDRESS);
        }
        boolean sameCard = meet(mine.carriers(), theirs.persons()) || meet(mine.persons(), theirs.carriers());
        return sameCard ? Optional.of(Trait.CARD) : Optional.empty();
    }

    private static <T> boolean meet(Set<T> some, Set<T> others) {
        return !Collections.disjoint(some, others);
    }

    /** By what a person is recognised; each empty where it is not known. */
    private record Traits(
            Set<MemberId> persons,
            Set<String> emails,
            Set<String> phones,
            Set<String> addresses,
            Set<MemberId> carriers) {
        static Traits of(Side side, Stores stores) {
            Traits traits =
                    new Traits(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (MembershipCard card : side.cards()) {
                MemberId carrier = card.carrier();
                if (carrier != null) {
                    traits.carriers.add(carrier);
                }
            }
            MemberId main = side.person();
            if (main != null) {
                traits.persons.add(main);
                stores.members().find(main).ifPresent(member -> traits.add(member, stores));
            }
            return traits;
        }

        private void add(Member member, Stores stores) {
            persons.add(member.id());
            add(member.email(), member.details().phones(), member.details().addresses());
            Set<CustomerId> linked = new TreeSet<>();
            member.links().stream().map(CustomerLink::customer).forEach(linked::add);
            for (Customer customer : stores.customers().find(linked)) {
                add(customer.email(), customer.phones(), customer.addresses());
            }
        }

        private void add(@Nullable EmailAddress email, List<PhoneNumber> numbers, List<PostalAddress> places) {
            if (email != null) {
                emails.add(email.key().value());
            }
            for (PhoneNumber number : numbers) {
                phones.add(
                        number.e164() == null ? number.typed() : number.e164().value());
            }
            places.forEach(place -> addresses.add(folded(place)));
        }

        /** The street and the postcode say it; where there is none, the town does. */
        private static String folded(PostalAddress place) {
            String area = place.postcode() == null ? place.town() : place.postcode();
            return Folding.joined(place.lines().first()) + ";"
                    + (area == null ? "" : Folding.joined(area)) + ";"
                    + place.country().code();
        }
    }
}
