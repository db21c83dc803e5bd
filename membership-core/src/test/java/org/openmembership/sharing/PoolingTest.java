package org.openmembership.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ExpiryRule;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.member.MemberId;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.sharing.PoolingResult.KeyReused;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.sharing.PoolingResult.Refused;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** A member's own account becomes part of a family's, on every storage. */
@Requirement({"B30", "R55"})
final class PoolingTest extends ShopTest {
    private MemberId ada;
    private MemberId grace;
    private AccountId family;
    private AccountId own;

    @BeforeEach
    void a_family_and_somebody_with_an_account_of_her_own() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofMonths(3))));
        ada = shop.member();
        grace = shop.member();
        family = shop.account(ada, Shop.CLUB);
        own = shop.account(grace, Shop.CLUB);
        sharing().become(family, AccountType.FAMILY);
    }

    @AfterEach
    void every_invariant_holds() {
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    void the_points_come_with_their_dates_and_both_spend_from_them() {
        shop.give(family, 10);
        shop.give(own, 20);
        Lot.Life first = shop.lots(own).get(0).life();
        shop.time().advance(Duration.ofDays(40));
        shop.give(own, 30);

        Pooled pooled = pooled(shop.key());

        assertThat(pooled.account()).isEqualTo(family);
        assertThat(pooled.brought()).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.MERGE_IN);
            assertThat(entry.points()).isEqualTo(Points.of(50));
        });
        assertThat(shop.lots(family)).hasSize(3).extracting(Lot::life).contains(first);
        assertThat(sharing().members(family)).containsExactly(ada, grace);
        assertThat(asMember(grace).redemption().redeem(family, Points.of(55), shop.key()))
                .isInstanceOf(RedemptionResult.Redeemed.class);
        assertThat(shop.row(own).isClosed()).isTrue();
        assertThat(shop.balance(own).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R23")
    void a_debt_comes_along_too() {
        shop.give(family, 10);
        shop.owe(own, 15);

        pooled(shop.key());

        assertThat(shop.available(family)).isEqualTo(Points.of(-5));
        assertThat(shop.balance(family).debt()).isEqualTo(Points.of(5));
    }

    @Test
    @Requirement("B30")
    void cards_come_along_and_are_blocked_when_the_member_leaves() {
        CardNumber card = CardNumber.of("4000-0001");
        shop.membership().cards().assign(card, own, grace);
        shop.give(own, 20);
        pooled(shop.key());

        assertThat(((IdentificationResult.Identified) identified(card))
                        .accounts()
                        .get(0)
                        .account())
                .isEqualTo(family);
        sharing().leave(family, grace);

        assertThat(identified(card)).isInstanceOf(IdentificationResult.NotIdentified.class);
        AccountId again = shop.account(grace, Shop.CLUB);
        assertThat(again).isNotIn(family, own);
        assertThat(shop.available(again)).isEqualTo(Points.ZERO);
        assertThat(shop.available(family)).isEqualTo(Points.of(20));
    }

    @Test
    @Requirement({"R27", "I8", "I29"})
    void a_repeat_answers_as_before_also_where_there_were_no_points() {
        ExternalKey key = shop.key();
        PoolingRequest other = new PoolingRequest(shop.account(), family, key);

        assertThat(pooled(key).brought()).isEmpty();
        assertThat(pooled(key)).isEqualTo(new Pooled(family, List.of(), true));
        assertThat(sharing().pool(other)).isInstanceOf(KeyReused.class);
        assertThat(sharing().lookup(family, key)).contains(new Pooled(family, List.of(), true));
        assertThat(sharing().lookup(family, shop.key())).isEmpty();
        assertThat(pool(shop.key())).isEqualTo(new Refused(PoolingRefusal.CLOSED, false));
    }

    @Test
    @Requirement({"R27", "I8"})
    void a_repeat_finds_the_entries_again_and_a_refusal_stands() {
        shop.give(own, 20);
        ExternalKey refused = shop.key();
        ExternalKey done = shop.key();
        shop.block(own);
        assertThat(pool(refused)).isEqualTo(new Refused(PoolingRefusal.BLOCKED, false));
        shop.unblock(own);

        assertThat(pool(refused)).isEqualTo(new Refused(PoolingRefusal.BLOCKED, true));
        Pooled first = pooled(done);
        assertThat(pooled(done)).isEqualTo(new Pooled(family, first.brought(), true));
        assertThat(shop.available(family)).isEqualTo(Points.of(20));
    }

    @Test
    @Requirement({"B4", "R54"})
    void every_hindrance_is_told_and_nothing_moves() {
        shop.give(own, 20);
        AccountId elsewhere = shop.account(grace, shop.anotherClub("tea"));
        AccountId single = shop.account();
        AccountId company = shop.account();
        AccountId shared = shop.account();
        sharing().become(company, AccountType.COMPANY);
        sharing().become(shared, AccountType.FAMILY);
        sharing().join(shared, shop.member());

        assertThat(reason(elsewhere, family)).isEqualTo(PoolingRefusal.OTHER_CLUB);
        assertThat(reason(own, single)).isEqualTo(PoolingRefusal.PRIVATE);
        assertThat(reason(own, company)).isEqualTo(PoolingRefusal.COMPANY);
        assertThat(reason(company, family)).isEqualTo(PoolingRefusal.COMPANY);
        assertThat(reason(shared, family)).isEqualTo(PoolingRefusal.SHARED);
        assertThat(reason(AccountId.of("none"), family)).isEqualTo(PoolingRefusal.UNKNOWN_ACCOUNT);
        assertThat(reason(own, AccountId.of("none"))).isEqualTo(PoolingRefusal.UNKNOWN_ACCOUNT);
        shop.block(family);
        assertThat(reason(own, family)).isEqualTo(PoolingRefusal.BLOCKED);
        shop.closeAccount(company);
        assertThat(reason(own, company)).isEqualTo(PoolingRefusal.CLOSED);
        assertThat(shop.available(own)).isEqualTo(Points.of(20));
        assertThatThrownBy(() -> sharing().pool(new PoolingRequest(own, own, shop.key())))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @Requirement("R20")
    void no_member_brings_the_points_of_another() {
        shop.give(own, 20);
        PoolingRequest request = new PoolingRequest(own, family, shop.key());

        for (MemberId member : List.of(ada, grace)) {
            assertThatThrownBy(() -> asMember(member).sharing().pool(request))
                    .isInstanceOf(PermissionDeniedException.class);
        }
        assertThat(shop.available(own)).isEqualTo(Points.of(20));
    }

    @Test
    @Requirement({"R32", "I3", "B30"})
    void beside_tills_that_spend_from_both_accounts_nothing_is_lost_or_doubled() {
        shop.give(own, 100);
        shop.give(family, 100);
        ExternalKey key = shop.key();
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AccountId payer = i % 2 == 0 ? own : family;
            calls.add(() -> Together.patiently(() -> shop.redeem(payer, 10)));
            calls.add(() -> Together.patiently(() -> pool(key)));
        }

        long paid = Together.atOnce(calls).stream()
                .filter(RedemptionResult.Redeemed.class::isInstance)
                .count();

        assertThat(shop.available(family)).isEqualTo(Points.of(200 - 10 * paid));
        assertThat(shop.balance(own).booked()).isEqualTo(Points.ZERO);
        assertThat(sharing().members(family)).containsExactly(ada, grace);
        assertThat(((EnrolmentResult.Enrolled) shop.membership().enrolment().enrol(grace, Shop.CLUB))
                        .account()
                        .id())
                .isEqualTo(family);
    }

    private IdentificationResult identified(CardNumber card) {
        return shop.membership().identification().byCard(card);
    }

    private PoolingResult pool(ExternalKey key) {
        return sharing().pool(new PoolingRequest(own, family, key));
    }

    private Pooled pooled(ExternalKey key) {
        PoolingResult result = pool(key);
        assertThat(result).isInstanceOf(Pooled.class);
        return (Pooled) result;
    }

    private PoolingRefusal reason(AccountId from, AccountId into) {
        return ((Refused) sharing().pool(new PoolingRequest(from, into, shop.key()))).reason();
    }

    private Sharing sharing() {
        return shop.membership().sharing();
    }

    private Membership asMember(MemberId member) {
        return shop.membership().as(Actor.member(member.value()));
    }
}
