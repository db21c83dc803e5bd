package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.audit.Invariant;
import org.openmembership.club.PointKind;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.RoundingRule.Direction;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Points;

/** What every {@link org.openmembership.audit.AuditStore} finds wrong with what envoys have of the sales of recruits. */
@Requirement({"R56", "A52"})
public abstract class EnvoyAuditContract extends AuditContract {
    private static final Invariant AGREES = Invariant.ENVOY_SHARE_AGREES;

    @Test
    void a_share_that_follows_the_terms_before_and_after_a_return_is_in_order() {
        PointEntry sold = sell();
        EnvoyReward given = reward(sold, give(sold, 5), "50", Direction.DOWN, 10, 5);
        keep(given);
        assertThat(violations(AGREES)).isEmpty();

        keep(given.without(Points.of(3)));
        assertThat(violations(AGREES)).isEmpty();
    }

    @Test
    void shares_are_judged_by_the_direction_of_their_rounding() {
        keepShare("33.33", Direction.UP, 4);
        keepShare("33.33", Direction.NEAREST, 3);
        keepShare("45", Direction.NEAREST, 5);
        keepShare("45", Direction.DOWN, 4);
        assertThat(violations(AGREES)).isEmpty();

        keepShare("33.33", Direction.UP, 3);
        keepShare("33.33", Direction.NEAREST, 4);
        keepShare("45", Direction.NEAREST, 4);
        keepShare("45", Direction.DOWN, 5);
        assertThat(violations(AGREES)).hasSize(4);
    }

    @Test
    void a_share_that_is_no_whole_step_is_found() {
        PointEntry sold = sell();
        keep(new EnvoyReward(
                place(sold, account),
                give(sold, 5).id(),
                promise("50", Direction.DOWN),
                Points.of(10),
                Points.of(new BigDecimal("4.5")),
                1));

        assertFound(AGREES, other.value());
    }

    @Test
    void a_share_that_no_entry_has_given_is_found() {
        PointEntry sold = sell();
        keep(EnvoyReward.first(
                place(sold, account),
                new EntryId(other, 99),
                promise("50", Direction.DOWN),
                Points.of(10),
                Points.of(5)));

        assertFound(AGREES, other.value());
    }

    @Test
    void a_share_whose_entry_gave_less_is_found() {
        PointEntry sold = sell();
        keep(reward(sold, give(sold, 4), "50", Direction.DOWN, 10, 5));

        assertFound(AGREES, other.value());
    }

    @Test
    void a_share_of_a_sale_on_which_the_recruit_earned_nothing_is_found() {
        PointEntry sold = sell();
        AccountId anothers = story().account(club, story().member()).id();
        keep(EnvoyReward.first(
                place(sold, anothers), give(sold, 5).id(), promise("50", Direction.DOWN), Points.of(10), Points.of(5)));

        assertFound(AGREES, other.value());
    }

    @Test
    @Requirement("R39")
    void a_share_of_more_than_is_left_of_the_sale_is_found() {
        PointEntry sold = sell();
        keep(reward(sold, give(sold, 6), "50", Direction.DOWN, 12, 6));

        assertFound(AGREES, sold.cause().origin().command().key().value());
    }

    @Test
    void an_entry_that_gave_an_envoy_something_for_nothing_is_found() {
        give(sell(), 5);

        assertFound(AGREES, other.value());
    }

    private void keepShare(String percent, Direction direction, long given) {
        PointEntry sold = sell();
        keep(reward(sold, give(sold, given), percent, direction, 10, given));
    }

    /** A sale that has earned ten points. */
    private PointEntry sell() {
        Purchase purchase = AnyPurchase.anyPurchase(
                Buyer.GUEST,
                Any.minute(1),
                AnyPurchase.anyLine(1, "1"),
                AnyPurchase.anyLine(2, "2"),
                AnyPurchase.anyLine(3, "3"),
                AnyPurchase.anyLine(4, "4"));
        KeptPurchase kept = AnyPurchase.kept(purchase, KeptPurchase.Owner.NOBODY);
        return story().sell(account, kept, PointKind.AWARD, Any.minute(1));
    }

    /** What the envoy gets with it, on the other account. */
    private PointEntry give(PointEntry sold, long points) {
        CommandKey key = new CommandKey(Operation.EVENT, club.id(), EnvoyReward.keyBeside(sold.id()));
        return storage().inUnitOfWork(stores -> {
            AccountLedger ledger = Story.opened(stores, other, Any.minute(1));
            PointEntry.Cause cause =
                    AnyEntry.anyCause(EntryKind.POSITIVE_ADJUSTMENT, ledger.account(), key, Any.minute(1));
            PointEntry entry = ledger.earn(cause, Points.of(points), AnyEntry.forEver(Any.minute(1)));
            Story.append(stores, ledger, key, List.of());
            return entry;
        });
    }

    private EnvoyReward reward(
            PointEntry sold, PointEntry entry, String percent, Direction direction, long earned, long given) {
        return EnvoyReward.first(
                place(sold, account), entry.id(), promise(percent, direction), Points.of(earned), Points.of(given));
    }

    private EnvoyReward.Place place(PointEntry sold, AccountId recruits) {
        return new EnvoyReward.Place(sold.cause().origin().command().key(), recruits, club.id());
    }

    private static EnvoyReward.Promise promise(String percent, Direction direction) {
        return new EnvoyReward.Promise(new BigDecimal(percent), new RoundingRule(Points.of(1), direction));
    }

    private void keep(EnvoyReward reward) {
        write(stores -> stores.envoys().keep(List.of(reward)));
    }
}
