package org.openmembership.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent.CustomerChanged;
import org.openmembership.customer.CustomerId;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeEvent.CustomerUnmerged;
import org.openmembership.merge.MergeId;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.merging.UnmergeResult.Reason;
import org.openmembership.merging.UnmergeResult.Refused;
import org.openmembership.merging.UnmergeResult.UnknownMerge;
import org.openmembership.merging.UnmergeResult.Unmerged;
import org.openmembership.note.NoteId;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.privacy.Tombstone;
import org.openmembership.step.Facts;
import org.openmembership.step.PointMerge;
import org.openmembership.storage.Stores;

/** Undoes a merge: everything it wrote down that it moved goes back, or nothing does. */
final class Unmerging {
    private final Caller caller;
    private final Instant now;
    private final Stores stores;
    private final Facts told;

    Unmerging(Caller caller, Instant now, Stores stores, Facts told) {
        this.caller = caller;
        this.now = now;
        this.stores = stores;
        this.told = told;
    }

    UnmergeResult undo(MergeId id) {
        Optional<Merge> found = stores.merges().find(id);
        if (found.isEmpty()) {
            return new UnknownMerge();
        }
        Merge merge = found.get();
        if (merge.undone().isPresent()) {
            return new Unmerged(merge, true);
        }
        Optional<Refused> erased = erased(merge);
        return erased.isPresent() ? erased.get() : undo(merge);
    }

    private UnmergeResult undo(Merge merge) {
        Map<CustomerId, Customer> redirects = redirects(merge);
        Optional<CustomerId> later = mergedAgain(merge, redirects);
        if (later.isPresent()) {
            return new Refused(Reason.MERGED_AGAIN, later.get().value());
        }
        Customer survivor = stores.customers().find(merge.survivor()).orElseThrow();
        Optional<Customer> before = new FieldUndo(redirects).undo(survivor, merge);
        if (before.isEmpty()) {
            return new Refused(Reason.FIELD_CHANGED, survivor.id().value());
        }
        PointUnmerge points =
                new PointUnmerge(new PointMerge(caller.clubs(), caller.actor(), now, stores), merge, stores);
        MemberUnmerge members = new MemberUnmerge(merge, now, stores, told);
        Optional<Refused> contradiction = points.contradiction().or(members::contradiction);
        return contradiction.<UnmergeResult>map(refused -> refused).orElseGet(() -> {
            points.undo(told);
            members.undo();
            boolean alone = Set.copyOf(merge.redirected()).containsAll(redirects.keySet());
            new ConsentMerge(caller.actor(), now, stores, told).unmerge(merge, alone);
            return record(merge, before.get(), redirects);
        });
    }

    private UnmergeResult record(Merge merge, Customer survivor, Map<CustomerId, Customer> redirects) {
        onAccount(merge);
        notes(merge);
        stores.customers().update(survivor);
        told.happened(new CustomerChanged(survivor.id(), survivor.version()), now);
        restore(merge, redirects)
                .forEach(customer -> told.happened(new CustomerUnmerged(merge.id(), customer, merge.survivor()), now));
        Merge undone = merge.undoneAt(now);
        stores.merges().undo(undone);
        return new Unmerged(undone, false);
    }

    /** A person is erased with all who were merged, so one name of them that was left behind tells of all. */
    private Optional<Refused> erased(Merge merge) {
        List<Tombstone> names = new ArrayList<>(List.of(Tombstone.of(merge.survivor())));
        merge.redirected().forEach(customer -> names.add(Tombstone.of(customer)));
        return stores.privacy().among(names).stream()
                .map(name -> new Refused(Reason.ERASED, name.value()))
                .findFirst();
    }

    private Map<CustomerId, Customer> redirects(Merge merge) {
        Map<CustomerId, Customer> redirects = new LinkedHashMap<>();
        stores.merges().redirectsTo(merge.survivor()).forEach(customer -> redirects.put(customer.id(), customer));
        return redirects;
    }

    /** Who leads elsewhere than this merge made it lead. */
    private Optional<CustomerId> mergedAgain(Merge merge, Map<CustomerId, Customer> redirects) {
        boolean survives = stores.merges().survivors(Set.of(merge.survivor())).isEmpty();
        return survives
                ? merge.redirected().stream()
                        .filter(customer -> !redirects.containsKey(customer))
                        .findFirst()
                : Optional.of(merge.survivor());
    }

    /** Those that were customers are again; those that led to one of them before do so again. */
    private List<CustomerId> restore(Merge merge, Map<CustomerId, Customer> redirects) {
        List<CustomerId> restored = new ArrayList<>();
        for (MergeMove move : merge.of(Kind.CUSTOMER).toList()) {
            Customer next = Objects.requireNonNull(redirects.get(CustomerId.of(move.subject())))
                    .changed()
                    .build();
            if (move.from().equals(move.subject())) {
                stores.merges().restore(next);
            } else {
                stores.merges().redirect(next, CustomerId.of(move.from()));
            }
            restored.add(next.id());
        }
        return restored;
    }

    private void notes(Merge merge) {
        Map<String, List<NoteId>> byOwner = new LinkedHashMap<>();
        Set<NoteId> there = Set.copyOf(stores.notes().idsOf(merge.survivor()));
        merge.of(Kind.NOTE)
                .filter(move -> there.contains(NoteId.of(move.subject())))
                .forEach(move -> byOwner.computeIfAbsent(move.from(), any -> new ArrayList<>())
                        .add(NoteId.of(move.subject())));
        byOwner.forEach((owner, notes) -> stores.notes().repoint(notes, CustomerId.of(owner)));
    }

    private void onAccount(Merge merge) {
        OnAccountMerge balances = new OnAccountMerge("unmerge", merge.id(), caller.actor(), now, stores);
        for (MergeMove move : merge.of(Kind.ON_ACCOUNT).toList()) {
            CustomerAccount from = stores.onAccount().find(merge.survivor()).orElseThrow();
            CustomerAccount back =
                    stores.onAccount().find(CustomerId.of(move.from())).orElseThrow();
            balances.move(move.subject(), balances.moved(move.subject(), back), from, back);
        }
    }
}
