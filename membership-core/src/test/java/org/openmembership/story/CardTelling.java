package org.openmembership.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointValue;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcards.GiftCardForm;
import org.openmembership.giftcards.GiftCardSpending;
import org.openmembership.giftcards.GiftCards;
import org.openmembership.giftcards.PointsToCard;
import org.openmembership.giftcards.PointsToCardResult.Redeemed;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.reference.ModelGiftCards;
import org.openmembership.reversal.ReversalRequest;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.story.CardStep.Kind;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;

/** A story of gift cards, told to the library and to the model; after each step both must hold the same. */
final class CardTelling implements AutoCloseable {
    private static final long POINTS = 1_000;

    private final Shop shop;
    private final ModelGiftCards model;
    private final List<MemberId> members = new ArrayList<>();
    private final List<AccountId> accounts = new ArrayList<>();
    private final List<GiftCardId> cards = new ArrayList<>();
    private final List<List<Long>> spends = new ArrayList<>();
    private final List<PointEntry> redemptions = new ArrayList<>();
    private final List<Delivered> delivered = new ArrayList<>();

    /** A call that was made under a key, and what was answered first. */
    private record Delivered(Supplier<Object> call, String answer) {}

    private CardTelling(Engine engine, String perPoint) {
        shop = Shop.open(engine);
        shop.publish(terms -> terms.pointValue(PointValue.of(CurrencyUnit.EUR, perPoint)));
        model = new ModelGiftCards(perPoint);
        for (int i = 0; i < CardStep.MEMBERS; i++) {
            members.add(shop.member());
            accounts.add(shop.account(members.get(i), Shop.CLUB));
            shop.give(accounts.get(i), POINTS);
            model.member(POINTS * 100);
        }
    }

    /** Tells what was answered on the way. */
    static Set<String> tell(Engine engine, String perPoint, List<CardStep> steps) {
        try (CardTelling telling = new CardTelling(engine, perPoint)) {
            for (CardStep step : steps) {
                telling.step(step);
                telling.compare(step);
            }
            telling.deliverEverythingAgain(steps.size());
            assertThat(telling.shop.violations()).as("audit").isEmpty();
            Set<String> answers = new HashSet<>();
            telling.delivered.forEach(one -> answers.add(one.answer()));
            return answers;
        }
    }

    private void step(CardStep step) {
        int card = model.cards() == 0 ? -1 : model.cards() - 1 - step.card() % model.cards();
        Money amount = Money.ofMinor(CurrencyUnit.EUR, step.cents());
        ExternalKey key = shop.key();
        if (step.kind() == Kind.ISSUE || step.kind() == Kind.ISSUE_PHYSICAL) {
            issue(step, amount, key);
        } else if (step.kind() == Kind.MERGE) {
            merge(step, key);
        } else if (step.kind() == Kind.UNDO) {
            undo(step, key);
        } else if (step.kind() == Kind.REPEAT && !delivered.isEmpty()) {
            again(delivered.get(delivered.size() - 1 - step.which() % delivered.size()));
        } else if (card >= 0) {
            onCard(step, card, amount, key);
        }
    }

    private void onCard(CardStep step, int card, Money amount, ExternalKey key) {
        GiftCardId id = cards.get(card);
        switch (step.kind()) {
            case LOAD -> deliver(() -> cards().load(id, amount, key), model.load(card, step.cents()));
            case SPEND -> spend(card, step, amount, key);
            case GIVE_BACK -> giveBack(card, step, amount, key);
            case REDEEM -> redeem(card, step, amount, key);
            case BLOCK -> {
                cards().block(id, ReasonCode.of("lost"));
                model.setBlocked(card, true);
            }
            case UNBLOCK -> {
                cards().unblock(id);
                model.setBlocked(card, false);
            }
            case REPLACE ->
                added(deliver(() -> cards().replace(id, GiftCardForm.Codes.NONE, key), model.replace(card)));
            default -> {}
        }
    }

    private void issue(CardStep step, Money amount, ExternalKey key) {
        boolean digital = step.kind() == Kind.ISSUE;
        GiftCardForm form = digital
                ? GiftCardForm.digital(amount, key)
                : GiftCardForm.physical(amount, GiftCardForm.Codes.NONE, key);
        GiftCardForm owned = form.ownedBy(members.get(step.member()));
        added(deliver(() -> cards().issue(owned), model.issue(digital, step.member(), step.cents())));
    }

    private void spend(int card, CardStep step, Money amount, ExternalKey key) {
        String code =
                shop.membership().giftCardSearch().codes(cards.get(card)).get(0).text();
        GiftCardSpending request = GiftCardSpending.of(code, amount, key);
        Object answer = deliver(() -> cards().spend(request), model.spend(card, step.cents()));
        CardTold.entry(answer).ifPresent(entry -> spends.get(card).add(entry.seq()));
    }

    private void giveBack(int card, CardStep step, Money amount, ExternalKey key) {
        int all = model.spends(card);
        if (all > 0) {
            int spend = all - 1 - step.which() % all;
            long seq = spends.get(card).get(spend);
            deliver(() -> cards().refund(cards.get(card), seq, amount, key), model.giveBack(card, spend, step.cents()));
        }
    }

    private void redeem(int card, CardStep step, Money amount, ExternalKey key) {
        AccountId account = accounts.get(model.survivor(step.member()));
        PointsToCard request = PointsToCard.of(account, cards.get(card), amount, key);
        Object answer = deliver(() -> cards().redeem(request), model.redeem(step.member(), card, step.cents()));
        if (answer instanceof Redeemed redeemed) {
            redemptions.add(redeemed.entry());
            requireWorth(redeemed);
        }
    }

    /** The fewest points that are worth the money: with a hundredth of a point less they would not be (A49). */
    private static void requireWorth(Redeemed redeemed) {
        BigDecimal perPoint = redeemed.entry().cause().basis().valuePerPoint().getAmount();
        BigDecimal points = redeemed.entry().points().negated().toBigDecimal();
        BigDecimal money = redeemed.brought().amount().getAmount();
        assertThat(points.multiply(perPoint)).isGreaterThanOrEqualTo(money);
        assertThat(points.subtract(new BigDecimal("0.01")).multiply(perPoint)).isLessThan(money);
    }

    private void undo(CardStep step, ExternalKey key) {
        int all = model.redemptions();
        if (all > 0) {
            int which = all - 1 - step.which() % all;
            ReversalRequest request = ReversalRequest.of(redemptions.get(which).id(), "mistake", key);
            deliver(() -> shop.membership().reversal().reverse(request), model.undo(which));
        }
    }

    private void merge(CardStep step, ExternalKey key) {
        int into = model.survivor(step.member());
        int from = model.survivor(step.which() % CardStep.MEMBERS);
        if (into == from) {
            return;
        }
        Member stays = member(into);
        Member leaves = member(from);
        shop.membership().merging().agree(stays.id(), leaves.id());
        shop.membership().merging().agree(leaves.id(), stays.id());
        MergeRequest request = MergeRequest.of(
                        Objects.requireNonNull(stays.primary()), List.of(Objects.requireNonNull(leaves.primary())), key)
                .keeping(Objects.requireNonNull(stays.user()));
        deliver(() -> shop.membership().merging().merge(request), model.merge(into, from));
    }

    private Member member(int number) {
        return shop.storage()
                .read(stores -> stores.members().find(members.get(number)))
                .orElseThrow();
    }

    private Object deliver(Supplier<Object> call, String expected) {
        Object answer = call.get();
        assertThat(CardTold.of(answer)).isEqualTo(expected);
        assertThat(CardTold.repeated(answer)).isFalse();
        delivered.add(new Delivered(call, expected));
        return answer;
    }

    private static void again(Delivered before) {
        Object answer = before.call().get();
        assertThat(CardTold.of(answer)).isEqualTo(before.answer());
        assertThat(CardTold.repeated(answer)).isTrue();
    }

    private void added(Object answer) {
        GiftCardId made = CardTold.card(answer);
        if (made != null) {
            cards.add(made);
            spends.add(new ArrayList<>());
        }
    }

    private void deliverEverythingAgain(long seed) {
        List<Delivered> again = new ArrayList<>(delivered);
        Collections.shuffle(again, new Random(seed));
        again.forEach(CardTelling::again);
        compare("delivering everything again");
    }

    private void compare(Object after) {
        for (int i = 0; i < CardStep.MEMBERS; i++) {
            assertThat(shop.balance(accounts.get(i)).booked())
                    .as("points of member %s after %s", i, after)
                    .isEqualTo(Points.ofHundredths(model.points(i)));
        }
        for (int i = 0; i < cards.size(); i++) {
            GiftCardId card = cards.get(i);
            Money balance = shop.storage()
                    .read(stores -> stores.giftCards().find(card))
                    .orElseThrow()
                    .balance();
            assertThat(balance.getAmountMinorLong())
                    .as("card %s after %s", i, after)
                    .isEqualTo(model.balance(i));
            assertThat(sum(card)).as("entries of card %s after %s", i, after).isEqualTo(balance);
        }
    }

    /** What all entries of a card come to, none of which leaves it below zero. */
    private Money sum(GiftCardId card) {
        Money sum = Money.zero(CurrencyUnit.EUR);
        List<GiftCardEntry> entries = new ArrayList<>(shop.storage()
                .read(stores -> stores.giftCards().history(card, Page.Request.first(Page.Request.MAX_LIMIT)))
                .items());
        Collections.reverse(entries);
        for (GiftCardEntry entry : entries) {
            sum = sum.plus(entry.amount());
            assertThat(entry.balanceAfter()).isEqualTo(sum);
            assertThat(sum.isNegative()).isFalse();
        }
        return sum;
    }

    private GiftCards cards() {
        return shop.membership().giftCards();
    }

    @Override
    public void close() {
        shop.close();
    }
}
