package org.openmembership.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openmembership.reference.ModelAccount.Entry;
import org.openmembership.reference.ModelAccount.Lot;
import org.openmembership.reference.ModelAccount.Take;

/** Undoing entries by hand. */
final class ModelReversals {
    private static final Set<String> REVERSIBLE =
            Set.of("SALE", "REDEMPTION", "POSITIVE_ADJUSTMENT", "NEGATIVE_ADJUSTMENT", "OPENING");

    private final ModelShop shop;

    ModelReversals(ModelShop shop) {
        this.shop = shop;
    }

    Outcome reverse(String account, long seq, String key) {
        return shop.once("REVERSAL", key, account, Long.toString(seq), found -> {
            if (seq > found.entries.size()) {
                return Outcome.refused("UNKNOWN_ENTRY", 0);
            }
            Entry undone = found.entries.get((int) seq - 1);
            if (found.closed) {
                return Outcome.refused("CLOSED", 0);
            }
            if (!REVERSIBLE.contains(undone.kind)) {
                return Outcome.refused("NOT_REVERSIBLE", 0);
            }
            if (undone.undone) {
                return Outcome.refused("ALREADY_REVERSED", 0);
            }
            return undone.points < 0 ? giveBack(found, undone) : takeBack(found, undone);
        });
    }

    private Outcome takeBack(ModelAccount account, Entry undone) {
        Instant at = account.at(shop.now);
        ModelRules.Spending rules = shop.rules(account.club).spending();
        long points = account.left(undone, at);
        if (rules.gone() == ModelRules.Gone.REFUSE && account.unlapsed(at) < points) {
            return Outcome.refused("ALREADY_SPENT", 0);
        }
        Entry entry = account.begin("REVERSAL", at, at);
        entry.related = undone.id;
        account.takeBack(entry, undone, points, at, rules);
        undone.undone = true;
        return ModelShop.done(account, entry, at);
    }

    private Outcome giveBack(ModelAccount account, Entry undone) {
        Instant at = account.at(shop.now);
        ModelRules rules = shop.rules(account.club);
        Entry entry = account.begin("REVERSAL", at, at);
        entry.related = undone.id;
        List<Lot> late = new ArrayList<>();
        for (Take take : debtFirst(undone)) {
            long left = account.repay(take.points());
            Lot from = take.lot();
            if (from == null) {
                account.open(entry, left, at, at, rules.endOfNew(at));
            } else if (!from.isLapsed(at)) {
                from.open += left;
            } else {
                Instant grace = rules.endOfGrace(at);
                Instant end = from.end.isBefore(grace) ? grace : from.end;
                Lot fresh = account.open(entry, left, from.earnedAt, at, end);
                if (fresh != null && fresh.isLapsed(at)) {
                    late.add(fresh);
                }
            }
        }
        undone.undone = true;
        account.end(entry);
        List<String> made = new ArrayList<>(List.of(entry.id));
        late.forEach(lot -> made.add(account.expire(lot, at, at).id));
        return new Outcome("DONE", made, account.available(at), false);
    }

    /** What was left owing is settled first, then lot by lot as they were opened. */
    private static List<Take> debtFirst(Entry entry) {
        List<Take> takes = new ArrayList<>(entry.takes);
        takes.sort((one, other) -> {
            Lot first = one.lot();
            Lot second = other.lot();
            if (first == null || second == null) {
                return first == second ? 0 : first == null ? -1 : 1;
            }
            int bySeq = Long.compare(first.entry.seq, second.entry.seq);
            return bySeq != 0 ? bySeq : Integer.compare(first.number, second.number);
        });
        return takes;
    }
}
