package org.openmembership.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountType;
import org.openmembership.customer.CustomerId;
import org.openmembership.erasure.ErasureRequestResult.AlreadyErased;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureRequestResult.UnknownPerson;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.privacy.ErasedAccount;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.HolderAnswer;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** Plan, execute, receipt, on every storage. */
@Requirement({"R17", "C35", "B65"})
final class ErasuresTest extends ErasureStage {
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

    /** What all entries of the club come to. */
    private Points sum() {
        return shop.storage().read(stores -> stores.ledger().totals(Shop.CLUB)).values().stream()
                .map(total -> total.points())
                .reduce(Points.ZERO, Points::plus);
    }
}
