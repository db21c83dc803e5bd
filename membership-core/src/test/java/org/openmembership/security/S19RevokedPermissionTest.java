package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.club.PointKind;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** S19: the permission is taken away between the check and the deed. */
@Requirement({"S19", "R20"})
final class S19RevokedPermissionTest extends ShopTest {
    @Test
    void the_policy_is_asked_inside_the_unit_of_work_of_each_call_and_never_from_memory() {
        AtomicBoolean granted = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        Membership strict = shop.over(shop.storage(), "s19-")
                .accessPolicy((actor, permission, subject) -> {
                    if (permission == Permission.ADJUST) {
                        asked.incrementAndGet();
                        return granted.get();
                    }
                    return true;
                })
                .open();
        AccountId account = shop.account();

        strict.adjustment().adjust(request(account));
        int first = asked.get();
        granted.set(false);

        assertThat(first).isPositive();
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> strict.adjustment().adjust(request(account)));
        assertThat(asked.get()).isGreaterThan(first);
        assertThat(shop.available(account)).isEqualTo(Points.of(7));
    }

    private AdjustmentRequest request(AccountId account) {
        return new AdjustmentRequest(account, Points.of(7), PointKind.OTHER, ReasonCode.of("goodwill"), shop.key());
    }
}
