package org.openmembership.testkit;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.purchase.Provisional;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.purchase.WaitingSaleStore;
import org.openmembership.shared.ExternalKey;

final class InMemoryWaitingSales implements WaitingSaleStore {
    private static final Comparator<WaitingSale> BY_NAME = comparing(
                    (WaitingSale sale) -> sale.name().purchase())
            .thenComparing(sale -> sale.name().account());
    private static final Comparator<WaitingSale> BY_DUE =
            comparing((WaitingSale sale) -> requireNonNull(sale.due().at())).thenComparing(BY_NAME);

    private final State state;

    InMemoryWaitingSales(State state) {
        this.state = state;
    }

    @Override
    public void addAll(List<WaitingSale> waiting) {
        for (WaitingSale sale : waiting) {
            if (state.purchases.find(sale.name().purchase()).isEmpty()) {
                throw new IllegalStateException("purchase " + sale.name().purchase() + " is not kept");
            }
            state.waitingSales.add(place(sale), sale);
            index(sale);
        }
    }

    @Override
    public void update(List<WaitingSale> changed) {
        for (WaitingSale sale : changed) {
            WaitingSale before = state.waitingSales
                    .find(place(sale))
                    .filter(kept -> kept.version() == sale.version() - 1)
                    .orElseThrow(() -> new RaceLostException("a waiting sale has moved on: " + sale.name()));
            state.waitingByHolder.remove(held(before));
            state.waitingSales.put(place(sale), sale);
            index(sale);
        }
    }

    @Override
    public List<WaitingSale> of(Collection<ExternalKey> sales) {
        return sales.stream()
                .distinct()
                .map(state.purchasesByKey::find)
                .flatMap(Optional::stream)
                .flatMap(purchase -> state.waitingSales.between(
                        Key.of(purchase), Key.of(purchase).end()))
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public List<WaitingSale> heldBy(Set<AccountId> holders) {
        return holders.stream().flatMap(this::heldBy).sorted(BY_NAME).toList();
    }

    private Stream<WaitingSale> heldBy(AccountId holder) {
        Key prefix = Key.of(holder);
        return state.waitingByHolder
                .between(prefix, prefix.end())
                .map(state.waitingSales::find)
                .flatMap(Optional::stream);
    }

    @Override
    public List<WaitingSale> due(ClubId club, Instant at, @Nullable WaitingSale after, int limit) {
        return state.waitingByHolder
                .values()
                .map(state.waitingSales::find)
                .flatMap(Optional::stream)
                .filter(sale -> sale.club().equals(club) && sale.isDue(at))
                .sorted(BY_DUE)
                .filter(sale -> after == null || BY_DUE.compare(sale, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Map<AccountId, Provisional> provisional(Set<AccountId> holders) {
        Map<AccountId, Provisional> provisional = new TreeMap<>();
        heldBy(holders)
                .forEach(
                        sale -> provisional.merge(sale.holder(), new Provisional(1, sale.points()), Provisional::plus));
        return provisional;
    }

    /** Whether a purchase still waits for an account, or never comes to it. */
    boolean isUnposted(PurchaseId purchase, AccountId account) {
        return state.waitingSales
                .between(Key.of(purchase), Key.of(purchase).end())
                .anyMatch(sale -> sale.holder().equals(account) && sale.state() != WaitingSale.State.POSTED);
    }

    private void index(WaitingSale sale) {
        if (sale.isWaiting()) {
            state.waitingByHolder.put(held(sale), place(sale));
        }
    }

    private static Key held(WaitingSale sale) {
        return Key.of(sale.holder(), sale.name().purchase(), sale.name().account());
    }

    private static Key place(WaitingSale sale) {
        return Key.of(sale.name().purchase(), sale.name().account());
    }
}
