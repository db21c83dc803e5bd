package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.expiry.ExpiryResult;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.CaptureResult;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SaleReceipt;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.statement.Statement;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;
import org.openmembership.transfer.TransferResult;

/** Any number of tills against one database: no double spend, no lost update, no deadlock that a till sees (R32). */
@Requirement({"R32", "F14"})
class RaceTest extends ShopTest {

    @Test
    @Requirement({"I3", "S23"})
    void exactly_as_many_redemptions_succeed_as_there_are_points_for() throws InterruptedException {
        AccountId account = shop.account();
        for (int i = 0; i < 10; i++) {
            shop.give(account, 10);
        }
        Membership otherNode = shop.over(shop.storage(), "b-").open();

        List<RedemptionResult> results =
                Tills.atOnce(till -> Tills.patiently(() -> (till % 2 == 0 ? shop.membership() : otherNode)
                        .redemption()
                        .redeem(account, Points.of(7), ExternalKey.of("till-" + till, "1"))));
        List<RedemptionResult> more = Tills.atOnce(till -> Tills.patiently(() ->
                shop.membership().redemption().redeem(account, Points.of(7), ExternalKey.of("till-" + till, "2"))));

        assertThat(results).filteredOn(Redeemed.class::isInstance).hasSize(14);
        assertThat(results)
                .filteredOn(Refused.class::isInstance)
                .hasSize(2)
                .allSatisfy(refused ->
                        assertThat(((Refused) refused).why().reason()).isEqualTo(Reason.NOT_ENOUGH_POINTS));
        assertThat(more).hasOnlyElementsOfType(Refused.class);
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(2), Points.of(2), Points.ZERO));
    }

    @Test
    @Requirement({"R29", "I3"})
    void holds_and_redemptions_together_never_exceed_what_is_there() throws InterruptedException {
        AccountId account = shop.account();
        for (int i = 0; i < 10; i++) {
            shop.give(account, 10);
        }
        Membership otherNode = shop.over(shop.storage(), "b-").open();

        List<Boolean> granted = Tills.atOnce(till -> Tills.patiently(() -> {
            Membership membership = till % 2 == 0 ? shop.membership() : otherNode;
            ExternalKey key = ExternalKey.of("till-" + till, "1");
            return till % 3 == 0
                    ? membership.redemption().redeem(account, Points.of(7), key) instanceof Redeemed
                    : membership.holding().place(HoldRequest.of(account, Points.of(7), key)) instanceof HoldResult.Held;
        }));

        assertThat(granted).filteredOn(done -> done).hasSize(14);
        assertThat(shop.available(account)).isEqualTo(Points.of(2));
        List<Hold> holds = shop.membership().holding().inForce(account);
        List<Boolean> ended = Tills.atOnce(till -> Tills.patiently(() -> {
            HoldId hold = holds.get(till / 2 % holds.size()).id();
            ExternalKey key = ExternalKey.of("till-" + till, "2");
            return till % 2 == 0
                    ? shop.membership().holding().capture(CaptureRequest.of(hold, key))
                            instanceof CaptureResult.Captured
                    : otherNode.holding().release(hold, key) instanceof HoldResult.Released;
        }));
        assertThat(ended).filteredOn(done -> done).hasSize(Math.min(8, holds.size()));
    }

    @Test
    @Requirement("F7")
    void crossed_and_circular_transfers_all_come_to_an_end() throws InterruptedException {
        List<AccountId> accounts = List.of(shop.account(), shop.account(), shop.account());
        accounts.forEach(account -> shop.give(account, 1_000));

        List<TransferResult> results = Tills.atOnce(till -> {
            TransferResult last = null;
            for (int i = 0; i < 5; i++) {
                AccountId from = accounts.get((till + i) % 3);
                AccountId to = accounts.get((till + i + 1 + till % 2) % 3);
                ExternalKey key = ExternalKey.of("till-" + till, Integer.toString(i));
                last = Tills.patiently(
                        () -> shop.membership().transfer().transfer(new TransferRequest(from, to, Points.of(3), key)));
                assertThat(last).isInstanceOf(TransferResult.Transferred.class);
            }
            return last;
        });

        assertThat(results).doesNotContainNull();
        Points sum = accounts.stream().map(shop::available).reduce(Points.ZERO, Points::plus);
        assertThat(sum).isEqualTo(Points.of(3_000));
    }

    @Test
    @Requirement({"R27", "I8"})
    void the_same_key_from_many_tills_has_one_effect_and_one_answer() throws InterruptedException {
        AccountId account = shop.account();
        shop.give(account, 100);
        ExternalKey key = shop.key();

        List<RedemptionResult> results = Tills.atOnce(
                till -> Tills.patiently(() -> shop.membership().redemption().redeem(account, Points.of(40), key)));

        assertThat(results)
                .filteredOn(result -> !((Redeemed) result).repeated())
                .hasSize(1);
        assertThat(results)
                .extracting(result -> ((Redeemed) result).entry())
                .containsOnly(shop.history(account).get(1));
        assertThat(shop.available(account)).isEqualTo(Points.of(60));
    }

    @Test
    @Requirement("R27")
    void the_same_key_on_two_accounts_belongs_to_one_of_them() throws InterruptedException {
        List<AccountId> accounts = List.of(shop.account(), shop.account());
        accounts.forEach(account -> shop.give(account, 100));
        ExternalKey key = shop.key();

        List<RedemptionResult> results = Tills.atOnce(till -> Tills.patiently(
                () -> shop.membership().redemption().redeem(accounts.get(till % 2), Points.of(40), key)));

        assertThat(results).filteredOn(Redeemed.class::isInstance).hasSize(8);
        assertThat(results)
                .filteredOn(RedemptionResult.KeyReused.class::isInstance)
                .hasSize(8);
        assertThat(accounts.stream().map(shop::available).reduce(Points.ZERO, Points::plus))
                .isEqualTo(Points.of(160));
    }

    @Test
    @Requirement("I7")
    void two_nodes_that_expire_at_once_write_each_lot_off_once() throws InterruptedException {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10))));
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            AccountId account = shop.account();
            accounts.add(account);
            shop.give(account, 3);
            shop.give(account, 4);
        }
        shop.time().set("2026-04-01T12:00:00Z");
        List<Membership> nodes =
                List.of(shop.membership(), shop.over(shop.storage(), "b-").open());

        List<ExpiryResult> results = Tills.atOnce(
                till -> Tills.patiently(() -> nodes.get(till % 2).expiry().run(Shop.CLUB, Progress.NONE)));

        assertThat(results.stream().mapToLong(ExpiryResult::lots).sum()).isEqualTo(40);
        assertThat(accounts)
                .allSatisfy(account -> assertThat(shop.history(account))
                        .filteredOn(entry -> entry.kind() == EntryKind.EXPIRY)
                        .hasSize(2));
    }

    @Test
    @Requirement("I30")
    void a_statement_read_while_tills_post_is_consistent() throws InterruptedException {
        AccountId account = shop.account();
        ConcurrentLinkedQueue<Statement> read = new ConcurrentLinkedQueue<>();

        Tills.atOnce(till -> {
            for (int i = 0; i < 4; i++) {
                if (till % 4 == 0) {
                    read.add(Tills.patiently(() -> statement(account)));
                } else {
                    Tills.patiently(() -> shop.give(account, 1));
                }
            }
            return till;
        });

        assertThat(read).allSatisfy(statement -> {
            Points sum = statement.period().entries().stream()
                    .map(PointEntry::points)
                    .reduce(Points.ZERO, Points::plus);
            assertThat(statement.now().balance().booked()).isEqualTo(sum);
            assertThat(statement.period().closing()).isEqualTo(sum);
        });
        assertThat(shop.available(account)).isEqualTo(Points.of(48));
    }

    @Test
    @Requirement({"I30", "B39"})
    void a_receipt_printed_while_tills_post_is_consistent() throws InterruptedException {
        AccountId account = shop.account();
        shop.give(account, 100);
        ConcurrentLinkedQueue<SaleReceipt> read = new ConcurrentLinkedQueue<>();

        Tills.atOnce(till -> {
            for (int i = 0; i < 4; i++) {
                ExternalKey key = ExternalKey.of("till-" + till, "r" + i);
                Tills.patiently(() -> shop.membership().redemption().redeem(account, Points.of(1), key));
                Tills.patiently(() -> shop.give(account, 2));
                read.add(Tills.patiently(() -> shop.membership()
                        .statements()
                        .receipt(key)
                        .orElseThrow()
                        .receipt()));
            }
            return till;
        });

        assertThat(read).hasSize(64).allSatisfy(receipt -> {
            SaleReceipt.ClubPart part = receipt.clubs().get(0);
            assertThat(part.moved().own().used()).isEqualTo(Points.of(1));
            assertThat(part.moved().before().minus(Points.of(1)))
                    .isEqualTo(part.moved().after());
            assertThat(part.now().balance().booked())
                    .isEqualTo(part.now().balance().available());
        });
    }

    @Test
    @Requirement("R55")
    void a_member_who_is_enrolled_many_times_at_once_gets_one_account() throws InterruptedException {
        MemberId member = shop.member();

        List<EnrolmentResult> results = Tills.atOnce(
                till -> Tills.patiently(() -> shop.membership().enrolment().enrol(member, Shop.CLUB)));

        Set<AccountId> accounts = new HashSet<>();
        results.forEach(result ->
                accounts.add(((EnrolmentResult.Enrolled) result).account().id()));
        assertThat(accounts).hasSize(1);
        assertThat(results)
                .filteredOn(result -> !((EnrolmentResult.Enrolled) result).repeated())
                .hasSize(1);
    }

    private Statement statement(AccountId account) {
        return shop.membership()
                .statements()
                .of(account, shop.time().instant(), shop.time().instant().plusSeconds(1))
                .orElseThrow();
    }
}
