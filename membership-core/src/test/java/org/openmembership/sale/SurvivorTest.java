package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.merge.MergeId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.sale.ClaimResult.Claimed;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** Whoever absorbed others has what these had, on every storage, until they are taken apart. */
@Requirement({"R16", "I20"})
final class SurvivorTest extends SaleStage {
    private static final int ADA = 0;
    private static final int EVE = 1;
    private static final int BEA = 2;

    private Couple couple;

    @BeforeEach
    void three_who_may_be_one() {
        couple = Couple.in(shop, 3);
    }

    @Test
    @Requirement("C30")
    void all_that_was_bought_is_listed_under_each_of_the_ids_through_two_merges() {
        couple.sell(EVE, "r-1", line(1, "1", "1"));
        shop.time().advance(java.time.Duration.ofMinutes(1));
        couple.sell(BEA, "r-2", line(1, "1", "2"));
        shop.time().advance(java.time.Duration.ofMinutes(1));
        couple.sell(ADA, "r-3", line(1, "1", "3"));
        MergeId first = couple.merge(BEA, EVE);
        MergeId second = couple.merge(ADA, BEA);

        for (int any : List.of(ADA, BEA, EVE)) {
            assertThat(couple.receipts(any)).containsExactly("r-3", "r-2", "r-1");
        }
        couple.unmerge(second);
        assertThat(couple.receipts(ADA)).containsExactly("r-3");
        assertThat(couple.receipts(BEA)).containsExactly("r-2", "r-1");
        couple.unmerge(first);
        assertThat(couple.receipts(BEA)).containsExactly("r-2");
    }

    @Test
    @Requirement({"C30", "A28"})
    void members_read_what_they_bought_and_earned_before_they_were_one() {
        couple.sell(EVE, "r-1", line(1, "1", "100"));
        couple.merge(ADA, EVE);
        Membership ada = shop.membership().as(Actor.member(couple.member(ADA).value()));

        assertThat(ada.purchases().find(key("r-1"))).isPresent();
        assertThat(ada.purchases()
                        .list(PurchaseFilter.of(couple.member(EVE)), Page.Request.first(9))
                        .items())
                .hasSize(1);
        assertThat(ada.statements().receipt(key("r-1"))).isPresent();
        assertThat(ada.statements()
                        .entries(couple.accounts().get(EVE), Page.Request.first(9))
                        .items())
                .isNotEmpty();
    }

    @Test
    @Requirement("R36")
    void a_cap_counts_what_both_got() {
        couple.sell(ADA, "r-1", line(1, "1", "400"));
        couple.sell(EVE, "r-2", line(1, "1", "150"));
        MergeId merge = couple.merge(ADA, EVE);

        assertThat(earned(couple.sell(ADA, "r-3", line(1, "1", "100")))).isEqualTo(Points.of(5));
        assertThat(earned(couple.sell(EVE, "r-4", line(1, "1", "100")))).isEqualTo(Points.ZERO);

        couple.unmerge(merge);
        assertThat(earned(couple.sell(ADA, "r-5", line(1, "1", "200")))).isEqualTo(Points.of(60 - 40 - 5));
        assertThat(earned(couple.sell(EVE, "r-6", line(1, "1", "500")))).isEqualTo(Points.of(60 - 15));
    }

    @Test
    @Requirement("R49")
    void a_limit_counts_what_both_redeemed() {
        shop.give(couple.accounts().get(ADA), 100);
        shop.give(couple.accounts().get(EVE), 100);
        shop.spend(couple.accounts().get(ADA), 10);
        shop.spend(couple.accounts().get(EVE), 25);
        couple.merge(ADA, EVE);

        assertThat(couple.redeemable(ADA)).isEqualTo(Points.of(5));
        Refused refused = (Refused) shop.redeem(couple.accounts().get(ADA), 6);
        assertThat(refused.why().reason()).isEqualTo(Reason.ABOVE_LIMIT);
        shop.spend(couple.accounts().get(ADA), 5);
    }

    @Test
    @Requirement("D24")
    void the_first_purchase_of_one_was_the_first_of_both_also_where_nothing_of_it_is_left() {
        couple = Couple.welcomed(shop, 2);
        couple.sell(EVE, "r-1", line(1, "1", "100"));
        shop.spend(couple.accounts().get(EVE), 10 + Couple.FIRST);
        couple.merge(ADA, EVE);

        assertThat(earned(couple.sell(ADA, "r-2", line(1, "1", "100")))).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement({"B28", "R41", "A29"})
    void measures_and_statistics_are_those_of_both_and_of_each_again() {
        couple.sell(ADA, "r-1", line(1, "1", "100"));
        couple.sell(EVE, "r-2", line(1, "1", "200"));
        List<Object> adas = couple.told(ADA);
        List<Object> eves = couple.told(EVE);
        MergeId merge = couple.merge(ADA, EVE);

        assertThat(couple.told(EVE)).isEqualTo(couple.told(ADA));
        assertThat(couple.figures(ADA).yearToDate().purchases()).isEqualTo(2);
        assertThat(couple.measures(ADA).values().stream().map(Number::intValue)).containsExactly(30, 300, 200, 2);
        assertThat(shop.membership()
                        .statements()
                        .summary(couple.accounts().get(ADA))
                        .orElseThrow()
                        .earned())
                .isEqualTo(Points.of(30));

        couple.unmerge(merge);
        assertThat(couple.told(ADA)).isEqualTo(adas);
        assertThat(couple.told(EVE)).isEqualTo(eves);
    }

    @Test
    @Requirement("R40")
    void an_anonymous_sale_is_claimed_once_by_either_and_for_both() {
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));
        recorded(sale("r-2", Buyer.GUEST, line(1, "1", "50")));
        shop.membership().sales().claim(key("r-1"), couple.member(EVE));
        couple.merge(ADA, EVE);

        Claimed again = (Claimed) shop.membership().sales().claim(key("r-1"), couple.member(ADA));
        Claimed later = (Claimed) shop.membership().sales().claim(key("r-2"), couple.member(EVE));

        assertThat(again.repeated()).isTrue();
        assertThat(later.clubs())
                .flatExtracting(ClubPoints::entries)
                .extracting(PointEntry::account)
                .containsExactly(couple.accounts().get(ADA));
        assertThat(kept("r-2").key()).isEqualTo(key("r-2"));
        assertThat(couple.receipts(ADA)).containsExactlyInAnyOrder("r-1", "r-2");
    }

    @Test
    @Requirement("C30")
    void each_purchase_is_disclosed_once() {
        couple.sell(ADA, "r-1", line(1, "1", "10"));
        couple.sell(EVE, "r-2", line(1, "1", "20"));
        couple.merge(ADA, EVE);
        StringWriter document = new StringWriter();

        shop.membership().disclosure().write(couple.member(EVE), document);

        for (String receipt : Set.of("\"r-1\"", "\"r-2\"")) {
            assertThat(purchases(document.toString())).containsOnlyOnce(receipt);
        }
    }

    /** What is listed of purchases; entries name receipts as well. */
    private String purchases(String document) {
        return document.substring(document.indexOf("\"purchases of " + couple.member(ADA) + "\""));
    }

    private static Points earned(SaleResult.Recorded sold) {
        return sold.clubs().stream()
                .flatMap(club -> club.entries().stream())
                .map(PointEntry::points)
                .reduce(Points.ZERO, Points::plus);
    }
}
