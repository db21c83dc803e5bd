package org.openmembership.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.AdjustedDay;
import org.openmembership.ledger.EarningStore;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.KeptExplanation;
import org.openmembership.ledger.PointCount;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Document;

/** What earning leaves beside the entries, kept in memory. */
final class InMemoryEarning implements EarningStore {
    private final State state;

    InMemoryEarning(State state) {
        this.state = state;
    }

    @Override
    public List<Counted> counts(Set<AccountId> accounts, Collection<LocalDate> starts) {
        InMemoryIdentities identities = new InMemoryIdentities(state);
        List<Counted> found = new ArrayList<>();
        for (AccountId account : accounts) {
            for (AccountId held : identities.held(account)) {
                starts.stream().distinct().sorted().forEach(start -> {
                    Key first = Key.of(held, start.toEpochDay());
                    state.pointCounts
                            .between(first, first.end())
                            .forEach(count -> found.add(new Counted(account, count)));
                });
            }
        }
        return found;
    }

    @Override
    public void count(List<PointCount> counts) {
        for (PointCount count : counts) {
            Key key = place(count);
            long before = state.pointCounts.find(key).map(PointCount::version).orElse(0L);
            if (before != count.version() - 1) {
                throw new RaceLostException(key + " was counted in version " + before);
            }
            state.pointCounts.put(key, count);
        }
    }

    static Key place(PointCount count) {
        PointCount.Span span = count.span();
        String rule = span.rule() == null ? "" : span.rule().value();
        return Key.of(count.account(), span.start().toEpochDay(), span.kind(), rule);
    }

    @Override
    public Optional<AdjustedDay> adjustedForUpdate(Actor by, LocalDate day) {
        return state.adjustedDays.find(Key.of(by.kind(), by.reference(), day.toEpochDay()));
    }

    @Override
    public void keep(AdjustedDay adjusted) {
        Key key = Key.of(
                adjusted.by().kind(), adjusted.by().reference(), adjusted.day().toEpochDay());
        long before = state.adjustedDays.find(key).map(AdjustedDay::version).orElse(0L);
        if (before != adjusted.version() - 1) {
            throw new RaceLostException(key + " was adjusted in version " + before);
        }
        state.adjustedDays.put(key, adjusted);
    }

    @Override
    public void explain(List<KeptExplanation> explanations) {
        explanations.forEach(kept -> state.explanations.add(kept.entry(), kept.document()));
    }

    @Override
    public Optional<Document> explanation(EntryId entry) {
        return state.explanations.find(entry);
    }
}
