package org.openmembership.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account of the model: every figure is worked out from its lots and its debt, each time anew. */
public final class ModelAccount {
    final String id;
    final String club;
    private final ModelShop shop;
    final List<Lot> lots = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    final List<ModelHolds.Hold> holds = new ArrayList<>();
    long debt;
    boolean blocked;
    boolean closed;
    Instant lastRecorded = Instant.EPOCH;

    ModelAccount(String id, String club, ModelShop shop) {
        this.id = id;
        this.club = club;
        this.shop = shop;
    }

    /** Points that came in together. */
    static final class Lot {
        final String name;
        final Entry entry;
        final int number;
        final long granted;
        final Instant earnedAt;
        final Instant from;
        final Instant ownEnd;
        Instant end;
        long open;
        long expired;

        @Nullable
        Entry expiry;

        Lot(Entry entry, int number, long granted, Instant earnedAt, Instant from, Instant ownEnd, Instant idle) {
            this.name = entry.id + "." + number;
            this.entry = entry;
            this.number = number;
            this.granted = granted;
            this.open = granted;
            this.earnedAt = earnedAt;
            this.from = from;
            this.ownEnd = ownEnd;
            this.end = earlier(ownEnd, idle);
        }

        void putOff(Instant idle) {
            Instant later = earlier(ownEnd, idle);
            end = later.isAfter(end) ? later : end;
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        boolean isLapsed(Instant at) {
            return !at.isBefore(end);
        }

        boolean isPending(Instant at) {
            return at.isBefore(from);
        }

        boolean isInForce(Instant at) {
            return open > 0 && !isPending(at) && !isLapsed(at);
        }
    }

    /** What an entry took out of a lot, or left owing where the lot is null. */
    record Take(@Nullable Lot lot, long points) {}

    /** One line of the history. */
    static final class Entry {
        final String id;
        final long seq;
        final String kind;
        final Instant occurredAt;
        final Instant recordedAt;
        final List<Take> takes = new ArrayList<>();
        long points;
        long balanceAfter;
        long calledBack;
        boolean undone;

        @Nullable
        String related;

        Entry(ModelAccount account, String kind, Instant occurredAt, Instant recordedAt) {
            this.seq = account.entries.size() + 1L;
            this.id = account.id + "#" + seq;
            this.kind = kind;
            this.occurredAt = occurredAt;
            this.recordedAt = recordedAt;
        }
    }

    Instant at(Instant now) {
        return now.isBefore(lastRecorded) ? lastRecorded : now;
    }

    long booked() {
        return lots.stream().mapToLong(lot -> lot.open).sum() - debt;
    }

    long available(Instant at) {
        return lots.stream()
                        .filter(lot -> lot.isInForce(at))
                        .mapToLong(lot -> free(lot, at))
                        .sum()
                - debt;
    }

    /** What of a lot no hold in force has. */
    long free(Lot lot, Instant at) {
        return lot.open
                - holds.stream()
                        .filter(hold -> hold.isInForce(at))
                        .mapToLong(hold -> hold.parts.getOrDefault(lot, 0L))
                        .sum();
    }

    private long held(Instant at) {
        return holds.stream()
                .filter(hold -> hold.isInForce(at))
                .mapToLong(ModelHolds.Hold::points)
                .sum();
    }

    /** What has not lapsed, those points included that are not available yet. */
    long unlapsed(Instant at) {
        return lots.stream()
                .filter(lot -> !lot.isLapsed(at))
                .mapToLong(lot -> free(lot, at))
                .sum();
    }

    /** What can still be taken back of an entry that gave points: not what lapsed, nor what was called back before. */
    long left(Entry given, Instant at) {
        long left = given.undone ? 0 : given.points - given.calledBack;
        for (Lot lot : lots) {
            if (lot.entry == given) {
                left -= lot.expired + (lot.isLapsed(at) ? lot.open : 0);
            }
        }
        return Math.max(left, 0);
    }

    /** Takes back points: from the lots of the entry that gave them, then from others; what is gone is owed or let go. */
    void takeBack(Entry entry, @Nullable Entry given, long points, Instant at, ModelRules.Spending rules) {
        long left = points;
        for (Lot lot : ownFirst(given, at, rules.oldestFirst())) {
            left = take(entry, lot, left);
        }
        owe(entry, rules.gone() == ModelRules.Gone.DEBT ? left : Math.min(left, held(at)));
    }

    private List<Lot> ownFirst(@Nullable Entry own, Instant at, boolean oldestFirst) {
        List<Lot> first = new ArrayList<>();
        List<Lot> others = new ArrayList<>();
        List<Lot> pending = new ArrayList<>();
        lots.stream().sorted(order(oldestFirst)).forEach(lot -> {
            if (!lot.isLapsed(at)) {
                (lot.entry == own ? first : lot.isPending(at) ? pending : others).add(lot);
            }
        });
        first.addAll(others);
        first.addAll(pending);
        return first;
    }

    Entry begin(String kind, Instant occurredAt, Instant at) {
        Entry entry = new Entry(this, kind, occurredAt, at);
        entries.add(entry);
        lastRecorded = at;
        return entry;
    }

    /** Closes an entry: its points are what the balance changed by. */
    void end(Entry entry) {
        long before = entry.seq == 1 ? 0 : entries.get((int) entry.seq - 2).balanceAfter;
        entry.balanceAfter = booked();
        entry.points = entry.balanceAfter - before;
    }

    long repay(long points) {
        long repaid = Math.min(points, debt);
        debt -= repaid;
        return points - repaid;
    }

    @Nullable
    Lot open(Entry entry, long points, Instant earnedAt, Instant from, Instant end) {
        if (points == 0) {
            return null;
        }
        int number = 1 + (int) lots.stream().filter(lot -> lot.entry == entry).count();
        Lot lot = new Lot(
                entry, number, points, earnedAt, from, end, shop.rules(club).endOfIdle(entry.recordedAt));
        lots.add(lot);
        return lot;
    }

    long take(Entry entry, Lot lot, long points) {
        long taken = Math.min(points, free(lot, entry.recordedAt));
        if (taken > 0) {
            lot.open -= taken;
            entry.takes.add(new Take(lot, taken));
        }
        return points - taken;
    }

    void owe(Entry entry, long points) {
        if (points > 0) {
            debt += points;
            entry.takes.add(new Take(null, points));
        }
    }

    List<Lot> inForce(Instant at, boolean oldestFirst) {
        return lots.stream()
                .filter(lot -> lot.isInForce(at))
                .sorted(order(oldestFirst))
                .toList();
    }

    static Comparator<Lot> order(boolean oldestFirst) {
        Comparator<Lot> byDate = Comparator.comparing(lot -> oldestFirst ? lot.earnedAt : lot.end);
        return byDate.thenComparing(lot -> lot.entry.seq).thenComparing(lot -> lot.number);
    }

    /** The lots that have lapsed and still hold points, in order of lapsing. */
    List<Lot> lapsed(Instant at) {
        return lots.stream()
                .filter(lot -> lot.open > 0 && lot.isLapsed(at) && free(lot, at) == lot.open)
                .sorted(order(false))
                .toList();
    }

    /** Where one of the entries after the first {@code known} is an activity, all points that have not lapsed by it live on. */
    void keepAlive(int known) {
        ModelRules rules = shop.rules(club);
        List<Entry> made = entries.subList(known, entries.size());
        if (made.stream().anyMatch(rules::isActivity)) {
            Instant at = lastRecorded;
            lots.stream()
                    .filter(lot -> !lot.isLapsed(at) && (lot.open > 0 || isTouched(lot, made)))
                    .forEach(lot -> lot.putOff(rules.endOfIdle(at)));
        }
    }

    private static boolean isTouched(Lot lot, List<Entry> made) {
        return made.stream().flatMap(entry -> entry.takes.stream()).anyMatch(take -> take.lot() == lot);
    }

    Entry expire(Lot lot, Instant occurredAt, Instant at) {
        Entry entry = begin("EXPIRY", occurredAt, at);
        entry.related = lot.entry.id;
        lot.expiry = entry;
        lot.expired += lot.open;
        lot.open = 0;
        end(entry);
        return entry;
    }
}
