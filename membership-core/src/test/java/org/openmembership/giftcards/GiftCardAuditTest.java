package org.openmembership.giftcards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcards.PointsToCardResult.Redeemed;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Tampering;

/** What the auditor finds of gift cards and of the points that became money on them, on every storage. */
@Requirement("I21")
final class GiftCardAuditTest extends GiftCardStage {
    private AccountId account;
    private GiftCardId card;
    private Redeemed redeemed;

    @BeforeEach
    void points_have_become_money() {
        MemberId ada = shop.member();
        account = shop.account(ada, Shop.CLUB);
        card = digital("EUR 1.00", ada);
        shop.give(account, 1_000);
        redeemed = redeem("EUR 2.50");
        assertThat(shop.violations()).isEmpty();
    }

    /** What is planted here is no longer there for whoever looks next. */
    @AfterEach
    void the_shop_is_closed() {
        shop.close();
        shop = Shop.open(shop.engine());
    }

    @Test
    void money_for_points_that_nobody_took_is_found() {
        tampering().remove(redeemed.entry().id());

        assertFound(Invariant.GIFT_CARD_POINTS_PAIRED, card.value());
    }

    @Test
    void money_for_points_that_paid_for_something_else_is_found() {
        PointEntry spent = shop.spend(account, 100);
        post(GiftCardEntryKind.POINTS, "EUR 1.00", spent);

        assertFound(Invariant.GIFT_CARD_POINTS_PAIRED, card.value());
    }

    @Test
    void points_that_brought_no_money_are_found() {
        tampering().remove(card, redeemed.brought().seq());

        assertFound(Invariant.GIFT_CARD_POINTS_PAIRED, redeemed.entry().id().toString());
        assertFound(Invariant.GIFT_CARD_AGREES, card.value());
    }

    @Test
    void points_given_back_without_their_money_are_found() {
        ReversalResult.Reversed undone = (ReversalResult.Reversed) shop.reverse(redeemed.entry());
        assertThat(shop.violations()).isEmpty();

        tampering().remove(card, redeemed.brought().seq() + 1);

        assertFound(
                Invariant.GIFT_CARD_POINTS_PAIRED, undone.entries().get(0).id().toString());
    }

    @Test
    void more_money_than_the_points_were_worth_is_found() {
        PointEntry spent = redeemed.entry();
        tampering()
                .put(new PointEntry(
                        spent.id(), spent.points().plus(Points.of(1)), spent.balanceAfter(), spent.cause()));

        assertFound(
                Invariant.GIFT_CARD_POINTS_WORTH,
                card + "#" + redeemed.brought().seq());
    }

    @Test
    void less_money_taken_off_than_had_come_is_found() {
        ReversalResult.Reversed undone = (ReversalResult.Reversed) shop.reverse(redeemed.entry());
        long seq = redeemed.brought().seq() + 1;
        tampering().remove(card, seq);
        tampering().put(holding("EUR 3.50"));
        post(GiftCardEntryKind.POINTS_BACK, "EUR -2.49", undone.entries().get(0));

        assertFound(Invariant.GIFT_CARD_POINTS_WORTH, card + "#" + (seq + 1));
    }

    @Test
    void a_balance_that_is_not_the_sum_of_its_entries_is_found() {
        tampering().put(holding("EUR 3.51"));

        assertFound(Invariant.GIFT_CARD_AGREES, card.value());
    }

    /** The card as if something else were on it. */
    private GiftCard holding(String balance) {
        GiftCard kept =
                shop.storage().read(stores -> stores.giftCards().find(card)).orElseThrow();
        return new GiftCard(
                card,
                kept.kind(),
                kept.owner(),
                new GiftCard.Content(Money.parse(balance), kept.money().seq()),
                kept.life(),
                null,
                kept.version());
    }

    /** Money that moves for points, whatever those were. */
    private void post(GiftCardEntryKind kind, String amount, PointEntry points) {
        shop.storage().inUnitOfWork(stores -> {
            GiftCard locked = stores.giftCards().lock(card).orElseThrow();
            stores.giftCards()
                    .post(locked.post(
                            kind,
                            Money.parse(amount),
                            GiftCardEntry.Related.toPoints(points.id()),
                            new GiftCardEntry.Origin(
                                    shop.key(),
                                    Actor.till("till-7"),
                                    shop.time().instant())));
            return locked;
        });
    }

    private Redeemed redeem(String amount) {
        return (Redeemed) cards().redeem(PointsToCard.of(account, card, Money.parse(amount), shop.key()));
    }

    private Tampering tampering() {
        assumeTrue(shop.opened().tampering().isPresent());
        return shop.opened().tampering().orElseThrow();
    }

    private void assertFound(Invariant invariant, String subject) {
        List<Violation> found = shop.violations();
        assertThat(found)
                .filteredOn(violation -> violation.invariant() == invariant)
                .extracting(Violation::subject)
                .anyMatch(place -> place.startsWith(subject));
    }
}
