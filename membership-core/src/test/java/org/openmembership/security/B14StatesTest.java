package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.blocking.Cascade;
import org.openmembership.card.CardNumber;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.HoldRequest;
import org.openmembership.ledger.HoldId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.sharing.PoolingRequest;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;

/** B14: every operation in every state of accounts, holds and cards; each cell is decided, and written down here. */
@Requirement("B14")
final class B14StatesTest extends ShopTest {
    private static final ReasonCode WHY = ReasonCode.of("LOST");
    private int numbers;

    @Test
    void accounts() {
        Map<String, Supplier<AccountId>> states = new LinkedHashMap<>();
        states.put("empty", () -> shop.account());
        states.put("filled", this::filled);
        states.put("owing", () -> {
            AccountId account = shop.account();
            shop.owe(account, 7);
            return account;
        });
        states.put("blocked", () -> {
            AccountId account = filled();
            shop.block(account);
            return account;
        });
        states.put("closed", () -> {
            AccountId account = shop.account();
            door().sharing().close(account, WHY);
            return account;
        });
        states.put("unknown", () -> AccountId.of("nobody"));
        Map<String, Function<AccountId, Object>> operations = new LinkedHashMap<>();
        operations.put("adjust", account -> door().adjustment().adjust(adjustment(account, 10)));
        operations.put("take", account -> door().adjustment().adjust(adjustment(account, -5)));
        operations.put("redeem", account -> shop.redeem(account, 5));
        operations.put("quote", account -> door().redemption().quote(account, null));
        operations.put("hold", account -> door().holding().place(HoldRequest.of(account, Points.of(5), shop.key())));
        operations.put(
                "send",
                account -> door().transfer()
                        .transfer(new TransferRequest(account, shop.account(), Points.of(5), shop.key())));
        operations.put(
                "receive",
                account ->
                        door().transfer().transfer(new TransferRequest(filled(), account, Points.of(5), shop.key())));
        operations.put("block", account -> door().blocking().block(account, WHY));
        operations.put("unblock", account -> door().blocking().unblock(account, new Cascade(Set.of())));
        operations.put("share", account -> door().sharing().become(account, AccountType.FAMILY));
        operations.put("pool", account -> door().sharing().pool(new PoolingRequest(account, family(), shop.key())));
        operations.put("close", account -> door().sharing().close(account, WHY));
        operations.put("card", account -> door().cards().assign(card(), account, null));

        assertThat(States.table(states, operations)).isEqualTo("""
                adjust:
                  Adjusted: empty, filled, owing, blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                take:
                  Refused NOT_ENOUGH_POINTS: empty, owing
                  Adjusted: filled, blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                redeem:
                  Refused NOT_ENOUGH_POINTS: empty, owing
                  Redeemed: filled
                  Refused BLOCKED: blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                quote:
                  there: empty, filled, owing, blocked, closed
                  not there: unknown
                hold:
                  Refused NOT_ENOUGH_POINTS: empty, owing
                  Held: filled
                  Refused BLOCKED: blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                send:
                  Refused NOT_ENOUGH_POINTS: empty, owing
                  Transferred: filled
                  Refused BLOCKED: blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                receive:
                  Transferred: empty, filled, owing
                  Refused BLOCKED: blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                block:
                  Blocked: empty, filled, owing, blocked, closed
                  Refused UNKNOWN: unknown
                unblock:
                  Unblocked: empty, filled, owing, blocked, closed
                  Refused UNKNOWN: unknown
                share:
                  Shared: empty, filled, owing, blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                pool:
                  Pooled: empty, filled, owing
                  Refused BLOCKED: blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                close:
                  Shared: empty, closed
                  Refused POINTS_LEFT: filled, owing, blocked
                  Refused UNKNOWN_ACCOUNT: unknown
                card:
                  Assigned: empty, filled, owing, blocked
                  Refused CLOSED: closed
                  Refused UNKNOWN_ACCOUNT: unknown
                """);
    }

    @Test
    void holds() {
        Map<String, Supplier<HoldId>> states = new LinkedHashMap<>();
        states.put("in force", this::held);
        states.put("captured", () -> {
            HoldId hold = held();
            door().holding().capture(CaptureRequest.of(hold, shop.key()));
            return hold;
        });
        states.put("released", () -> {
            HoldId hold = held();
            door().holding().release(hold, shop.key());
            return hold;
        });
        states.put("over", () -> {
            HoldId hold = held();
            shop.time().advance(Duration.ofDays(400));
            return hold;
        });
        states.put("of a blocked account", () -> {
            HoldId hold = held();
            shop.block(hold.account());
            return hold;
        });
        states.put("unknown", () -> new HoldId(shop.account(), shop.key()));
        Map<String, Function<HoldId, Object>> operations = new LinkedHashMap<>();
        operations.put("capture", hold -> door().holding().capture(CaptureRequest.of(hold, shop.key())));
        operations.put("release", hold -> door().holding().release(hold, shop.key()));
        operations.put(
                "place again",
                hold -> door().holding().place(HoldRequest.of(hold.account(), Points.of(9), hold.key())));
        operations.put("close the account", hold -> door().sharing().close(hold.account(), WHY));

        assertThat(States.table(states, operations)).isEqualTo("""
                capture:
                  Captured: in force, of a blocked account
                  Refused ENDED: captured, released
                  Refused TOO_LATE: over
                  Refused UNKNOWN_HOLD: unknown
                release:
                  Released: in force, over, of a blocked account
                  Refused ENDED: captured, released
                  Refused UNKNOWN_HOLD: unknown
                place again:
                  KeyReused: in force, captured, released, over, of a blocked account
                  Refused NOT_ENOUGH_POINTS: unknown
                close the account:
                  Refused POINTS_LEFT: in force, captured, released, over, of a blocked account
                  Shared: unknown
                """);
    }

    @Test
    void cards() {
        Map<String, Supplier<CardNumber>> states = new LinkedHashMap<>();
        states.put("assigned", this::assigned);
        states.put("nobody's", () -> {
            CardNumber card = card();
            door().cards().register(card, Shop.CLUB);
            return card;
        });
        states.put("blocked", () -> {
            CardNumber card = assigned();
            door().blocking().block(card, WHY);
            return card;
        });
        states.put("replaced", () -> {
            CardNumber card = assigned();
            door().cards().replace(card, card(), WHY);
            return card;
        });
        states.put("of a blocked account", () -> {
            CardNumber card = card();
            AccountId account = filled();
            door().cards().assign(card, account, null);
            shop.block(account);
            return card;
        });
        states.put("unknown", this::card);
        Map<String, Function<CardNumber, Object>> operations = new LinkedHashMap<>();
        operations.put("identify", card -> door().identification().byCard(card));
        operations.put("assign", card -> door().cards().assign(card, shop.account(), null));
        operations.put("register", card -> door().cards().register(card, Shop.CLUB));
        operations.put("take over", card -> door().cards().takeOver(card, shop.member()));
        operations.put("replace", card -> door().cards().replace(card, card(), WHY));
        operations.put("renumber", card -> door().cards().renumber(card, card()));
        operations.put("block", card -> door().blocking().block(card, WHY));
        operations.put("unblock", card -> door().blocking().unblock(card));

        assertThat(States.table(states, operations)).isEqualTo("""
                identify:
                  Identified: assigned, nobody's
                  NotIdentified BLOCKED: blocked, replaced, of a blocked account
                  NotIdentified UNKNOWN: unknown
                assign:
                  Refused TAKEN: assigned, nobody's, blocked, replaced, of a blocked account
                  Assigned: unknown
                register:
                  Refused TAKEN: assigned, blocked, replaced, of a blocked account
                  Assigned: nobody's, unknown
                take over:
                  Refused TAKEN: assigned, of a blocked account
                  Assigned: nobody's
                  Refused BLOCKED: blocked, replaced
                  Refused UNKNOWN_CARD: unknown
                replace:
                  Assigned: assigned, nobody's, blocked, of a blocked account
                  Refused BLOCKED: replaced
                  Refused UNKNOWN_CARD: unknown
                renumber:
                  Assigned: assigned, nobody's, blocked, of a blocked account
                  Refused BLOCKED: replaced
                  Refused UNKNOWN_CARD: unknown
                block:
                  Blocked: assigned, nobody's, blocked, replaced, of a blocked account
                  Refused UNKNOWN: unknown
                unblock:
                  Unblocked: assigned, nobody's, blocked, of a blocked account
                  Refused REPLACED: replaced
                  Refused UNKNOWN: unknown
                """);
    }

    private Membership door() {
        return shop.membership();
    }

    private AdjustmentRequest adjustment(AccountId account, long points) {
        return AdjustmentRequest.of(account, Points.of(points), "goodwill", shop.key());
    }

    private AccountId family() {
        AccountId family = shop.account();
        door().sharing().become(family, AccountType.FAMILY);
        return family;
    }

    private AccountId filled() {
        AccountId account = shop.account();
        shop.give(account, 100);
        return account;
    }

    private HoldId held() {
        AccountId account = filled();
        ExternalKey key = shop.key();
        door().holding().place(HoldRequest.of(account, Points.of(10), key));
        return new HoldId(account, key);
    }

    private CardNumber card() {
        numbers++;
        return CardNumber.of("card-" + numbers);
    }

    private CardNumber assigned() {
        CardNumber card = card();
        door().cards().assign(card, filled(), null);
        return card;
    }
}
