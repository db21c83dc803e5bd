package org.openmembership.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.shared.Points;

/** The lots that a workbook knows, as they are after what it has decided so far. Not thread-safe. */
final class LotBook {
    private final Instant at;
    private final Map<LotId, Lot> known = new LinkedHashMap<>();
    private final Map<LotId, Lot> opened = new LinkedHashMap<>();
    private final Map<LotId, Lot> changed = new LinkedHashMap<>();
    private final Map<LotId, Lot> keptAlive = new LinkedHashMap<>();
    private final Map<LotId, Points> held = new HashMap<>();
    private final Map<LotId, LotId> came = new HashMap<>();
    private @Nullable Instant idle;

    LotBook(Instant at) {
        this.at = at;
    }

    /** Says when points that come in or are kept alive here lapse if nothing happens any more. */
    void idleAt(Instant instant) {
        idle = instant;
    }

    /** The life of points that come in, which inactivity may end. */
    Lot.Life bounded(Lot.Life life) {
        return idle == null ? life : life.endedBy(idle);
    }

    /** Puts off the end of all points that have not lapsed, as somebody was active; also of those that were spent by that. */
    void keepAlive() {
        Instant later = idle;
        if (later != null) {
            List.copyOf(known.values()).stream()
                    .filter(lot -> isUnlapsed(lot) && (lot.isOpen() || isTouched(lot.id())))
                    .forEach(lot -> keepAlive(lot, later));
        }
    }

    /** Whether anything was decided about it here: an empty one that was only looked at stays as it is. */
    private boolean isTouched(LotId lot) {
        return changed.containsKey(lot) || opened.containsKey(lot);
    }

    private void keepAlive(Lot lot, Instant later) {
        Lot.Life life = lot.life().keptAlive(later);
        if (!life.equals(lot.life())) {
            Lot alive = lot.with(life);
            known.put(lot.id(), alive);
            (opened.containsKey(lot.id()) ? opened : keptAlive).put(lot.id(), alive);
        }
    }

    /** The instant of all decisions. */
    Instant at() {
        return at;
    }

    /** Makes a lot known; one already known keeps what was decided about it. */
    void learn(Lot lot) {
        known.putIfAbsent(lot.id(), lot);
    }

    void open(Lot lot) {
        known.put(lot.id(), lot);
        opened.put(lot.id(), lot);
    }

    void change(Lot lot) {
        known.put(lot.id(), lot);
        (opened.containsKey(lot.id()) ? opened : changed).put(lot.id(), lot);
    }

    Lot get(LotId id) {
        Lot lot = known.get(id);
        if (lot == null) {
            throw new IllegalStateException("lot " + id + " was not read");
        }
        return lot;
    }

    boolean isUnlapsed(Lot lot) {
        return !lot.life().isLapsed(at);
    }

    boolean isInForce(Lot lot) {
        return lot.life().isInForce(at);
    }

    boolean isPending(Lot lot) {
        return lot.life().isPending(at);
    }

    /** Lots in the club's order, those not available yet last. */
    Comparator<Lot> availableFirst(ConsumptionOrder order) {
        return Comparator.comparing(this::isPending).thenComparing(Lot.in(order));
    }

    /** Notes which lot of another account a lot that was opened here has the points of. */
    void came(LotId lot, LotId from) {
        came.put(lot, from);
    }

    void hold(Hold.Part part) {
        held.merge(part.lot(), part.points(), Points::plus);
    }

    void free(Hold.Part part) {
        held.merge(part.lot(), part.points().negated(), Points::plus);
    }

    boolean isHeld(LotId lot) {
        return held.getOrDefault(lot, Points.ZERO).isPositive();
    }

    /** What of a lot no hold in force has. */
    Points free(Lot lot) {
        return lot.remaining().minus(held.getOrDefault(lot.id(), Points.ZERO));
    }

    /** What all known lots of a kind have free. */
    Points sum(Predicate<Lot> kind) {
        return known.values().stream().filter(kind).map(this::free).reduce(Points.ZERO, Points::plus);
    }

    /** Those of a kind that have points free. */
    List<Lot> open(Predicate<Lot> kind, Comparator<Lot> order) {
        return known.values().stream()
                .filter(lot -> free(lot).isPositive())
                .filter(kind)
                .sorted(order)
                .toList();
    }

    /** Those opened here that have lapsed already and still hold points. */
    List<Lot> bornLapsed() {
        return opened.values().stream()
                .filter(lot -> lot.isOpen() && !isUnlapsed(lot))
                .toList();
    }

    Posting.Lots written() {
        return new Posting.Lots(
                List.copyOf(opened.values()), List.copyOf(changed.values()), List.copyOf(keptAlive.values()), came);
    }
}
