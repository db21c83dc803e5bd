package org.openmembership.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.ledger.EntryKind;
import org.openmembership.member.MemberId;
import org.openmembership.merge.MergeId;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.MergeResult.Refused;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserId;
import org.openmembership.users.UserChange;

/** Making customers one of whom some are members, on every storage. */
@Requirement({"C34", "R16", "I20"})
final class MemberMergeTest extends ShopTest {
    @Test
    @Requirement({"R3", "I12"})
    void a_customer_who_is_merged_into_belongs_to_the_member_of_the_other() {
        MemberId ada = shop.member();
        CustomerId own = desk().customerOf(ada);
        CustomerId viewed = desk().customer("Ada", "Byron");
        AccountId account = shop.account(ada, Shop.CLUB);

        desk().merge(viewed, own);

        assertThat(desk().member(ada).primary()).isEqualTo(viewed);
        assertThat(desk().read(own).id()).isEqualTo(viewed);
        assertThat(desk().read(viewed).standing().status()).isEqualTo(CustomerStatus.REGISTERED);
        assertThat(shop.membership().identification().byMember(ada))
                .isInstanceOf(IdentificationResult.Identified.class);
        assertThat(shop.row(account).owner().mainMember()).isEqualTo(ada);
    }

    @Test
    @Requirement({"R16", "S31", "A54"})
    void the_login_of_who_was_merged_away_is_not_switched_on_until_the_merge_is_undone() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        UserId adas = desk().userOf(ada);
        UserId eves = desk().userOf(eve);
        shop.membership().users().disable(eves);
        desk().agree(ada, eve);
        MergeId merge = desk().merge(ada, eve).merge().id();

        assertThat(shop.membership().users().enable(eves)).isEqualTo(UserChange.MERGED);
        assertThat(shop.membership().users().find(eves).orElseThrow().enabled()).isFalse();
        shop.membership().users().disable(adas);
        assertThat(shop.membership().users().enable(adas)).isEqualTo(UserChange.CHANGED);

        assertThat(shop.membership().merging().unmerge(merge)).isInstanceOf(UnmergeResult.Unmerged.class);
        assertThat(shop.membership().users().enable(eves)).isEqualTo(UserChange.CHANGED);
    }

    @Test
    void a_customer_who_is_merged_away_belongs_to_the_member_of_the_survivor() {
        MemberId ada = shop.member();
        CustomerId stray = desk().customer("Ada", "Byron");

        desk().merge(desk().customerOf(ada), stray);

        assertThat(desk().memberOf(stray)).contains(ada);
    }

    @Test
    @Requirement("I1")
    void open_lots_go_over_one_by_one_with_their_dates_and_kinds() {
        shop.publish(terms -> terms.expiry(ExpiryRule.after(Period.ofMonths(6))));
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        shop.give(into, 100);
        shop.time().advance(java.time.Duration.ofDays(40));
        shop.give(from, 10);
        shop.time().advance(java.time.Duration.ofDays(40));
        shop.give(from, Points.of(20), PointKind.AWARD);
        List<String> before = new java.util.ArrayList<>(desk().lots(into));
        before.addAll(desk().lots(from));
        desk().agree(ada, eve);

        desk().merge(ada, eve);

        assertThat(desk().lots(into)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(shop.available(into)).isEqualTo(Points.of(130));
        assertThat(shop.row(from).isClosed()).isTrue();
        assertThat(shop.row(from).head().booked()).isEqualTo(Points.ZERO);
        assertThat(shop.history(into))
                .extracting(entry -> entry.kind())
                .endsWith(EntryKind.MERGE_IN, EntryKind.MERGE_IN);
    }

    @Test
    void what_had_lapsed_stays_and_is_written_off_where_it_lapsed() {
        shop.publish(terms -> terms.expiry(ExpiryRule.after(Period.ofMonths(1))));
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        shop.give(from, 10);
        shop.time().advance(java.time.Duration.ofDays(60));
        shop.give(from, 20);
        desk().agree(ada, eve);

        desk().merge(ada, eve);

        assertThat(shop.available(into)).isEqualTo(Points.of(20));
        assertThat(shop.available(from)).isEqualTo(Points.ZERO);
        shop.membership().expiry().run(Shop.CLUB, done -> {});
        assertThat(shop.row(from).head().booked()).isEqualTo(Points.ZERO);
    }

    @Test
    void a_debt_goes_over_and_is_repaid_by_the_points_of_the_other() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        shop.give(into, 30);
        shop.owe(from, 50);
        desk().agree(ada, eve);

        desk().merge(ada, eve);

        assertThat(shop.balance(into).debt()).isEqualTo(Points.of(20));
        assertThat(shop.available(into)).isEqualTo(Points.of(-20));
        assertThat(shop.balance(from).debt()).isEqualTo(Points.ZERO);
    }

    @Test
    void an_account_in_a_club_of_its_own_changes_its_owner_and_cards_come_along() {
        ClubId tea = shop.anotherClub("tea");
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId coffee = shop.account(ada, Shop.CLUB);
        AccountId coffeeOfEve = shop.account(eve, Shop.CLUB);
        AccountId teaOfEve = shop.account(eve, tea);
        shop.membership().cards().assign(CardNumber.of("1"), coffeeOfEve, eve);
        shop.membership().cards().assign(CardNumber.of("2"), teaOfEve, eve);
        shop.give(teaOfEve, 7);
        desk().agree(ada, eve);

        desk().merge(ada, eve);

        assertThat(shop.row(teaOfEve).owner().mainMember()).isEqualTo(ada);
        assertThat(shop.available(teaOfEve)).isEqualTo(Points.of(7));
        assertThat(accountsOf("1")).containsExactly(coffee);
        assertThat(accountsOf("2")).containsExactly(teaOfEve);
        assertThat(shop.membership().identification().byMember(eve))
                .isEqualTo(shop.membership().identification().byMember(ada));
        assertThat(shop.account(eve, tea)).isEqualTo(teaOfEve);
    }

    @Test
    @Requirement("S14")
    void who_signs_in_is_chosen_the_other_user_is_switched_off_and_both_are_told() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        UserId adas = desk().userOf(ada);
        UserId eves = desk().userOf(eve);
        desk().agree(ada, eve);
        MergeRequest request = MergeRequest.of(desk().customerOf(ada), List.of(desk().customerOf(eve)), shop.key());

        Refused undecided = (Refused) desk().merging().merge(request);
        Merged merged = (Merged) desk().merging().merge(request.keeping(eves));

        assertThat(undecided.blockers())
                .extracting(MergeBlocker::reason)
                .containsOnly(MergeBlocker.Reason.USER_NOT_CHOSEN);
        assertThat(desk().userOf(ada)).isEqualTo(eves);
        assertThat(desk().userOf(eve)).isEqualTo(eves);
        assertThat(shop.membership().users().find(adas))
                .hasValueSatisfying(user -> assertThat(user.enabled()).isFalse());
        assertThat(shop.membership().users().find(eves))
                .hasValueSatisfying(user -> assertThat(user.enabled()).isTrue());
        assertThat(due()).containsExactlyInAnyOrder(adas, eves);
        assertThat(merged.merge().redirected()).hasSize(1);
    }

    @Test
    void points_neither_leave_blocked_accounts_nor_go_to_closed_ones() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        shop.block(from);
        shop.closeAccount(into);
        desk().agree(ada, eve);

        MergePreview preview = desk().merging()
                .preview(MergeRequest.of(desk().customerOf(ada), List.of(desk().customerOf(eve)), shop.key())
                        .keeping(desk().userOf(ada)));

        assertThat(preview.blockers())
                .containsExactly(
                        new MergeBlocker(MergeBlocker.Reason.ACCOUNT_BLOCKED, from.value()),
                        new MergeBlocker(MergeBlocker.Reason.ACCOUNT_CLOSED, into.value()));
        assertThat(preview.accounts())
                .singleElement()
                .satisfies(change -> assertThat(change.into()).isEqualTo(into));
    }

    private List<UserId> due() {
        return shop
                .storage()
                .read(stores -> stores.notifications().due(shop.time().instant(), 10))
                .stream()
                .map(notification -> notification.user())
                .toList();
    }

    private List<AccountId> accountsOf(String card) {
        IdentificationResult.Identified found = (IdentificationResult.Identified)
                shop.membership().identification().byCard(CardNumber.of(card));
        return found.accounts().stream().map(account -> account.account()).toList();
    }

    private Desk desk() {
        return new Desk(shop);
    }
}
