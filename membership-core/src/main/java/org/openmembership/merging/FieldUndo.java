package org.openmembership.merging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openmembership.customer.Company;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerProfile;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.Particulars;
import org.openmembership.merge.CustomerField;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeMove;

/** Takes from a survivor what a merge gave it, the last first; what has been changed since stands in the way. Pure. */
final class FieldUndo {
    private final Map<CustomerId, Customer> others;

    /** @param others the merged customers as they are kept */
    FieldUndo(Map<CustomerId, Customer> others) {
        this.others = others;
    }

    /** The survivor without it, of the next version; empty if something has been changed since. */
    Optional<Customer> undo(Customer survivor, Merge merge) {
        List<MergeMove> moves = new ArrayList<>(merge.of(MergeMove.Kind.FIELD).toList());
        Collections.reverse(moves);
        Optional<Customer> rest = Optional.of(survivor.changed().build());
        for (MergeMove move : moves) {
            rest = rest.flatMap(customer -> without(customer, move));
        }
        return rest;
    }

    private Optional<Customer> without(Customer customer, MergeMove move) {
        CustomerField field = CustomerField.valueOf(move.subject());
        if (field == CustomerField.STANDING) {
            return standing(customer, move);
        }
        Customer other = Objects.requireNonNull(others.get(CustomerId.of(move.from())));
        int had = Integer.parseInt(move.to());
        return switch (field) {
            case EMAIL ->
                when(
                        Objects.equals(customer.email(), other.email()),
                        customer.toBuilder()
                                .email(null)
                                .emailSetByStaffAt(null)
                                .profile(unreached(customer.profile())));
            case PHONES ->
                rest(customer.phones(), other.phones(), had)
                        .map(list -> customer.toBuilder().phones(list).build());
            case ADDRESSES ->
                rest(customer.addresses(), other.addresses(), had)
                        .map(list -> customer.toBuilder().addresses(list).build());
            default -> profile(customer, other, field, had);
        };
    }

    private static CustomerProfile unreached(CustomerProfile profile) {
        return profile.with(profile.particulars().reachedBy(null));
    }

    private static Optional<Customer> profile(Customer customer, Customer other, CustomerField field, int had) {
        CustomerProfile now = customer.profile();
        CustomerProfile theirs = other.profile();
        Particulars told = now.particulars();
        Optional<CustomerProfile> before = switch (field) {
            case TITLE ->
                Optional.of(new CustomerProfile(null, now.company(), now.foundUs(), now.images(), told))
                        .filter(any -> Objects.equals(now.title(), theirs.title()));
            case COMPANY ->
                Optional.of(new CustomerProfile(now.title(), Company.NONE, now.foundUs(), now.images(), told))
                        .filter(any -> now.company().equals(theirs.company()));
            case FOUND_US ->
                Optional.of(new CustomerProfile(now.title(), now.company(), null, now.images(), told))
                        .filter(any -> Objects.equals(now.foundUs(), theirs.foundUs()));
            case GENDER ->
                Optional.of(now.with(told.withGender(null)))
                        .filter(any -> told.gender() == theirs.particulars().gender());
            case MARITAL_STATUS ->
                Optional.of(now.with(told.withMaritalStatus(null)))
                        .filter(any ->
                                told.maritalStatus() == theirs.particulars().maritalStatus());
            default ->
                rest(now.images(), theirs.images(), had)
                        .map(images -> new CustomerProfile(now.title(), now.company(), now.foundUs(), images, told));
        };
        return before.map(profile -> customer.toBuilder().profile(profile).build());
    }

    private static Optional<Customer> standing(Customer customer, MergeMove move) {
        CustomerStanding now = customer.standing();
        CustomerStatus before = CustomerStatus.valueOf(move.from());
        return when(
                now.status() == CustomerStatus.valueOf(move.to()),
                customer.toBuilder().standing(new CustomerStanding(now.type(), before, now.active())));
    }

    private static Optional<Customer> when(boolean unchanged, Customer.Builder before) {
        return unchanged ? Optional.of(before.build()) : Optional.empty();
    }

    /** The first ones, if behind them is exactly what came from the other. */
    private static <T> Optional<List<T>> rest(List<T> now, List<T> theirs, int had) {
        if (now.size() < had) {
            return Optional.empty();
        }
        List<T> own = now.subList(0, had);
        Set<T> both = new LinkedHashSet<>(own);
        both.addAll(theirs);
        return List.copyOf(both).equals(now) ? Optional.of(own) : Optional.empty();
    }
}
