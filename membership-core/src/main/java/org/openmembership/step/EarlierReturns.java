package org.openmembership.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.club.ClubId;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/**
 * What has come back of sales before; a return that waits, or was called off, has taken nothing back in its club (A59).
 *
 * @param all of them but those that have taken nothing back anywhere
 * @param deferred whatever waits, or has waited, of the sales themselves and of their returns
 */
record EarlierReturns(List<ReturnedLine> all, List<WaitingSale> deferred) {
    static EarlierReturns of(Set<ExternalKey> sales, Set<ExternalKey> undecided, Stores stores) {
        List<ReturnedLine> all = stores.purchases().returnsOf(sales).stream()
                .filter(line -> !undecided.contains(line.purchase()))
                .toList();
        Set<ExternalKey> keys = new HashSet<>(sales);
        all.forEach(line -> keys.add(line.purchase()));
        return new EarlierReturns(all, stores.waitingSales().of(keys));
    }

    /** Those that count for what a club's account still has of its points. */
    List<ReturnedLine> in(ClubId club) {
        Set<ExternalKey> unposted = new HashSet<>();
        for (WaitingSale sale : deferred) {
            if (sale.club().equals(club) && sale.state() != WaitingSale.State.POSTED) {
                unposted.add(sale.name().sale());
            }
        }
        return unposted.isEmpty()
                ? all
                : all.stream()
                        .filter(line -> !unposted.contains(line.purchase()))
                        .toList();
    }

    /** What has come back of each line of a sale. */
    Map<Integer, Recomputation.Back> back(ExternalKey sale, ClubId club) {
        Map<Integer, Recomputation.Back> back = new HashMap<>();
        for (ReturnedLine line : in(club)) {
            if (line.original().purchase().equals(sale)) {
                back.merge(
                        line.original().line(),
                        Recomputation.Back.NOTHING.plus(
                                line.quantity(), line.amount().getAmount()),
                        (one, other) -> one.plus(other.quantity(), other.amount()));
            }
        }
        return back;
    }

    /** Those of the sales that come back with {@code receipt} and are not posted yet. */
    List<LinkedReturns.Waiting> waiting(Purchase receipt, Map<ExternalKey, Purchase> originals) {
        List<LinkedReturns.Waiting> waiting = new ArrayList<>();
        for (WaitingSale sale : deferred) {
            ExternalKey key = sale.name().sale();
            Purchase original = originals.get(key);
            if (sale.isWaiting() && original != null) {
                waiting.add(new LinkedReturns.Waiting(sale.holder(), original, of(key), back(receipt, key)));
            }
        }
        return waiting;
    }

    private List<ReturnedLine> of(ExternalKey sale) {
        return all.stream()
                .filter(line -> line.original().purchase().equals(sale))
                .toList();
    }

    private static List<ReturnedLine> back(Purchase receipt, ExternalKey sale) {
        List<ReturnedLine> back = new ArrayList<>();
        for (PurchaseLine line : receipt.lines()) {
            OriginalLine original = line.returnOf();
            if (original != null && original.purchase().equals(sale)) {
                back.add(new ReturnedLine(original, receipt.key(), line.quantity(), line.amount()));
            }
        }
        return back;
    }
}
