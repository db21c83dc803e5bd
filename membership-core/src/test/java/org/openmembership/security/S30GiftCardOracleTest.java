package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.giftcards.BalanceResult;
import org.openmembership.giftcards.GiftCardChange.Changed;
import org.openmembership.giftcards.GiftCardForm;
import org.openmembership.giftcards.GiftCardResult;
import org.openmembership.giftcards.GiftCardSpending;
import org.openmembership.giftcards.GiftCards;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Origin;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Counted;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** S30: neither answer nor work tells whoever has no PIN whether a code is a card's, nor whether that is blocked. */
@Requirement({"S30", "S28"})
class S30GiftCardOracleTest {
    private static final String OPEN = "6006-4912-0000-0001";
    private static final String BLOCKED = "6006-4912-0000-0002";
    private static final String UNKNOWN = "6006-4912-0000-0003";
    private static final Money EURO = Money.parse("EUR 1.00");
    private static final int TRIES = 8;

    /**
     * What a stranger sees of a try.
     *
     * @param statements sent to the database, a batch and a commit counting as one each
     */
    private record Seen(Object answer, int statements) {}

    private interface Try {
        Object by(GiftCards stranger, String code);
    }

    @ParameterizedTest
    @EnumSource
    void asking_for_a_balance_is_alike_for_no_card_a_wrong_pin_and_a_blocked_card(DatabaseEngine engine) {
        assertAlike(engine, new BalanceResult.Unknown(), (stranger, code) -> stranger.balance(code, "0815"));
    }

    @ParameterizedTest
    @EnumSource
    void spending_is_alike_for_no_card_a_wrong_pin_and_a_blocked_card(DatabaseEngine engine) {
        try (Shop keys = Shop.open(Engine.IN_MEMORY)) {
            assertAlike(
                    engine,
                    new GiftCardResult.Unknown(),
                    (stranger, code) -> stranger.spend(
                            GiftCardSpending.of(code, EURO, keys.key()).pin("0815")));
        }
    }

    private static void assertAlike(DatabaseEngine engine, Object answer, Try call) {
        Counted counted = Counted.on(engine);
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            Membership office = shop.over(counted.storage(), "office-").open();
            issue(office, OPEN, shop);
            office.giftCards().block(issue(office, BLOCKED, shop).card().card().id(), ReasonCode.of("LOST"));

            Map<String, List<Seen>> seen = Map.of(
                    OPEN, tries(office, OPEN, counted, call),
                    BLOCKED, tries(office, BLOCKED, counted, call),
                    UNKNOWN, tries(office, UNKNOWN, counted, call));

            assertThat(seen.get(UNKNOWN)).extracting(Seen::answer).containsOnly(answer);
            assertThat(seen.get(OPEN)).isEqualTo(seen.get(UNKNOWN));
            assertThat(seen.get(BLOCKED)).isEqualTo(seen.get(UNKNOWN));
        }
    }

    /** From the first one on, from a place and a till nobody has called from; the later ones find the card's PIN paused. */
    private static List<Seen> tries(Membership office, String code, Counted counted, Try call) {
        GiftCards stranger = office.as(Actor.till("till-" + code.charAt(18)))
                .from(Origin.of("stranger of " + code))
                .giftCards();
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            AtomicReference<Object> answer = new AtomicReference<>();
            int statements =
                    counted.during(() -> answer.set(call.by(stranger, code))).size();
            seen.add(new Seen(answer.get(), statements));
        }
        return seen;
    }

    private static Changed issue(Membership office, String number, Shop shop) {
        GiftCardForm.Codes printed = new GiftCardForm.Codes(number, "4711", null);
        return (Changed) office.giftCards().issue(GiftCardForm.physical(Money.parse("EUR 5.00"), printed, shop.key()));
    }
}
