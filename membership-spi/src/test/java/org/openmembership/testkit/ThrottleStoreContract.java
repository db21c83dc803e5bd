package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmembership.shared.Origin;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.Throttle;
import org.openmembership.user.ThrottleKey;
import org.openmembership.user.ThrottleLimit;
import org.openmembership.user.ThrottleStore;
import org.openmembership.user.ThrottledAccount;

/** What every {@link ThrottleStore} does. */
@Requirement("S10")
public abstract class ThrottleStoreContract extends StoreContract {
    private static final ThrottleLimit LIMIT =
            new ThrottleLimit(1, Duration.ofMinutes(1), Duration.ofMinutes(8), Duration.ofHours(1));

    @Test
    void throttles_are_read_back_whole_in_order_of_key() {
        Throttle failed = counted("ada", 1).failed(LIMIT, Any.minute(2));
        Throttle succeeded = counted("eve", 1).succeeded(Any.minute(3));
        Stream.of(counted("ada", 1), counted("eve", 1), failed, succeeded).forEach(this::put);

        assertThat(lock("ada", "eve", "nobody"))
                .containsExactlyElementsOf(new TreeSet<>(List.of(key("ada"), key("eve")))
                        .stream()
                                .map(key -> key.equals(key("ada")) ? failed : succeeded)
                                .toList());
        assertThat(lock("nobody")).isEmpty();
        assertThat(lock()).isEmpty();
    }

    @Test
    void of_two_who_count_at_once_one_is_run_again() {
        Throttle first = counted("ada", 1);
        put(first);
        put(first.failed(LIMIT, Any.minute(2)));

        assertAlwaysLost(stores -> stores.throttles().put(List.of(first)));
        assertAlwaysLost(stores -> stores.throttles().put(List.of(first.failed(LIMIT, Any.minute(3)))));
        assertRunAgain(
                stores -> stores.throttles().put(List.of(first.failed(LIMIT, Any.minute(3)))),
                stores -> stores.throttles()
                        .put(List.of(stores.throttles()
                                .lock(new TreeSet<>(keys("ada")))
                                .get(0)
                                .failed(LIMIT, Any.minute(3)))));
        assertThat(lock("ada").get(0).failures()).isEqualTo(3);
    }

    @Test
    void the_quiet_ones_are_found_by_instant_and_taken_out() {
        put(counted("ada", 2));
        put(counted("eve", 1));
        put(counted("zoe", 3));

        assertThat(quietSinceMinute2(9)).containsExactly(key("eve"), key("ada"));
        assertThat(quietSinceMinute2(1)).containsExactly(key("eve"));
        write(stores -> stores.throttles().remove(List.of(key("eve"), key("ada"))));

        assertThat(lock("ada", "eve", "zoe")).containsExactly(counted("zoe", 3));
        put(counted("ada", 5));
        assertThat(lock("ada")).containsExactly(counted("ada", 5));
    }

    @Test
    void new_ones_and_changed_ones_are_put_together() {
        put(counted("ada", 1));
        Throttle again = counted("ada", 1).failed(LIMIT, Any.minute(2));

        write(stores -> stores.throttles().put(List.of(counted("zoe", 2), again)));
        write(stores -> stores.throttles().put(List.of(counted("eve", 2), counted("joan", 2))));

        assertThat(lock("ada", "eve", "joan", "zoe"))
                .containsExactlyInAnyOrder(again, counted("eve", 2), counted("joan", 2), counted("zoe", 2));
    }

    @Test
    @Requirement("R17")
    void all_that_was_counted_for_an_account_is_forgotten_wherever_from() {
        ThrottleKey pair = ThrottleKey.ofPair(SecretSeal.keyless(), "MESSAGE", "ada", Origin.of("home"));
        ThrottleKey place = ThrottleKey.ofOrigin(SecretSeal.keyless(), "MESSAGE", Origin.of("home"));
        List.of(counted("ada", 1), counted("eve", 1), counted(pair, 1), counted(place, 1))
                .forEach(this::put);

        write(stores -> stores.throttles()
                .forget(Set.of(
                        ThrottledAccount.of(SecretSeal.keyless(), "ada"),
                        ThrottledAccount.of(SecretSeal.keyless(), "nobody"))));

        assertThat(quietSinceMinute2(9)).containsExactlyInAnyOrder(key("eve"), place);
        put(counted(pair, 2));
        assertThat(quietSinceMinute2(9)).contains(pair);
    }

    private static ThrottleKey key(String account) {
        return ThrottleKey.ofAccount(SecretSeal.keyless(), "SIGN_IN", account);
    }

    private static Set<ThrottleKey> keys(String... accounts) {
        return Stream.of(accounts).map(ThrottleStoreContract::key).collect(Collectors.toSet());
    }

    private static Throttle counted(String account, long minute) {
        return counted(key(account), minute);
    }

    private static Throttle counted(ThrottleKey key, long minute) {
        return Throttle.none(key, Any.minute(minute)).failed(LIMIT, Any.minute(minute));
    }

    private List<Throttle> lock(String... accounts) {
        return storage().inUnitOfWork(stores -> stores.throttles().lock(new TreeSet<>(keys(accounts))));
    }

    private List<ThrottleKey> quietSinceMinute2(int limit) {
        return read(stores -> stores.throttles().quietSince(Any.minute(2), limit));
    }

    private void put(Throttle throttle) {
        write(stores -> stores.throttles().put(List.of(throttle)));
    }
}
