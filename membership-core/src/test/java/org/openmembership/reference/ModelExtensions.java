package org.openmembership.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openmembership.reference.ModelAccount.Entry;
import org.openmembership.reference.ModelAccount.Lot;

/** Points that are to last longer, or again. */
final class ModelExtensions {
    private final ModelShop shop;

    ModelExtensions(ModelShop shop) {
        this.shop = shop;
    }

    /** @param seq of the entry whose first lot it is */
    Outcome extend(String account, long seq, LocalDate lastDay, String key) {
        return shop.once("EXTENSION", key, account, seq + " " + lastDay, found -> {
            Instant at = found.at(shop.now);
            Instant end = shop.rules(found.club).endOf(lastDay);
            Lot lot = found.lots.stream()
                    .filter(one -> one.entry.seq == seq && one.number == 1)
                    .findFirst()
                    .orElse(null);
            if (lot == null) {
                return Outcome.refused("UNKNOWN_LOT", 0);
            }
            if (found.closed) {
                return Outcome.refused("CLOSED", 0);
            }
            if (!end.isAfter(lot.end) || !end.isAfter(at)) {
                return Outcome.refused("NOT_LATER", 0);
            }
            return lot.isLapsed(at) ? reinstate(found, lot, at, end) : extend(found, lot, at, end);
        });
    }

    private static Outcome extend(ModelAccount account, Lot lot, Instant at, Instant end) {
        long free = account.free(lot, at);
        if (free == 0) {
            return Outcome.refused("NOTHING_LEFT", 0);
        }
        Entry out = account.begin("EXTENSION_FROM", at, at);
        account.take(out, lot, free);
        account.end(out);
        Entry in = account.begin("EXTENSION_TO", at, at);
        Lot longer = account.open(in, account.repay(free), lot.earnedAt, lot.from, end);
        if (longer != null) {
            longer.putOff(lot.end);
        }
        account.end(in);
        out.related = in.id;
        in.related = out.id;
        return new Outcome("DONE", List.of(out.id, in.id), account.available(at), false);
    }

    private static Outcome reinstate(ModelAccount account, Lot lot, Instant at, Instant end) {
        List<String> made = new ArrayList<>();
        if (lot.open > 0 && account.free(lot, at) == lot.open) {
            made.add(account.expire(lot, at, at).id);
        }
        Entry expiry = lot.expiry;
        if (expiry == null) {
            return Outcome.refused("NOTHING_LEFT", 0);
        }
        if (expiry.undone) {
            return Outcome.refused("ALREADY_REINSTATED", 0);
        }
        Entry entry = account.begin("REVERSAL", at, at);
        entry.related = expiry.id;
        expiry.undone = true;
        account.open(entry, account.repay(-expiry.points), lot.earnedAt, lot.from, end);
        account.end(entry);
        made.add(entry.id);
        return new Outcome("DONE", made, account.available(at), false);
    }
}
