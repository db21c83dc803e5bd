package org.openmembership.earning;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.MembershipCard;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Folding;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PostalAddress;
import org.openmembership.earning.ReferralResult.Reason;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.storage.Stores;

/** Whether two accounts seem to be of one person, so that nobody recruits themselves (R56). */
final class SamePerson {
    private SamePerson() {}

    /**
     * What is the same about those who represent two accounts, or about their customers and cards; the strongest of it, empty
     * where nothing is. Asks the same few questions however much is known of them.
     */
    static Optional<Reason> of(MemberAccount one, MemberAccount other, Stores stores) {
        Traits mine = Traits.of(one, stores);
        Traits theirs = Traits.of(other, stores);
        if (meet(mine.persons(), theirs.persons())) {
            return Optional.of(Reason.SAME_PERSON);
        }
        if (meet(mine.emails(), theirs.emails())) {
            return Optional.of(Reason.SAME_EMAIL);
        }
        if (meet(mine.phones(), theirs.phones())) {
            return Optional.of(Reason.SAME_PHONE);
        }
        if (meet(mine.addresses(), theirs.addresses())) {
            return Optional.of(Reason.SAME_ADDRESS);
        }
        boolean sameCard = meet(mine.carriers(), theirs.persons()) || meet(mine.persons(), theirs.carriers());
        return sameCard ? Optional.of(Reason.SAME_CARD) : Optional.empty();
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
        static Traits of(MemberAccount account, Stores stores) {
            Traits traits =
                    new Traits(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (MembershipCard card : stores.cards().of(account.id())) {
                MemberId carrier = card.carrier();
                if (carrier != null) {
                    traits.carriers.add(carrier);
                }
            }
            MemberId main = account.owner().mainMember();
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
