package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.CaptureResult;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.ledger.HoldId;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.sharing.PoolingRequest;
import org.openmembership.testing.Merges;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.Requirement;

/** Merging while others merge and spend, on every storage. */
@Requirement({"R32", "I20", "I1"})
final class MergeRaceTest extends ShopTest {
    private static final int ROUNDS = 6;

    @Test
    void merges_that_meet_leave_no_chain() throws Exception {
        List<CustomerId> strangers = List.of(stranger(), stranger(), stranger(), stranger());
        List<Callable<MergeResult>> merges = new ArrayList<>();
        for (int i = 0; i < strangers.size(); i++) {
            // a ring: each into the next, all at once
            MergeRequest request =
                    MergeRequest.of(strangers.get((i + 1) % strangers.size()), List.of(strangers.get(i)), shop.key());
            merges.add(() -> shop.membership().merging().merge(request));
        }

        List<MergeResult> results = Tills.atOnce(merges);

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(MergeResult.Merged.class));
        assertThat(strangers.stream().map(this::read).distinct()).hasSize(1);
    }

    @Test
    @Requirement("I3")
    void points_that_are_spent_while_their_account_is_merged_are_spent_once() throws Exception {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        shop.give(into, 10);
        shop.give(from, 10);
        MergeRequest request = new Merges(shop).of(ada, eve);
        List<Callable<Object>> calls = new ArrayList<>();
        for (AccountId account : List.of(into, from, into, from)) {
            ExternalKey key = shop.key();
            calls.add(() -> shop.membership().redemption().redeem(account, Points.of(6), key));
        }
        calls.add(2, () -> shop.membership().merging().merge(request));

        List<Object> results = Tills.atOnce(calls);

        long spent = results.stream()
                .filter(RedemptionResult.Redeemed.class::isInstance)
                .count();
        assertThat(results.get(2)).isInstanceOf(MergeResult.Merged.class);
        assertThat(shop.available(into)).isEqualTo(Points.of(20 - 6 * spent));
        assertThat(shop.available(from)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R29", "I3"})
    void a_hold_that_is_ended_while_its_account_is_merged_ends_once() throws Exception {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        shop.give(into, 10);
        shop.give(from, 40);
        HoldId captured = place(from, 20);
        HoldId released = place(from, 15);
        MergeRequest request = new Merges(shop).of(ada, eve);
        List<Callable<Object>> calls = new ArrayList<>();
        for (HoldId hold : List.of(captured, released, captured, released)) {
            ExternalKey key = shop.key();
            calls.add(
                    hold.equals(captured)
                            ? () -> shop.membership().holding().capture(CaptureRequest.of(hold, key))
                            : () -> shop.membership().holding().release(hold, key));
        }
        calls.add(2, () -> shop.membership().merging().merge(request));

        List<Object> results = Tills.atOnce(calls);

        assertThat(results.get(2)).isInstanceOf(MergeResult.Merged.class);
        assertThat(results).filteredOn(CaptureResult.Captured.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(HoldResult.Released.class::isInstance).hasSize(1);
        assertThat(shop.available(into)).isEqualTo(Points.of(30));
        assertThat(shop.balance(from).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R55", "B30"})
    void whoever_comes_to_a_family_while_being_merged_does_not_stay_there_as_somebody_else() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            MemberId ada = shop.member();
            MemberId eve = shop.member();
            AccountId family = shop.account(shop.member(), Shop.CLUB);
            shop.membership().sharing().become(family, AccountType.FAMILY);
            AccountId own = round % 2 == 0 ? shop.account(eve, Shop.CLUB) : null;
            if (own != null) {
                shop.give(own, 10);
            }
            ExternalKey key = shop.key();
            MergeRequest request = new Merges(shop).of(ada, eve);

            List<Object> results = Tills.atOnce(List.of(
                    () -> shop.membership().merging().merge(request),
                    () -> own == null
                            ? shop.membership().sharing().join(family, eve)
                            : shop.membership().sharing().pool(new PoolingRequest(own, family, key))));

            List<MemberId> sharing = shop.membership().sharing().members(family);
            assertThat(results.get(0)).isInstanceOf(MergeResult.Merged.class);
            assertThat(sharing).as("%s", results).doesNotContain(eve);
            AccountId account = sharing.contains(ada) ? family : own;
            if (own != null) {
                assertThat(shop.available(account)).isEqualTo(Points.of(10));
            }
        }
        assertThat(shop.violations()).isEmpty();
    }

    private HoldId place(AccountId account, long points) {
        HoldRequest request = HoldRequest.of(account, Points.of(points), shop.key());
        return ((HoldResult.Held) shop.membership().holding().place(request))
                .hold()
                .id();
    }

    private CustomerId stranger() {
        return shop.storage().inUnitOfWork(stores -> {
            Customer customer = AnyCustomer.anyCustomer();
            stores.customers().add(customer);
            return customer.id();
        });
    }

    private CustomerId read(CustomerId id) {
        return shop.membership().customers().find(id).orElseThrow().id();
    }
}
