package org.openmembership.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.club.Club;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * The points a sale was paid with, on their way back (R39, D26): those of the redemption that was made under the sale's own
 * key, or by the capture of a hold.
 *
 * <p>The tenders of the return say how much goes back as points, at most what was spent. Where they say nothing at all, it
 * is the share that the value of the returned lines has of the sale's. Both are worked out over all returns so far, so that
 * the last part takes the remainder.
 *
 * @param redemption that took the points
 * @param due what goes back now, above zero
 */
record SpentPoints(PointEntry redemption, Points due) {
    /** The redemptions under the keys of sales, with what was given back of each before. */
    static List<Restorable> gather(Set<ExternalKey> sales, Stores stores) {
        List<EntryId> ids = new ArrayList<>();
        for (Operation operation : List.of(Operation.REDEMPTION, Operation.CAPTURE)) {
            for (RecordedCommand command : stores.commands().findAll(operation, sales)) {
                RecordedCommand.Effect effect = command.effect();
                for (long seq = effect.firstSeq(); seq <= effect.lastSeq() && !effect.isNone(); seq++) {
                    ids.add(new EntryId(effect.account(), seq));
                }
            }
        }
        Map<EntryId, Points> before = new HashMap<>();
        Map<EntryId, Points> undone = new HashMap<>();
        for (PointEntry reversal : stores.ledger().reversalsOf(ids)) {
            EntryId entry = reversal.related().orElseThrow();
            before.merge(entry, reversal.points(), Points::plus);
            if (reversal.cause().origin().command().operation().undoesWhole()) {
                undone.merge(entry, reversal.points(), Points::plus);
            }
        }
        return ids.stream()
                .map(id -> stores.ledger().find(id).orElseThrow())
                .map(entry -> new Restorable(
                        entry,
                        before.getOrDefault(entry.id(), Points.ZERO),
                        undone.getOrDefault(entry.id(), Points.ZERO)))
                .toList();
    }

    /**
     * A redemption of which something may be given back.
     *
     * @param before what was given back of it
     * @param undone what of that no return has given back
     */
    record Restorable(PointEntry redemption, Points before, Points undone) {
        ExternalKey sale() {
            return redemption.cause().origin().command().key();
        }

        /** The line for which an item offer took the points; 0 for those that were paid as a tender. */
        int line() {
            return SalePayment.lineOf(redemption);
        }

        /** What goes back for a share of its line's quantity, whatever the tenders say. */
        Points forQuantity(BigDecimal back, BigDecimal sold) {
            return share(back.abs(), sold.abs());
        }

        private Points spent() {
            return redemption.points().negated();
        }

        private Points left() {
            return spent().minus(before).max(Points.ZERO);
        }

        /** What goes back for money that a return pays back in points; takes off {@code said} what it uses. */
        Points forMoney(Purchase sale, Said said, Club club) {
            BigDecimal worth = worth(sale, club);
            if (worth.signum() == 0 || left().isZero()) {
                return Points.ZERO;
            }
            int decimals = sale.currency().getDecimalPlaces();
            BigDecimal earlier = worth.multiply(before.toBigDecimal())
                    .divide(spent().toBigDecimal(), decimals, RoundingMode.HALF_UP);
            BigDecimal now = said.take(worth.subtract(earlier));
            return share(earlier.add(now), worth);
        }

        /** What it paid of its sale. */
        private BigDecimal worth(Purchase sale, Club club) {
            BigDecimal told = paid(sale, club);
            return told.signum() > 0 ? told : redemption.value().getAmount();
        }

        /** The money that came back when somebody undid it, whatever its returns have said. */
        BigDecimal undone(Purchase sale, Club club) {
            return undone.isZero()
                    ? BigDecimal.ZERO
                    : worth(sale, club)
                            .multiply(undone.toBigDecimal())
                            .divide(spent().toBigDecimal(), sale.currency().getDecimalPlaces(), RoundingMode.UP);
        }

        /** What goes back for a share of the sale's value. */
        Points forValue(BigDecimal back, BigDecimal whole) {
            return whole.signum() <= 0 ? Points.ZERO : share(back, whole);
        }

        private Points share(BigDecimal part, BigDecimal whole) {
            if (part.compareTo(whole) >= 0) {
                return left();
            }
            BigDecimal points = spent().toBigDecimal().multiply(part).divide(whole, Points.SCALE, RoundingMode.DOWN);
            return Points.of(points).minus(before).max(Points.ZERO).min(left());
        }
    }

    /** The money that a return pays back in points; whichever sale takes of it first leaves less to the next. Not thread-safe. */
    static final class Said {
        private BigDecimal money;
        private BigDecimal given = BigDecimal.ZERO;

        Said(Purchase back, Club club) {
            money = paid(back, club).negate().max(BigDecimal.ZERO);
        }

        private BigDecimal take(BigDecimal most) {
            BigDecimal taken = money.min(most.max(BigDecimal.ZERO));
            money = money.subtract(taken);
            given = given.add(taken);
            return taken;
        }

        /** What went back of what had been paid. */
        BigDecimal given() {
            return given;
        }
    }

    /** What the tenders say was paid with points of a club; below zero where that was paid back. */
    static BigDecimal paid(Purchase sale, Club club) {
        BigDecimal paid = BigDecimal.ZERO;
        for (Tender tender : sale.content().tenders()) {
            paid = isPoints(tender, club) ? paid.add(tender.amount().getAmount()) : paid;
        }
        return paid;
    }

    static boolean isPoints(Tender tender, Club club) {
        return club.terms().earning().base().pointTenders().contains(tender.type());
    }

    /** What was sold on a receipt, in money. */
    static BigDecimal worth(Purchase sale) {
        return sale.lines().stream()
                .filter(line -> line.returnOf() == null)
                .map(PurchaseLine::amount)
                .map(amount -> amount.getAmount().max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
