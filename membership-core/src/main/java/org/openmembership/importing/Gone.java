package org.openmembership.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailKey;
import org.openmembership.member.Member;
import org.openmembership.privacy.Tombstone;
import org.openmembership.storage.Stores;
import org.openmembership.user.SecretSeal;

/**
 * Who among those that are to be taken over has been erased (R17).
 *
 * @param emails makes the pseudonyms of emails; null where none are kept
 */
record Gone(@Nullable SecretSeal emails) {
    /** Those with a name that somebody had who is gone; asked for all at once. */
    <N> Set<N> among(Collection<N> incoming, Function<N, List<Tombstone>> names, Stores stores) {
        Map<Tombstone, List<N>> byName = new HashMap<>();
        incoming.forEach(noun -> names.apply(noun)
                .forEach(name ->
                        byName.computeIfAbsent(name, any -> new ArrayList<>()).add(noun)));
        Set<N> found = new HashSet<>();
        stores.privacy().among(byName.keySet()).forEach(name -> found.addAll(byName.getOrDefault(name, List.of())));
        return found;
    }

    List<Tombstone> namesOf(Customer customer) {
        List<Tombstone> names = new ArrayList<>();
        Optional.ofNullable(customer.reference()).map(Tombstone::ofCustomer).ifPresent(names::add);
        Optional.ofNullable(customer.accountCode()).map(Tombstone::of).ifPresent(names::add);
        customer.emailKey().flatMap(this::pseudonym).ifPresent(names::add);
        return names;
    }

    List<Tombstone> namesOf(Member member) {
        List<Tombstone> names = new ArrayList<>();
        Optional.ofNullable(member.reference()).map(Tombstone::ofMember).ifPresent(names::add);
        member.emailKey().flatMap(this::pseudonym).ifPresent(names::add);
        return names;
    }

    private Optional<Tombstone> pseudonym(EmailKey email) {
        return Optional.ofNullable(emails).map(seal -> Tombstone.of(seal, email));
    }
}
