package org.openmembership.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Blocked;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testkit.Requirement;

/** What has to be settled before somebody is erased, on every storage. */
@Requirement({"R17", "C35", "B65"})
final class ErasureBlockersTest extends ErasureStage {
    @Test
    @Requirement("C39")
    void nobody_is_erased_while_an_order_is_open_or_something_is_owed() {
        PlantedPerson person = planted();
        orders.add("order-1");
        person.membership
                .payOnAccount()
                .charge(OnAccountRequest.of(person.created, Money.of(CurrencyUnit.EUR, 5), shop.key()));
        ErasureId id = requested(person);
        shop.time().advance(Duration.ofDays(8));

        assertThat(person.membership.erasures().execute(id))
                .isEqualTo(new Blocked(List.of(
                        new Blocker(Blocker.Kind.OPEN_ORDER, "order-1"),
                        new Blocker(Blocker.Kind.BALANCE_ON_ACCOUNT, person.created.value()))));

        orders.clear();
        person.membership
                .payOnAccount()
                .pay(OnAccountRequest.of(person.created, Money.of(CurrencyUnit.EUR, 5), shop.key()));
        assertThat(person.membership.erasures().execute(id)).isInstanceOf(Erased.class);
    }

    @Test
    void a_trade_application_is_decided_first() {
        PlantedPerson person = planted();
        CustomerId trader = customer();
        person.membership.customers().applyForTrade(trader);
        Requested asked = (Requested) person.membership.erasures().request(trader, ASKED, IdentityProof.IN_WRITING);
        shop.time().advance(Duration.ofDays(8));

        assertThat(person.membership.erasures().execute(asked.erasure().id()))
                .isEqualTo(new Blocked(List.of(new Blocker(Blocker.Kind.TRADE_APPLICATION, trader.value()))));

        person.membership.customers().reject(trader);
        assertThat(person.membership.erasures().execute(asked.erasure().id())).isInstanceOf(Erased.class);
        assertThat(person.membership.customers().find(trader)).isEmpty();
    }

    @Test
    @Requirement("R29")
    void points_set_aside_for_an_unfinished_sale_are_settled_first() {
        PlantedPerson person = planted();
        ErasureId id = requested(person);
        shop.time().advance(Duration.ofDays(8));
        HoldResult held = shop.membership()
                .holding()
                .place(HoldRequest.of(person.account, Points.of(10), shop.key()).lasting(Duration.ofMinutes(20)));
        assertThat(held).isInstanceOf(HoldResult.Held.class);

        assertThat(person.membership.erasures().execute(id))
                .isEqualTo(new Blocked(List.of(new Blocker(Blocker.Kind.POINTS_HELD, person.account.value()))));

        shop.time().advance(Duration.ofMinutes(21));
        assertThat(person.membership.erasures().execute(id)).isInstanceOf(Erased.class);
    }

    @Test
    @Requirement("S32")
    void a_block_for_fraud_holds_an_erasure_back_and_another_block_does_not() {
        PlantedPerson person = planted();
        ErasureId id = requested(person);
        shop.time().advance(Duration.ofDays(8));
        shop.block(person.account, ReasonCode.of("FRAUD"));

        assertThat(person.membership.erasures().execute(id))
                .isEqualTo(new Blocked(List.of(new Blocker(Blocker.Kind.HELD, person.account.value()))));

        shop.unblock(person.account);
        shop.block(person.account);
        assertThat(person.membership.erasures().execute(id)).isInstanceOf(Erased.class);
    }
}
