package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.Feature;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.club.Club;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.envoys.Envoys;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Recruits;
import org.openmembership.testkit.Requirement;

/** What envoys get of the sales of their recruits, on every storage. */
@Requirement({"A52", "R56"})
class EnvoyRewardTest extends SaleStage {
    private MemberId ada;
    private MemberId bob;
    private AccountId adas;
    private AccountId bobs;

    @BeforeEach
    void ada_has_recruited_bob_and_gets_a_quarter_of_what_he_earns() {
        Club club = club("beans").build();
        ada = shop.member();
        adas = account(ada, club);
        envoys().designate(ada, EnvoyForm.percent("25").forDays(30));
        bob = new Recruits(shop).of(ada, "bob");
        bobs = shop.account(bob, club.id());
    }

    @Test
    void the_envoy_gets_a_share_of_what_the_recruit_earns_rounded_by_the_club_and_nobody_else_does() {
        MemberId eve = shop.member();
        shop.account(eve, club("beans").build().id());

        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "70")));
        recorded(sale("r-2", Buyer.member(eve), line(1, "1", "900")));
        recorded(sale("r-3", Buyer.GUEST, line(1, "1", "900")));

        assertThat(shop.available(bobs)).isEqualTo(Points.of(7));
        assertThat(shop.history(adas)).singleElement().satisfies(entry -> {
            assertThat(entry.points()).isEqualTo(Points.of(1));
            assertThat(entry.kind()).isEqualTo(EntryKind.POSITIVE_ADJUSTMENT);
            assertThat(entry.cause().origin().reason()).isEqualTo(ReasonCode.of("ENVOY"));
        });
    }

    @Test
    @Requirement("R37")
    void the_entry_says_the_exact_share_and_how_it_was_rounded() {
        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "70")));

        PointEntry entry = shop.history(adas).get(0);

        assertThat(shop.membership()
                        .statements()
                        .explain(entry.id())
                        .orElseThrow()
                        .earning())
                .extracting(Explanation::sums, InstanceOfAssertFactories.list(Explanation.Sum.class))
                .singleElement()
                .satisfies(sum -> {
                    assertThat(sum.exact()).isEqualByComparingTo("1.75");
                    assertThat(sum.points()).isEqualTo(Points.of(1));
                });
    }

    @Test
    @Requirement("R27")
    void a_repeat_gives_nothing_again() {
        Purchase sale = sale("r-1", Buyer.member(bob), line(1, "1", "100"));
        recorded(sale);

        assertThat(recorded(sale).repeated()).isTrue();

        assertThat(shop.available(adas)).isEqualTo(Points.of(2));
        assertThat(shop.history(adas)).hasSize(1);
    }

    @Test
    @Requirement("R39")
    void partial_returns_take_back_the_difference_and_of_all_nothing_is_left() {
        recorded(sale("r-1", Buyer.member(bob), line(1, "3", "300")));
        assertThat(shop.available(adas)).isEqualTo(Points.of(7));

        recorded(sale("r-2", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)));
        assertThat(shop.available(adas)).isEqualTo(Points.of(5));
        recorded(sale("r-3", Buyer.GUEST, returned(1, "-1", "-100", "r-1", 1)));
        assertThat(shop.available(adas)).isEqualTo(Points.of(2));
        recorded(sale("r-4", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)));
        recorded(sale("r-5", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)));

        assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);
        assertThat(shop.balance(bobs).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R26")
    void what_the_envoy_has_spent_of_it_is_owed() {
        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "400")));
        shop.membership().redemption().redeem(adas, Points.of(8), key("p-1"));

        recorded(sale("r-2", Buyer.member(bob), returned(1, "-1", "-400", "r-1", 1)));

        assertThat(shop.balance(adas).debt()).isEqualTo(Points.of(8));
    }

    @Test
    void sales_and_returns_recorded_together_do_what_they_do_one_after_the_other() {
        shop.membership()
                .sales()
                .recordAll(List.of(
                        sale("r-1", Buyer.member(bob), line(1, "2", "200")),
                        sale("r-2", Buyer.member(bob), line(1, "1", "100")),
                        sale("r-3", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)),
                        sale("r-4", Buyer.member(ada), line(1, "1", "100"))));

        assertThat(shop.available(adas)).isEqualTo(Points.of(2 + 2 + 10));
    }

    @Test
    void after_the_benefits_period_and_before_the_tie_nothing_comes_of_it() {
        Instant tied = shop.time().instant();
        recorded(sale("before", Buyer.member(bob), tied.minusSeconds(1), line(1, "1", "100")));
        shop.time().set(tied.plus(Duration.ofDays(30)));
        recorded(sale("last", Buyer.member(bob), tied.plus(Duration.ofDays(30)).minusSeconds(1), line(1, "1", "100")));
        recorded(sale("over", Buyer.member(bob), line(1, "1", "100")));

        assertThat(shop.available(adas)).isEqualTo(Points.of(2));
    }

    @Test
    @Requirement("R28")
    void a_late_sale_brings_what_was_settled_at_its_own_time() {
        Instant then = shop.time().instant();
        shop.time().set(then.plus(Duration.ofDays(2)));
        envoys().settle(ada, EnvoyForm.percent("50"));

        recorded(sale("late", Buyer.member(bob), then.plus(Duration.ofDays(1)), line(1, "1", "100")));
        assertThat(shop.available(adas)).isEqualTo(Points.of(2));
        recorded(sale("now", Buyer.member(bob), line(1, "1", "100")));
        assertThat(shop.available(adas)).isEqualTo(Points.of(7));
    }

    @Test
    @Requirement("A53")
    void a_suspended_or_blocked_envoy_gets_nothing_and_gives_back_all_the_same() {
        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "100")));
        envoys().suspend(ada);
        recorded(sale("r-2", Buyer.member(bob), line(1, "1", "100")));
        recorded(sale("r-3", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)));
        assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);

        envoys().reactivate(ada);
        shop.block(adas);
        recorded(sale("r-4", Buyer.member(bob), line(1, "1", "100")));
        assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);

        shop.unblock(adas);
        shop.closeAccount(adas);
        recorded(sale("r-5", Buyer.member(bob), line(1, "1", "100")));
        assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("A25")
    void while_the_part_is_off_nothing_is_given() {
        Set<Feature> others = EnumSet.complementOf(EnumSet.of(Feature.ENVOYS));
        Sales off = shop.over(shop.storage(), "off-").features(others).open().sales();

        off.record(sale("r-1", Buyer.member(bob), line(1, "1", "100")));

        assertThat(shop.history(adas)).isEmpty();
    }

    @Test
    void nothing_is_given_on_an_account_that_envoy_and_recruit_share() {
        Club family = club("family").build();
        AccountId shared = account(ada, family);
        shop.membership().sharing().become(shared, AccountType.FAMILY);
        shop.membership().sharing().join(shared, bob);

        recorded(sale("r-1", Buyer.member(bob), line(1, "1", "100")));

        assertThat(shop.available(shared)).isEqualTo(Points.of(10));
        assertThat(shop.available(adas)).isEqualTo(Points.of(2));
    }

    @Test
    @Requirement("R40")
    void a_sale_that_is_claimed_or_given_to_somebody_else_brings_what_it_would_have() {
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));
        shop.membership().sales().claim(key("r-1"), bob);
        assertThat(shop.available(adas)).isEqualTo(Points.of(2));

        MemberId eve = shop.member();
        shop.account(eve, club("beans").build().id());
        shop.membership().assignment().change(key("r-1"), eve, key("a-1"));
        assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);
        shop.membership().assignment().change(key("r-1"), bob, key("a-2"));
        assertThat(shop.available(adas)).isEqualTo(Points.of(2));
    }

    @Test
    @Requirement("F13")
    void undoing_what_the_recruit_earned_undoes_what_is_left_of_the_share() {
        recorded(sale("r-1", Buyer.member(bob), line(1, "2", "200")));
        recorded(sale("r-2", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)));
        assertThat(shop.available(adas)).isEqualTo(Points.of(2));

        assertThat(shop.reverse(shop.history(bobs).get(0))).isInstanceOf(ReversalResult.Reversed.class);

        assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);
        recorded(sale("r-3", Buyer.member(bob), returned(1, "-1", "-100", "r-1", 1)));
        assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);
        assertThat(shop.balance(bobs).booked()).isEqualTo(Points.ZERO);
    }

    private Envoys envoys() {
        return shop.membership().envoys();
    }
}
