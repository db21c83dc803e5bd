package org.openmembership.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.MembershipBuilder;
import org.openmembership.account.AccountType;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.erasure.ErasureRequestResult.AlreadyErased;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureRequestResult.UnknownPerson;
import org.openmembership.erasure.ErasureResult.Blocked;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.HolderAnswer;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.privacy.Person;
import org.openmembership.privacy.PersonalDataHolder;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Plan, blockers, execute, receipt, on every storage. */
@Requirement({"R17", "C35", "B65"})
final class ErasuresTest extends ShopTest {
    private static final ReasonCode ASKED = ReasonCode.of("ASKED");

    private final List<String> orders = new ArrayList<>();
    private final Baskets baskets = new Baskets();

    @Test
    void a_plan_says_what_would_go_and_changes_nothing() {
        PlantedPerson person = planted();
        orders.add("order-1");

        ErasurePlan plan = person.membership.erasures().plan(person.member).orElseThrow();

        assertThat(plan.records().customers()).containsExactlyInAnyOrder(person.imported, person.created);
        assertThat(plan.records().users()).containsExactly(person.user);
        assertThat(plan.accounts())
                .containsExactly(new ErasedAccount(
                        person.account, Shop.CLUB, ErasedAccount.Outcome.CLOSED, Points.of(100), null));
        assertThat(plan.blockers()).containsExactly(new Blocker(Blocker.Kind.OPEN_ORDER, "order-1"));
        assertThat(plan.holders()).isEqualTo(Map.of("BASKETS", 2L));
        assertThat(person.membership.erasures().plan(person.created)).contains(plan);
        assertThat(person.membership.erasures().plan(CustomerId.of("nobody"))).isEmpty();
        assertThat(baskets.erased).isZero();
    }

    @Test
    @Requirement({"I19", "R21"})
    void an_account_nobody_else_shares_is_closed_and_one_entry_writes_off_what_is_open() {
        PlantedPerson person = planted();
        Points before = sum();

        Erasure receipt = erased(person);

        assertThat(receipt.done().accounts())
                .containsExactly(new ErasedAccount(
                        person.account, Shop.CLUB, ErasedAccount.Outcome.CLOSED, Points.of(100), null));
        assertThat(shop.row(person.account).isClosed()).isTrue();
        assertThat(shop.balance(person.account).booked()).isEqualTo(Points.ZERO);
        List<PointEntry> history = shop.history(person.account);
        PointEntry last = history.get(history.size() - 1);
        assertThat(last.kind()).isEqualTo(EntryKind.NEGATIVE_ADJUSTMENT);
        assertThat(last.points()).isEqualTo(Points.of(-100));
        assertThat(last.cause().origin().reason()).isEqualTo(ReasonCode.of("ERASURE"));
        assertThat(sum()).isEqualTo(before.minus(Points.of(100)));
        assertThat(shop.redeem(person.account, 1)).asString().contains("CLOSED");
    }

    @Test
    @Requirement({"I19", "R55"})
    void an_account_that_others_share_stays_with_them_and_its_points() {
        PlantedPerson person = planted();
        MemberId grace = shop.member();
        shop.membership().sharing().become(person.account, AccountType.FAMILY);
        shop.membership().sharing().join(person.account, grace);
        Points before = sum();

        Erasure receipt = erased(person);

        assertThat(receipt.done().accounts())
                .containsExactly(
                        new ErasedAccount(person.account, Shop.CLUB, ErasedAccount.Outcome.LEFT, Points.ZERO, grace));
        assertThat(shop.row(person.account).owner().mainMember()).isEqualTo(grace);
        assertThat(shop.row(person.account).isClosed()).isFalse();
        assertThat(shop.membership().sharing().members(person.account)).containsExactly(grace);
        assertThat(shop.available(person.account)).isEqualTo(Points.of(100));
        assertThat(sum()).isEqualTo(before);
    }

    @Test
    void a_second_erasure_changes_nothing_and_answers_with_the_same_receipt() {
        PlantedPerson person = planted();
        Erasure receipt = erased(person);

        assertThat(person.membership.erasures().execute(receipt.id())).isEqualTo(new Erased(receipt, true));
        assertThat(person.membership.erasures().request(person.member, ASKED, IdentityProof.SIGNED_IN))
                .isEqualTo(new AlreadyErased(receipt));
        assertThat(person.membership.erasures().request(person.created, ASKED, IdentityProof.SIGNED_IN))
                .isEqualTo(new AlreadyErased(receipt));
        assertThat(person.membership.erasures().find(receipt.id())).contains(receipt);
        assertThat(baskets.erased).isEqualTo(1);
    }

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
    void a_holder_that_fails_leaves_the_receipt_open_and_is_asked_again() {
        PlantedPerson person = planted();
        baskets.broken = true;

        Erasure open = erased(person);

        assertThat(open.isComplete()).isFalse();
        assertThat(open.holders()).singleElement().satisfies(answer -> {
            assertThat(answer.state()).isEqualTo(HolderAnswer.State.OPEN);
            assertThat(answer.attempts()).isEqualTo(1);
        });
        assertThat(person.membership.customers().find(person.created)).isEmpty();

        baskets.broken = false;
        Erasure done = ((Erased) person.membership.erasures().execute(open.id())).receipt();
        assertThat(done.isComplete()).isTrue();
        assertThat(done.holders()).singleElement().satisfies(answer -> {
            assertThat(answer.records()).isEqualTo(2);
            assertThat(answer.attempts()).isEqualTo(2);
        });
        assertThat(person.membership.erasures().execute(open.id())).isEqualTo(new Erased(done, true));
    }

    @Test
    void nobody_is_taken_over_again() {
        byte[] key = new byte[32];
        PlantedPerson person =
                PlantedPerson.in(shop, builder -> ports(builder).erasure(ErasurePolicy.DEFAULT.rememberingEmails(key)));
        erased(person);

        var again = person.importAgain("other-reference", "someone.else@example.org");
        assertThat(again.erased()).isFalse();
        assertThat(person.importAgain(person.reference.value(), "someone.else@example.org")
                        .erased())
                .isTrue();
        var byEmail = person.importAgain("third-reference", PlantedPerson.EMAIL);
        assertThat(byEmail.erased()).isTrue();
        assertThat(person.membership.customers().find(byEmail.customer())).isEmpty();
    }

    @Test
    void nothing_of_an_email_stays_unless_the_host_wants_it() {
        PlantedPerson person = planted();
        erased(person);

        assertThat(person.importAgain("third-reference", PlantedPerson.EMAIL).erased())
                .isFalse();
    }

    @Test
    void a_customer_who_is_no_member_goes_alone() {
        PlantedPerson person = planted();
        CustomerId alone = customer();

        Requested asked = (Requested) person.membership.erasures().request(alone, ASKED, IdentityProof.IN_WRITING);
        assertThat(person.membership.erasures().request(alone, ASKED, IdentityProof.IN_WRITING))
                .isEqualTo(new Requested(asked.erasure(), true));
        shop.time().advance(Duration.ofDays(8));
        Erasure receipt =
                ((Erased) person.membership.erasures().execute(asked.erasure().id())).receipt();

        assertThat(receipt.done().records().customers()).containsExactly(alone);
        assertThat(receipt.done().records().members()).isEmpty();
        assertThat(person.membership.customers().find(person.created)).isPresent();
        assertThat(person.membership.erasures().request(CustomerId.of("nobody"), ASKED, IdentityProof.IN_WRITING))
                .isEqualTo(new UnknownPerson());
        assertThat(person.membership.erasures().execute(ErasureId.of("nothing")))
                .isEqualTo(new ErasureResult.UnknownErasure());
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

    private PlantedPerson planted() {
        return PlantedPerson.in(shop, this::ports);
    }

    private MembershipBuilder ports(MembershipBuilder builder) {
        UnaryOperator<MembershipBuilder> more =
                given -> given.openOrders(person -> orders).personalDataHolder(baskets);
        return more.apply(builder);
    }

    private ErasureId requested(PlantedPerson person) {
        Requested asked =
                (Requested) person.membership.erasures().request(person.member, ASKED, IdentityProof.SIGNED_IN);
        return asked.erasure().id();
    }

    private Erasure erased(PlantedPerson person) {
        ErasureId id = requested(person);
        shop.time().advance(Duration.ofDays(8));
        return ((Erased) person.membership.erasures().execute(id)).receipt();
    }

    private CustomerId customer() {
        CustomerForm form = CustomerForm.builder().name("Al", "One").build();
        return ((CreationResult.Created)
                        shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form))
                .customer()
                .id();
    }

    /** What all entries of the club come to. */
    private Points sum() {
        return shop.storage().read(stores -> stores.ledger().totals(Shop.CLUB)).values().stream()
                .map(total -> total.points())
                .reduce(Points.ZERO, Points::plus);
    }

    /** A holder of the host's: two records of everybody, which go once. */
    private static final class Baskets implements PersonalDataHolder {
        private boolean broken;
        private int erased;

        @Override
        public String code() {
            return "BASKETS";
        }

        @Override
        public long plan(Person person) {
            return 2;
        }

        @Override
        public long erase(Person person) {
            if (broken) {
                throw new IllegalStateException("no connection");
            }
            erased++;
            return 2;
        }
    }
}
