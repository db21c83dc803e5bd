package org.openmembership.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.blocking.BlockResult.Blocked;
import org.openmembership.blocking.BlockResult.Refused;
import org.openmembership.blocking.BlockResult.Unblocked;
import org.openmembership.blocking.Cascade.Part;
import org.openmembership.card.CardNumber;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.identification.IdentificationResult.NotIdentified;
import org.openmembership.identification.IdentificationResult.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserId;

class BlockingTest extends ShopTest {
    private static final ReasonCode LOST = ReasonCode.of("LOST");
    private static final ReasonCode ABUSE = ReasonCode.of("ABUSE");
    private static final CardNumber CARD = CardNumber.of("4000-0001");
    private static final CardNumber OTHER = CardNumber.of("4000-0002");

    private MemberId member;
    private AccountId account;

    @BeforeEach
    void hand_out_two_cards() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        member = shop.member();
        account = shop.account(member, Shop.CLUB);
        shop.membership().cards().assign(CARD, account, member);
        shop.membership().cards().assign(OTHER, account, member);
    }

    @Test
    @Requirement({"B37", "R54"})
    void who_blocks_when_and_why_is_kept_and_the_first_reason_stands() {
        Membership clerk = shop.membership().as(Actor.staff("clerk-1"));
        Block block =
                new Block(LOST, Actor.staff("clerk-1"), shop.time().instant().truncatedTo(ChronoUnit.MICROS));

        assertThat(clerk.blocking().block(account, LOST)).isEqualTo(new Blocked(block, false));
        assertThat(blocking().block(account, ABUSE)).isEqualTo(new Blocked(block, true));
        assertThat(clerk.blocking().block(CARD, LOST)).isEqualTo(new Blocked(block, false));
        assertThat(blocking().block(CARD, ABUSE)).isEqualTo(new Blocked(block, true));
        assertThat(clerk.blocking().block(member, LOST)).isEqualTo(new Blocked(block, false));
        assertThat(blocking().block(member, ABUSE)).isEqualTo(new Blocked(block, true));

        assertThat(shop.row(account).block()).contains(block);
        assertThat(shop.membership().cards().find(CARD).orElseThrow().block()).isEqualTo(block);
    }

    @Test
    @Requirement({"B37", "B20"})
    void where_a_club_lists_reasons_only_those_will_do() {
        shop.publish(club -> club.accounts(new AccountTerms(
                AccountTerms.Cards.DEFAULT,
                new AccountTerms.BlockReasons(Set.of(ABUSE), Set.of(ABUSE), Set.of(LOST)))));
        Refused notListed = new Refused(BlockResult.Reason.REASON_NOT_LISTED);

        assertThat(blocking().block(account, LOST)).isEqualTo(notListed);
        assertThat(blocking().block(member, LOST)).isEqualTo(notListed);
        assertThat(blocking().block(CARD, ABUSE)).isEqualTo(notListed);
        assertThat(blocking().block(account, ABUSE)).isInstanceOf(Blocked.class);
        assertThat(blocking().block(member, ABUSE)).isInstanceOf(Blocked.class);
        assertThat(blocking().block(CARD, LOST)).isInstanceOf(Blocked.class);
    }

    @Test
    void what_is_not_there_is_not_blocked() {
        Refused unknown = new Refused(BlockResult.Reason.UNKNOWN);

        assertThat(blocking().block(AccountId.of("none"), LOST)).isEqualTo(unknown);
        assertThat(blocking().block(MemberId.of("nobody"), LOST)).isEqualTo(unknown);
        assertThat(blocking().block(CardNumber.of("none"), LOST)).isEqualTo(unknown);
        assertThat(blocking().unblock(AccountId.of("none"), Cascade.ALL)).isEqualTo(unknown);
        assertThat(blocking().unblockPreview(AccountId.of("none"))).isEmpty();
    }

    @Test
    @Requirement("R54")
    void a_blocked_card_leaves_the_other_card_alone() {
        blocking().block(CARD, LOST);

        assertThat(byCard(CARD)).isEqualTo(new NotIdentified(Reason.BLOCKED));
        assertThat(byCard(OTHER)).isInstanceOf(IdentificationResult.Identified.class);
        assertThat(blocking().unblock(CARD)).isEqualTo(new Unblocked(BlockedAlong.NOTHING, false));
        assertThat(blocking().unblock(CARD)).isEqualTo(new Unblocked(BlockedAlong.NOTHING, true));
        assertThat(byCard(CARD)).isInstanceOf(IdentificationResult.Identified.class);
    }

    @Test
    @Requirement("R54")
    void a_blocked_member_is_not_identified_by_anything() {
        blocking().block(member, ABUSE);

        assertThat(byCard(CARD)).isEqualTo(new NotIdentified(Reason.BLOCKED));
        assertThat(shop.membership().identification().byMember(member)).isEqualTo(new NotIdentified(Reason.BLOCKED));
        blocking().unblock(member);
        assertThat(shop.membership().identification().byMember(member))
                .isInstanceOf(IdentificationResult.Identified.class);
    }

    @Test
    @Requirement("R54")
    void points_in_flight_still_post_whatever_is_blocked() {
        blocking().block(CARD, LOST);
        blocking().block(member, ABUSE);
        blocking().block(account, ABUSE);

        SaleResult sold = shop.membership()
                .sales()
                .record(AnyPurchase.anyPurchase(Buyer.card(CARD), shop.time().instant(), "10"));

        assertThat(((SaleResult.Recorded) sold).clubs().get(0).points().isPositive())
                .isTrue();
        assertThat(shop.redeem(account, 1)).isInstanceOf(RedemptionResult.Refused.class);
    }

    @Test
    @Requirement({"B38", "R54"})
    void unblocking_an_account_asks_what_goes_along_and_forces_nothing() {
        UserId login = blockEverything();
        BlockedAlong everything = new BlockedAlong(List.of(CARD, OTHER), List.of(member), List.of(login));

        assertThat(blocking().unblockPreview(account)).contains(everything);
        assertThat(blocking().unblock(account, Cascade.NONE)).isEqualTo(new Unblocked(BlockedAlong.NOTHING, false));
        assertThat(shop.row(account).block()).isEmpty();
        assertThat(blocking().unblockPreview(account)).contains(everything);

        assertThat(blocking().unblock(account, Cascade.of(Part.CARDS)))
                .isEqualTo(new Unblocked(new BlockedAlong(List.of(CARD, OTHER), List.of(), List.of()), true));
        assertThat(blocking().unblock(account, Cascade.ALL))
                .isEqualTo(new Unblocked(new BlockedAlong(List.of(), List.of(member), List.of(login)), true));
        assertThat(blocking().unblockPreview(account)).contains(BlockedAlong.NOTHING);
        assertThat(byCard(CARD)).isInstanceOf(IdentificationResult.Identified.class);
        assertThat(shop.membership().users().find(login).orElseThrow().enabled())
                .isTrue();
    }

    @Test
    @Requirement({"B38", "R54"})
    void everything_may_go_along_at_once() {
        blockEverything();

        Unblocked unblocked = (Unblocked) blocking().unblock(account, Cascade.ALL);

        assertThat(unblocked.repeated()).isFalse();
        assertThat(blocking().unblockPreview(account)).contains(BlockedAlong.NOTHING);
        assertThat(shop.redeem(account, 1)).isInstanceOf(RedemptionResult.Refused.class);
        shop.give(account, 5);
        assertThat(shop.spend(account, 5).points()).isEqualTo(Points.of(-5));
    }

    @Test
    @Requirement("R20")
    void a_till_blocks_and_only_who_may_switches_logins_on() {
        Membership till = shop.membership().as(Actor.till("till-7"));
        Membership clerk = shop.membership().as(Actor.staff("clerk-1"));

        assertThat(till.blocking().block(CARD, LOST)).isInstanceOf(Blocked.class);
        assertThatThrownBy(() -> till.blocking().unblock(CARD)).isInstanceOf(PermissionDeniedException.class);
        assertThat(clerk.blocking().unblock(CARD)).isInstanceOf(Unblocked.class);
        assertThatThrownBy(() -> clerk.blocking().unblock(account, Cascade.ALL))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(clerk.blocking().unblock(account, Cascade.of(Part.CARDS, Part.MEMBERS)))
                .isInstanceOf(Unblocked.class);
    }

    private UserId blockEverything() {
        UserId login = shop.storage()
                .read(stores -> stores.accounts().usersOf(account))
                .get(0)
                .id();
        shop.membership().users().disable(login);
        blocking().block(CARD, LOST);
        blocking().block(OTHER, LOST);
        blocking().block(member, ABUSE);
        blocking().block(account, ABUSE);
        return login;
    }

    private IdentificationResult byCard(CardNumber card) {
        return shop.membership().identification().byCard(card);
    }

    private Blocking blocking() {
        return shop.membership().blocking();
    }
}
