package org.openmembership.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.EarningStore.Counted;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointCount.Span;
import org.openmembership.ledger.PointCount.Use;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * What the capped spans of locked accounts hold, as it is after all that was decided in this unit of work (R36). Asks and
 * writes nothing for clubs without caps. Not thread-safe.
 */
final class Counts {
    private final Stores stores;
    private final Set<Place> read = new HashSet<>();
    private final Map<Place, Map<Span, PointCount>> known = new HashMap<>();
    private final Map<Place, Map<Span, Points>> inherited = new HashMap<>();
    private final Map<Place, Map<Span, Use>> added = new HashMap<>();

    private record Place(AccountId account, LocalDate start) {}

    Counts(Stores stores) {
        this.stores = stores;
    }

    /** What an account got in these spans. */
    Map<Span, Points> of(AccountId account, List<Span> spans) {
        read(account, spans);
        Map<Span, Points> found = new HashMap<>();
        for (Span span : spans) {
            Place place = new Place(account, span.start());
            Use use = added.getOrDefault(place, Map.of()).get(span);
            PointCount before = known.getOrDefault(place, Map.of()).get(span);
            Points points = inherited.getOrDefault(place, Map.of()).getOrDefault(span, Points.ZERO);
            points = before == null ? points : points.plus(before.points());
            found.put(span, use == null ? points : points.plus(use.points()));
        }
        return found;
    }

    private void read(AccountId account, List<Span> spans) {
        read(Set.of(account), spans);
    }

    /** Reads what {@link #of} is going to be asked, in one question for all accounts. */
    void read(Set<AccountId> accounts, List<Span> spans) {
        Set<AccountId> asked = new HashSet<>();
        Set<LocalDate> starts = new HashSet<>();
        for (AccountId account : accounts) {
            for (Span span : spans) {
                if (read.add(new Place(account, span.start()))) {
                    asked.add(account);
                    starts.add(span.start());
                }
            }
        }
        if (!starts.isEmpty()) {
            stores.earning().counts(asked, starts).forEach(this::found);
        }
    }

    /** What was counted on an account that was merged into this one counts here, and grows no more. */
    private void found(Counted counted) {
        PointCount count = counted.count();
        if (counted.isOwn()) {
            learn(count);
        } else {
            Place place = new Place(counted.account(), count.span().start());
            inherited.computeIfAbsent(place, any -> new HashMap<>()).merge(count.span(), count.points(), Points::plus);
        }
    }

    private void learn(PointCount count) {
        Place place = new Place(count.account(), count.span().start());
        known.computeIfAbsent(place, any -> new HashMap<>()).put(count.span(), count);
    }

    /** Adds what a sale gave. */
    void add(AccountId account, Map<Span, Use> used) {
        used.forEach((span, points) -> added.computeIfAbsent(new Place(account, span.start()), any -> new HashMap<>())
                .merge(span, points, Use::then));
    }

    /** Writes what was added since the last time. */
    void write() {
        List<PointCount> counts = grown();
        if (!counts.isEmpty()) {
            stores.earning().count(counts);
            counts.forEach(this::learn);
        }
    }

    /** The counts as they are with what was added since the last time. */
    List<PointCount> grown() {
        List<PointCount> counts = new ArrayList<>();
        added.forEach((place, spans) -> spans.forEach((span, points) -> {
            PointCount before = known.getOrDefault(place, Map.of()).get(span);
            counts.add(before == null ? PointCount.first(place.account(), span, points) : before.plus(points));
        }));
        added.clear();
        return counts;
    }
}
