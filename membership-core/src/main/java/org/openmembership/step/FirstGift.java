package org.openmembership.step;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.club.EventRule;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.storage.Stores;

/**
 * What was given for a first purchase (D24). It goes with the last of what that purchase earned: by returns, because the sale
 * is somebody else's, or because what it earned is undone by hand.
 *
 * @param with the entries by which the purchase earned, on the same account
 */
public record FirstGift(PointEntry entry, Set<EntryId> with) {
    public FirstGift {
        with = Set.copyOf(with);
    }

    static boolean is(PointEntry entry) {
        Operation operation = entry.cause().origin().command().operation();
        return entry.kind() == EntryKind.POSITIVE_ADJUSTMENT
                && (operation == Operation.SALE || operation == Operation.SALE_GIVEN)
                && EventRule.FIRST_PURCHASE.equals(entry.cause().origin().reason());
    }

    /** Those among entries of sales. */
    static List<FirstGift> in(Collection<PointEntry> entries) {
        return entries.stream()
                .filter(FirstGift::is)
                .map(gift -> new FirstGift(gift, with(gift, entries)))
                .toList();
    }

    private static Set<EntryId> with(PointEntry gift, Collection<PointEntry> entries) {
        return entries.stream()
                .filter(FirstGift::earns)
                .filter(entry -> entry.account().equals(gift.account()))
                .filter(entry -> command(entry).equals(command(gift)))
                .map(PointEntry::id)
                .collect(toSet());
    }

    private static boolean earns(PointEntry entry) {
        return entry.kind() == EntryKind.SALE && entry.points().isPositive();
    }

    private static CommandKey command(PointEntry entry) {
        return entry.cause().origin().command();
    }

    /** All that were given by the command of an entry; none where that is not one by which a sale earned. */
    static List<FirstGift> beside(PointEntry entry, Stores stores) {
        return earns(entry)
                ? in(stores.ledger()
                        .entriesOf(
                                Set.of(entry.account()),
                                Set.of(command(entry).operation()),
                                Set.of(command(entry).key())))
                : List.of();
    }

    /** What is to be taken back with an entry that is undone as a whole; empty while something is left that was earned with it. */
    public static Optional<TakeBack> goneWith(PointEntry undone, Stores stores) {
        return beside(undone, stores).stream()
                .filter(gift -> !gift.isEarnedBesides(undone, stores))
                .map(gift -> TakeBack.gather(gift.entry(), stores))
                .findFirst();
    }

    private boolean isEarnedBesides(PointEntry undone, Stores stores) {
        List<PointEntry> others = with.stream()
                .filter(id -> !id.equals(undone.id()))
                .map(id -> stores.ledger().find(id).orElseThrow())
                .toList();
        return !others.isEmpty()
                && TakeBack.gather(others, stores).stream()
                        .anyMatch(other ->
                                other.calledBack().isLessThan(other.entry().points()));
    }
}
