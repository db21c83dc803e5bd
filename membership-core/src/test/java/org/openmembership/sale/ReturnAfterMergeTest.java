package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.MergeId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.UnmergeResult;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.sale.SaleResult.PointsSpent;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** Goods that were bought before a merge and come back after it, on every storage. */
@Requirement({"R16", "R39", "I11", "I20"})
final class ReturnAfterMergeTest extends SaleStage {
    private MemberId ada;
    private MemberId eve;
    private AccountId into;
    private AccountId from;

    @BeforeEach
    void two_members_who_are_one() {
        collecting(club("beans").build());
    }

    private void collecting(Club club) {
        ada = shop.member();
        eve = shop.member();
        into = account(ada, club);
        from = account(eve, club);
        shop.membership().merging().agree(ada, eve);
        shop.membership().merging().agree(eve, ada);
    }

    @Test
    void what_was_earned_is_taken_back_from_the_account_that_has_it_now() {
        Recorded sold = recorded(sale("r-1", Buyer.member(eve), line(1, "2", "100")));
        EntryId earned = sold.clubs().get(0).entries().get(0).id();
        merge();

        Recorded back = recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)));

        PointEntry taken = back.clubs().get(0).entries().get(0);
        assertThat(taken.account()).isEqualTo(into);
        assertThat(taken.points()).isEqualTo(Points.of(-5));
        assertThat(taken.related()).contains(earned);
        assertThat(shop.available(into)).isEqualTo(Points.of(5));
    }

    @Test
    void returns_before_and_after_it_never_exceed_what_was_earned() {
        recorded(sale("r-1", Buyer.member(eve), line(1, "3", "100")));
        recorded(sale("r-2", Buyer.member(eve), returned(1, "-1", "-33.33", "r-1", 1)));
        merge();

        recorded(sale("r-3", Buyer.member(ada), returned(1, "-1", "-33.33", "r-1", 1)));
        recorded(sale("r-4", Buyer.member(eve), returned(1, "-1", "-33.34", "r-1", 1)));
        recorded(sale("r-5", Buyer.member(eve), returned(1, "-1", "-33.34", "r-1", 1)));

        assertThat(booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void its_own_points_go_first_and_those_of_the_survivor_stay() {
        collecting(club("short").expiry(ExpiryRule.after(Period.ofDays(30))).build());
        recorded(sale("r-0", Buyer.member(ada), line(1, "1", "70")));
        shop.time().advance(Duration.ofDays(2));
        recorded(sale("r-1", Buyer.member(eve), line(1, "1", "100")));
        merge();

        recorded(sale("r-2", Buyer.member(ada), returned(1, "-1", "-100", "r-1", 1)));

        assertThat(shop.lots(into)).extracting(lot -> lot.remaining()).containsExactly(Points.of(7));
    }

    @Test
    void what_has_lapsed_since_is_not_taken_a_second_time() {
        collecting(club("short").expiry(ExpiryRule.after(Period.ofDays(30))).build());
        recorded(sale("r-1", Buyer.member(eve), line(1, "1", "100")));
        merge();
        shop.time().advance(Duration.ofDays(40));
        shop.membership().expiry().run(shop.row(into).club(), Progress.NONE);
        recorded(sale("r-2", Buyer.member(ada), line(1, "1", "40")));

        recorded(sale("r-3", Buyer.member(ada), returned(1, "-1", "-100", "r-1", 1)));

        assertThat(shop.available(into)).isEqualTo(Points.of(4));
    }

    @Test
    @Requirement("R26")
    void what_is_spent_by_then_is_owed_or_refused_as_the_club_says() {
        recorded(sale("r-1", Buyer.member(eve), line(1, "1", "100")));
        merge();
        shop.spend(into, 8);
        recorded(sale("r-2", Buyer.member(ada), returned(1, "-1", "-100", "r-1", 1)));
        assertThat(shop.balance(into).debt()).isEqualTo(Points.of(8));

        SpendingTerms usual = SpendingTerms.DEFAULT;
        SpendingTerms strict =
                new SpendingTerms(usual.order(), usual.tender(), usual.offlineLimit(), WhenSpent.REFUSE, usual.grace());
        collecting(club("strict").spending(strict).build());
        recorded(sale("s-1", Buyer.member(eve), line(1, "1", "100")));
        merge();
        shop.spend(into, 8);
        assertThat(record(sale("s-2", Buyer.member(ada), returned(1, "-1", "-100", "s-1", 1))))
                .isInstanceOf(PointsSpent.class);
    }

    @Test
    void points_a_sale_was_paid_with_come_back_to_the_account_with_their_dates() {
        collecting(club("short").expiry(ExpiryRule.after(Period.ofDays(30))).build());
        shop.give(from, 20);
        Instant lapse = shop.lots(from).get(0).life().lapsesAt();
        shop.membership().redemption().redeem(from, Points.of(12), key("r-1"));
        recorded(sale("r-1", Buyer.member(eve), line(1, "2", "100")));
        merge();
        shop.time().advance(Duration.ofDays(1));
        assertThat(shop.available(into)).isEqualTo(Points.of(18));

        recorded(sale("r-2", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 1)));
        assertThat(shop.available(into)).isEqualTo(Points.of(18 - 5 + 6));
        recorded(sale("r-3", Buyer.member(ada), returned(1, "-1", "-50", "r-1", 1)));

        assertThat(shop.available(into)).isEqualTo(Points.of(20));
        assertThat(shop.lots(into))
                .allSatisfy(lot -> assertThat(lot.life().lapsesAt()).isEqualTo(lapse));
    }

    @Test
    void where_a_member_and_a_customer_are_merged_they_are_taken_from_the_member() {
        recorded(sale("r-1", Buyer.member(eve), line(1, "1", "100")));
        CustomerForm form = CustomerForm.builder().name("Eve", "Byron").build();
        CustomerId viewed = ((Created) shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form))
                .customer()
                .id();
        MergeRequest request = MergeRequest.of(viewed, List.of(customer(eve)), shop.key());
        assertThat(shop.membership().merging().merge(request)).isInstanceOf(Merged.class);

        recorded(sale("r-2", Buyer.customer(viewed), returned(1, "-1", "-100", "r-1", 1)));

        assertThat(booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void after_undoing_it_they_are_taken_from_whoever_earned_them_and_once() {
        recorded(sale("r-1", Buyer.member(eve), line(1, "2", "100")));
        MergeId merge = merge();
        assertThat(shop.membership().merging().unmerge(merge)).isInstanceOf(UnmergeResult.Unmerged.class);

        recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)));
        assertThat(shop.available(from)).isEqualTo(Points.of(5));
        merge();
        recorded(sale("r-3", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)));
        recorded(sale("r-4", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)));

        assertThat(booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void it_follows_through_two_merges() {
        recorded(sale("r-1", Buyer.member(eve), line(1, "1", "100")));
        merge();
        MemberId mary = shop.member();
        AccountId last = shop.account(mary, shop.row(into).club());
        shop.membership().merging().agree(ada, mary);
        shop.membership().merging().agree(mary, ada);
        merge(mary, ada);

        Recorded back = recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-100", "r-1", 1)));

        assertThat(back.clubs().get(0).entries())
                .extracting(PointEntry::account)
                .containsExactly(last);
        assertThat(shop.available(last)).isEqualTo(Points.ZERO);
    }

    private Points booked() {
        return shop.balance(into).booked().plus(shop.balance(from).booked());
    }

    private MergeId merge() {
        return merge(ada, eve);
    }

    private MergeId merge(MemberId survivor, MemberId other) {
        MergeRequest request = MergeRequest.of(customer(survivor), List.of(customer(other)), shop.key());
        request = request.keeping(Objects.requireNonNull(member(survivor).user()));
        return ((Merged) shop.membership().merging().merge(request)).merge().id();
    }

    private CustomerId customer(MemberId member) {
        return Objects.requireNonNull(member(member).primary());
    }

    private Member member(MemberId id) {
        return shop.storage().read(stores -> stores.members().find(id)).orElseThrow();
    }
}
