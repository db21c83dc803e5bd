package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.club.PointKind;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.StorageException;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Calls that no host should make: nulls, listeners that throw or call back, pages out of bounds. */
@Requirement("B13")
final class CallAbuseTest extends ShopTest {
    @Test
    void nothing_but_nulls_is_refused_or_finds_nobody_and_changes_nothing_by_any_method_of_any_door() throws Exception {
        shop.give(shop.account(), 5);
        int before = told();
        List<String> broken = new ArrayList<>();
        int called = 0;
        for (Method accessor : Membership.class.getMethods()) {
            boolean isDoor = accessor.getParameterCount() == 0
                    && accessor.getDeclaringClass() == Membership.class
                    && accessor.getReturnType().getPackageName().startsWith("org.openmembership")
                    && !Modifier.isStatic(accessor.getModifiers());
            if (!isDoor) {
                continue;
            }
            Object door = accessor.invoke(shop.membership());
            for (Method method : door.getClass().getDeclaredMethods()) {
                boolean takesObjects = method.getParameterCount() > 0
                        && Stream.of(method.getParameterTypes()).noneMatch(Class::isPrimitive);
                if (Modifier.isPublic(method.getModifiers()) && takesObjects && !method.isSynthetic()) {
                    called++;
                    if (breaks(door, method)) {
                        broken.add(method.toString());
                    }
                }
            }
        }

        assertThat(called).isGreaterThan(60);
        assertThat(broken).isEmpty();
        assertThat(told()).isEqualTo(before);
    }

    /** Whether nulls come as far as the database, or anything but a refusal comes back. */
    private static boolean breaks(Object door, Method method) throws IllegalAccessException {
        try {
            method.invoke(door, new Object[method.getParameterCount()]);
            return false;
        } catch (InvocationTargetException refused) {
            Throwable cause = refused.getCause();
            return !(cause instanceof RuntimeException) || cause instanceof StorageException;
        }
    }

    @Test
    void a_listener_that_throws_undoes_everything() {
        AccountId account = shop.account();
        Membership failing = shop.over(shop.storage(), "l-")
                .listener(event -> {
                    throw new IllegalStateException("no");
                })
                .open();
        int before = told();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> failing.adjustment().adjust(request(account)));

        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        assertThat(told()).isEqualTo(before);
    }

    @Test
    @Requirement("B8")
    void a_page_has_1_to_1000_items_and_a_forged_cursor_is_refused_by_name() {
        for (int limit : new int[] {0, -1, 1_001, 1_000_000_000}) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> Page.Request.first(limit))
                    .withMessageContaining("1 to 1000");
        }
        AtomicReference<Page.Request> forged =
                new AtomicReference<>(Page.Request.after(new Page.Cursor("'; drop table om_entry --"), 10));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> shop.membership().statements().entries(shop.account(), forged.get()))
                .isNotInstanceOf(StorageException.class);
    }

    private int told() {
        return shop.storage().read(stores -> stores.outbox().waiting(1_000)).size();
    }

    private AdjustmentRequest request(AccountId account) {
        return new AdjustmentRequest(account, Points.of(7), PointKind.OTHER, ReasonCode.of("goodwill"), shop.key());
    }
}
