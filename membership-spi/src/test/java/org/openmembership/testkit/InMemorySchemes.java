package org.openmembership.testkit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeMove.Cause.Kind;
import org.openmembership.account.SchemeStanding;
import org.openmembership.account.SchemeStore;
import org.openmembership.club.ClubId;
import org.openmembership.shared.Page;

/** The routes to schemes, and the moves, which are kept with the accounts. */
final class InMemorySchemes implements SchemeStore {
    private final State state;

    InMemorySchemes(State state) {
        this.state = state;
    }

    @Override
    public List<SchemeCase> cases(SortedSet<AccountId> accounts) {
        return accounts.stream()
                .flatMap(id -> state.accounts.find(id).stream())
                .map(account -> new SchemeCase(
                        account, state.schemeStandings.find(account.id()).orElse(null), lastMove(account.id())))
                .toList();
    }

    private int lastMove(AccountId account) {
        Key prefix = Key.of(account);
        return state.moves
                .betweenDown(prefix, prefix.end())
                .findFirst()
                .map(SchemeMove::number)
                .orElse(0);
    }

    @Override
    public void add(SchemeStanding standing) {
        state.schemeStandings.add(standing.account(), standing);
    }

    @Override
    public void change(SchemeStanding standing) {
        if (!state.schemeStandings.contains(standing.account())) {
            throw new RaceLostException("account " + standing.account() + " has no standing");
        }
        state.schemeStandings.put(standing.account(), standing);
    }

    @Override
    public List<SchemeMove> movesOn(ClubId club, LocalDate day, @Nullable SchemeMove after, int limit) {
        Comparator<SchemeMove> inOrder =
                Comparator.comparing(SchemeMove::account).thenComparingInt(SchemeMove::number);
        return state.moves
                .values()
                .filter(move ->
                        move.when().effectiveOn().equals(day) && move.cause().kind() != Kind.OPENED)
                .filter(move -> after == null || inOrder.compare(move, after) > 0)
                .filter(move -> state.accounts
                        .find(move.account())
                        .filter(account -> account.club().equals(club))
                        .isPresent())
                .sorted(inOrder)
                .limit(limit)
                .toList();
    }

    @Override
    public Page<SchemeMove> moves(AccountId account, Page.Request page) {
        Key prefix = Key.of(account);
        Page.Cursor after = page.after();
        int before = after == null ? Integer.MAX_VALUE : InMemoryPages.number(after);
        List<SchemeMove> found = state.moves
                .betweenDown(prefix, prefix.end())
                .filter(move -> move.number() < before)
                .limit(page.limit() + 1L)
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<SchemeMove> items = found.subList(0, page.limit());
        return new Page<>(
                items,
                new Page.Cursor(Integer.toString(items.get(items.size() - 1).number())));
    }
}
