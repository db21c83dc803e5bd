package org.openmembership.backtest;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openmembership.backtest.AccountsPage.Outcome;
import org.openmembership.backtest.BackTestResult.Comparison;
import org.openmembership.backtest.BackTestResult.Counts;
import org.openmembership.backtest.BackTestResult.Loser;
import org.openmembership.backtest.BackTestResult.Month;
import org.openmembership.backtest.BackTestResult.SchemeShift;
import org.openmembership.club.Club;
import org.openmembership.club.SchemeId;

/** Adds accounts up; what it keeps does not grow with them. Not thread-safe. */
final class Tally {
    private static final Comparator<Loser> LARGEST_LOSS_FIRST = Comparator.comparing(
                    (Loser loser) -> loser.comparison().difference())
            .thenComparing(Loser::account);

    private final Club changed;
    private final int most;
    private final PriorityQueue<Loser> losers = new PriorityQueue<>(LARGEST_LOSS_FIRST.reversed());
    private final SortedMap<YearMonth, Comparison> months = new TreeMap<>();
    private final SortedMap<SchemeId, SortedMap<SchemeId, Long>> shifts = new TreeMap<>();
    private long accounts;
    private long sales;
    private long gaining;
    private long losing;

    Tally(Club changed, int most) {
        this.changed = changed;
        this.most = most;
    }

    long accounts() {
        return accounts;
    }

    void add(Outcome outcome) {
        AccountTrial trial = outcome.trial();
        Comparison total = trial.total();
        accounts++;
        sales += trial.sales();
        trial.months().forEach((month, comparison) -> months.merge(month, comparison, Comparison::plus));
        if (total.difference().isPositive()) {
            gaining++;
        } else if (total.difference().isNegative()) {
            losing++;
            add(new Loser(trial.account().id(), total));
        }
        if (outcome.reviewed() && !outcome.before().equals(outcome.after())) {
            shifts.computeIfAbsent(outcome.before(), any -> new TreeMap<>()).merge(outcome.after(), 1L, Long::sum);
        }
    }

    private void add(Loser loser) {
        losers.add(loser);
        if (losers.size() > most) {
            losers.remove();
        }
    }

    BackTestResult result() {
        List<Loser> largest = new ArrayList<>(losers);
        largest.sort(LARGEST_LOSS_FIRST);
        List<Month> inOrder = new ArrayList<>();
        months.forEach((month, comparison) -> inOrder.add(new Month(month, comparison)));
        List<SchemeShift> moved = new ArrayList<>();
        for (Map.Entry<SchemeId, SortedMap<SchemeId, Long>> from : shifts.entrySet()) {
            from.getValue().forEach((to, count) -> moved.add(new SchemeShift(from.getKey(), to, count)));
        }
        return new BackTestResult(
                changed.id(),
                changed.place().currency(),
                new Counts(accounts, sales, gaining, losing),
                months.values().stream().reduce(Comparison.NOTHING, Comparison::plus),
                inOrder,
                largest,
                moved);
    }
}
