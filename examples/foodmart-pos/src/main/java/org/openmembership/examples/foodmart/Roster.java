package org.openmembership.examples.foodmart;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmembership.account.AccountId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;

/** Which member and account each customer of the host belongs to. Not thread-safe. */
final class Roster {
    /** A member's account in the host's club. */
    record Seat(MemberId member, AccountId account) {}

    private final Map<ExternalKey, Seat> seats = new LinkedHashMap<>();

    void add(ExternalKey customer, Seat seat) {
        seats.put(customer, seat);
    }

    Optional<Seat> of(ExternalKey customer) {
        return Optional.ofNullable(seats.get(customer));
    }

    /** Each account once, with the customer whose registration opened it, in the order of registration. */
    Map<AccountId, ExternalKey> accounts() {
        Map<AccountId, ExternalKey> first = new LinkedHashMap<>();
        seats.forEach((customer, seat) -> first.putIfAbsent(seat.account(), customer));
        return first;
    }

    /** How the customers became members: those of one address share a member, the others' registrations were refused. */
    Summary.People figures() {
        Collection<Long> sizes = seats.values().stream()
                .collect(Collectors.groupingBy(Seat::member, Collectors.counting()))
                .values();
        List<Long> shared = sizes.stream().filter(size -> size > 1).toList();
        long linked = shared.stream().mapToLong(Long::longValue).sum() - shared.size();
        long members = new HashSet<>(seats.values()).size();
        return new Summary.People(seats.size(), members, shared.size(), linked, seats.size() - members);
    }
}
