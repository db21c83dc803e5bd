package org.openmembership.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.flow.Flow;
import org.openmembership.flow.Holdings;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.statistics.AccountFigures;
import org.openmembership.statistics.ClubFigures;
import org.openmembership.statistics.Figures;
import org.openmembership.statistics.Statistics;

/** Whatever happened, the figures of an account are the sums of its entries, and a club's those of its accounts. */
final class FiguresAgree {
    private FiguresAgree() {}

    static void check(Membership library, ClubId club, List<AccountId> accounts) {
        Statistics statistics = library.statistics();
        Holdings ofAccounts = Holdings.NONE;
        for (AccountId account : accounts) {
            Optional<AccountFigures> found = statistics.ofAccount(account, Statistics.USUAL_WINDOW);
            if (found.isPresent()) {
                check(library, account, found.get().figures());
                Holdings held = found.get().figures().holdings();
                ofAccounts = found.get().club().equals(club) ? ofAccounts.plus(held) : ofAccounts;
            }
        }
        ClubFigures figures = statistics.ofClub(club, Statistics.USUAL_WINDOW);
        assertThat(figures.all().holdings().booked()).isEqualTo(ofAccounts.booked());
        assertThat(sum(figures.all())).isEqualTo(ofAccounts.booked());
        Holdings ofSchemes =
                figures.bySchemes().values().stream().map(Figures::holdings).reduce(Holdings.NONE, Holdings::plus);
        assertThat(ofSchemes).isEqualTo(figures.all().holdings());
        for (Flow flow : Flow.values()) {
            Points schemes = figures.bySchemes().values().stream()
                    .map(scheme -> scheme.total(flow))
                    .reduce(Points.ZERO, Points::plus);
            assertThat(schemes).as(flow.name()).isEqualTo(figures.all().total(flow));
        }
    }

    private static void check(Membership library, AccountId account, Figures figures) {
        List<PointEntry> entries = history(library, account);
        assertThat(figures.total(Flow.EARNED)).isEqualTo(sum(entries, EntryKind.SALE));
        assertThat(figures.total(Flow.REDEEMED)).isEqualTo(sum(entries, EntryKind.REDEMPTION));
        assertThat(figures.total(Flow.EARNED_UNDONE)).isEqualTo(undone(entries, EntryKind.SALE));
        assertThat(figures.total(Flow.REDEEMED_UNDONE)).isEqualTo(undone(entries, EntryKind.REDEMPTION));
        assertThat(figures.total(Flow.EXPIRED))
                .isEqualTo(sum(entries, EntryKind.EXPIRY).plus(undone(entries, EntryKind.EXPIRY)));

        Balance balance = library.statements().balance(account).orElseThrow();
        Holdings holdings = figures.holdings();
        assertThat(sum(figures)).isEqualTo(balance.booked()).isEqualTo(holdings.booked());
        assertThat(holdings.debt()).isEqualTo(balance.debt());
        assertThat(holdings.available()).isEqualTo(balance.available());
        Points inHolds =
                library.holding().inForce(account).stream().map(Hold::points).reduce(Points.ZERO, Points::plus);
        assertThat(inHolds.isLessThan(holdings.held())).isFalse();
    }

    private static Points sum(Figures figures) {
        return figures.flows().values().stream().reduce(Points.ZERO, Points::plus);
    }

    private static Points sum(List<PointEntry> entries, EntryKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(PointEntry::points)
                .reduce(Points.ZERO, Points::plus);
    }

    /** What reversals of one kind of entry came to. */
    private static Points undone(List<PointEntry> entries, EntryKind kind) {
        Map<EntryId, EntryKind> kinds = entries.stream().collect(Collectors.toMap(PointEntry::id, PointEntry::kind));
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.REVERSAL)
                .filter(entry -> kinds.get(entry.related().orElseThrow()) == kind)
                .map(PointEntry::points)
                .reduce(Points.ZERO, Points::plus);
    }

    private static List<PointEntry> history(Membership library, AccountId account) {
        List<PointEntry> all = new ArrayList<>();
        Page<PointEntry> page = library.statements().entries(account, Page.Request.first(Page.Request.MAX_LIMIT));
        all.addAll(page.items());
        while (page.nextCursor().isPresent()) {
            Page.Request next = Page.Request.after(page.nextCursor().get(), Page.Request.MAX_LIMIT);
            page = library.statements().entries(account, next);
            all.addAll(page.items());
        }
        return all;
    }
}
