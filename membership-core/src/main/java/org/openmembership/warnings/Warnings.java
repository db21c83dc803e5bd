package org.openmembership.warnings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.ledger.LotId;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.Points;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.warning.ExpiryWarning;
import org.openmembership.warning.WarningEvent.PointsLapseSoon;
import org.openmembership.warning.WarningStore;
import org.openmembership.warning.WarningWindow;

/**
 * The door to warning members of points that are about to lapse (B6, B67). Thread-safe.
 *
 * <p>A warning is an event, {@link PointsLapseSoon}: what is sent, and how, is the host's.
 */
public final class Warnings {
    private static final int PAGE = 200;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Warnings(Caller caller) {
        this.caller = caller;
    }

    /**
     * Warns the main member of each account of a club of all points whose last day falls into a window: once per lot and
     * window, however often this runs.
     *
     * <p>Goes page by page, one unit of work each: it can be cut off anywhere and run again, and several nodes may run it at
     * once. {@code progress} counts warnings.
     *
     * @throws IllegalArgumentException for a club that is not published
     */
    public WarningResult run(ClubId club, WarningWindow window, Progress progress) {
        Instant now = caller.now();
        WarningResult total = WarningResult.NOTHING;
        @Nullable LotId after = null;
        List<ExpiryWarning> page;
        do {
            @Nullable LotId from = after;
            page = caller.change(
                    Permission.EXPIRE, Subject.NOBODY, (stores, facts) -> warn(club, window, from, now, stores, facts));
            total = total.plus(sum(page));
            progress.accountsDone(total.warnings());
            after = page.isEmpty() ? null : page.get(page.size() - 1).lot();
        } while (after != null);
        return total;
    }

    private List<ExpiryWarning> warn(
            ClubId id, WarningWindow window, @Nullable LotId after, Instant now, Stores stores, Facts facts) {
        Club club = caller.clubs()
                .at(id, now, stores)
                .orElseThrow(() -> new IllegalArgumentException("there is no club " + id))
                .club();
        List<ExpiryWarning> due = stores.warnings().due(question(club, window, now), after, PAGE);

        if (!due.isEmpty()) {
            stores.warnings().addAll(due);
            due.forEach(warning -> facts.happened(told(warning, id), now));
        }
        return due;
    }

    private static WarningStore.Question question(Club club, WarningWindow window, Instant now) {
        WarningWindow.Days days = window.on(club.businessDate(now));
        Instant opening = startOf(days.first(), club);
        Instant closing = startOf(days.last().plusDays(1), club);
        return new WarningStore.Question(club.id(), window.code(), opening.isAfter(now) ? opening : now, closing, now);
    }

    private static Instant startOf(LocalDate day, Club club) {
        ZoneId zone = club.place().zone();
        return day.atStartOfDay(zone).toInstant();
    }

    private static PointsLapseSoon told(ExpiryWarning warning, ClubId club) {
        return new PointsLapseSoon(
                warning.lot(),
                club,
                warning.member(),
                warning.notice().points(),
                warning.notice().lapsesAt(),
                warning.window());
    }

    private static WarningResult sum(List<ExpiryWarning> page) {
        Points points = Points.ZERO;
        for (ExpiryWarning warning : page) {
            points = points.plus(warning.notice().points());
        }
        return new WarningResult(page.size(), points);
    }

    /** Who was warned of which points of an account, by lot, then window. */
    public List<ExpiryWarning> of(AccountId account) {
        return caller.read(
                Permission.EXPIRE, Subject.NOBODY, stores -> stores.warnings().of(account));
    }
}
