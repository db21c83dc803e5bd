package org.openmembership.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.cards.CardResult.Reason;
import org.openmembership.cards.CardResult.Refused;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.CaptureResult;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.Lot;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;

/** A card without a person, shown by somebody who has an account in the club: the ledger is audited after each test. */
@Requirement({"R16", "R55"})
final class CardUnionTest extends ShopTest {
    private static final CardNumber CARD = CardNumber.of("4000-0001");
    private static final CardNumber NEXT = CardNumber.of("4000-0002");

    private AccountId nobodys;
    private AccountId own;
    private MemberId ada;

    @BeforeEach
    void a_card_without_a_person_and_a_member_with_an_account() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        nobodys =
                ((Assigned) cards().register(CARD, Shop.CLUB)).card().account().orElseThrow();
        ada = shop.member();
        own = shop.account(ada, Shop.CLUB);
    }

    @Test
    @Requirement({"I10", "I20", "R23"})
    void points_come_lot_by_lot_with_their_dates_and_none_is_lost() {
        buy("30");
        shop.time().set("2026-03-09T12:00:00Z");
        buy("12");
        shop.spend(nobodys, 5);
        shop.give(own, 100);
        List<Lot.Life> lives = lives(nobodys);

        Assigned taken = (Assigned) cards().takeOver(CARD, ada);

        assertThat(taken.repeated()).isFalse();
        assertThat(taken.card().account()).contains(own);
        assertThat(taken.card().carrier()).isEqualTo(ada);
        assertThat(shop.available(own)).isEqualTo(Points.of(137));
        assertThat(shop.available(nobodys)).isEqualTo(Points.ZERO);
        assertThat(lives(own)).containsAll(lives).hasSize(3);
        assertThat(shop.row(nobodys).isClosed()).isTrue();
        assertThat(shop.history(own))
                .filteredOn(entry -> entry.kind() == EntryKind.MERGE_IN)
                .hasSize(1);
    }

    @Test
    @Requirement("R27")
    void it_happens_once() {
        buy("30");
        Assigned first = (Assigned) cards().takeOver(CARD, ada);

        assertThat(cards().takeOver(CARD, ada)).isEqualTo(new Assigned(first.card(), true));
        assertThat(cards().takeOver(CARD, shop.member())).isEqualTo(new Refused(Reason.TAKEN));
        assertThat(shop.available(own)).isEqualTo(Points.of(30));
    }

    @Test
    @Requirement("B33")
    void the_card_identifies_the_member_who_collects_with_it_from_then_on() {
        Purchase before = buy("30");
        cards().takeOver(CARD, ada);
        buy("4");

        assertThat(((Identified) shop.membership().identification().byCard(CARD)).member())
                .isEqualTo(ada);
        assertThat(shop.available(own)).isEqualTo(Points.of(34));
        KeptPurchase kept = shop.storage()
                .read(stores -> stores.purchases().find(before.key()))
                .orElseThrow();
        assertThat(kept.member()).isEqualTo(new KeptPurchase.Owner(ada, false));
    }

    @Test
    void a_card_without_points_comes_along_with_those_it_replaced() {
        cards().replace(CARD, NEXT, ReasonCode.of("LOST"));

        assertThat(cards().takeOver(NEXT, ada)).isInstanceOf(Assigned.class);

        assertThat(cards().of(own)).hasSize(2);
        assertThat(cards().of(nobodys)).isEmpty();
        assertThat(shop.history(own)).isEmpty();
    }

    @Test
    @Requirement("R29")
    void points_that_are_held_come_with_their_hold_which_is_captured_under_its_name() {
        buy("30");
        HoldRequest request = HoldRequest.of(nobodys, Points.of(10), shop.key());
        HoldId hold = new HoldId(nobodys, request.key());
        assertThat(shop.membership().holding().place(request)).isInstanceOf(HoldResult.Held.class);

        assertThat(cards().takeOver(CARD, ada)).isInstanceOf(Assigned.class);

        assertThat(shop.available(own)).isEqualTo(Points.of(20));
        assertThat(shop.membership().holding().inForce(own))
                .extracting(Hold::id)
                .containsExactly(hold);
        CaptureRequest part = CaptureRequest.of(hold, shop.key()).only(Points.of(4));
        assertThat(shop.membership().holding().capture(part)).isInstanceOf(CaptureResult.Captured.class);
        assertThat(shop.available(own)).isEqualTo(Points.of(26));
        assertThat(shop.balance(nobodys).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void a_debt_comes_along_and_is_repaid() {
        shop.owe(nobodys, 30);
        shop.give(own, 100);

        assertThat(cards().takeOver(CARD, ada)).isInstanceOf(Assigned.class);

        assertThat(shop.available(own)).isEqualTo(Points.of(70));
    }

    private Purchase buy(String amount) {
        Purchase purchase =
                AnyPurchase.anyPurchase(Buyer.card(CARD), shop.time().instant(), amount);
        shop.membership().sales().record(purchase);
        return purchase;
    }

    private List<Lot.Life> lives(AccountId account) {
        return shop.lots(account).stream().map(Lot::life).toList();
    }

    private Cards cards() {
        return shop.membership().cards();
    }
}
