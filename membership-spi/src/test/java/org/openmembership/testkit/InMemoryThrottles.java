package org.openmembership.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.openmembership.user.Throttle;
import org.openmembership.user.ThrottleKey;
import org.openmembership.user.ThrottleStore;
import org.openmembership.user.ThrottledAccount;

final class InMemoryThrottles implements ThrottleStore {
    private final State state;

    InMemoryThrottles(State state) {
        this.state = state;
    }

    @Override
    public List<Throttle> lock(SortedSet<ThrottleKey> keys) {
        return keys.stream()
                .map(state.throttles::find)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void put(List<Throttle> throttles) {
        throttles.forEach(this::put);
    }

    private void put(Throttle throttle) {
        Optional<Throttle> stored = state.throttles.find(throttle.key());
        if (stored.map(Throttle::version).orElse(0) != throttle.version() - 1) {
            throw new RaceLostException("a throttle has another version");
        }
        stored.ifPresent(this::unindex);
        state.throttles.put(throttle.key(), throttle);
        state.throttlesByInstant.put(Key.of(throttle.countedAt(), throttle.key()), throttle.key());
        account(throttle).ifPresent(key -> state.throttlesByAccount.put(key, throttle.key()));
    }

    @Override
    public List<ThrottleKey> quietSince(Instant instant, int limit) {
        return state.throttlesByInstant
                .between(Key.of(), Key.of(instant).end())
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(List<ThrottleKey> quiet) {
        quiet.stream().map(state.throttles::find).flatMap(Optional::stream).forEach(throttle -> {
            unindex(throttle);
            account(throttle).ifPresent(state.throttlesByAccount::remove);
            state.throttles.remove(throttle.key());
        });
    }

    @Override
    public void forget(Set<ThrottledAccount> accounts) {
        accounts.forEach(account -> remove(state.throttlesByAccount
                .between(Key.of(account.value()), Key.of(account.value()).end())
                .toList()));
    }

    private static Optional<Key> account(Throttle throttle) {
        return Optional.ofNullable(throttle.key().account()).map(account -> Key.of(account.value(), throttle.key()));
    }

    private void unindex(Throttle throttle) {
        state.throttlesByInstant.remove(Key.of(throttle.countedAt(), throttle.key()));
    }
}
