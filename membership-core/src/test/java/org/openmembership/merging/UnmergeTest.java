package org.openmembership.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CustomerForm;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeId;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.UnmergeResult.Reason;
import org.openmembership.merging.UnmergeResult.Refused;
import org.openmembership.merging.UnmergeResult.UnknownMerge;
import org.openmembership.merging.UnmergeResult.Unmerged;
import org.openmembership.notes.NoteForm;
import org.openmembership.payonaccount.OnAccountRequest;
import org.openmembership.request.RequestedAddress;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserId;

/** Making one customer several again, on every storage. */
@Requirement({"R16", "I20"})
final class UnmergeTest extends ShopTest {
    private static final Page.Request ALL = Page.Request.first(100);

    @Test
    void customers_are_as_they_were() {
        CustomerId ada =
                desk().customer(CustomerForm.builder().name("Ada", "Byron").addresses(List.of(address("1 Old Road"))));
        CustomerId eve = desk().customer(CustomerForm.builder()
                .name("Eve", "Byron")
                .title("Dr")
                .email("eve@example.org")
                .addresses(List.of(address("1 Old Road"), address("2 New Road")))
                .selling(new CustomerForm.Selling(null, false, null, true)));
        shop.membership().notes().add(eve, shop.key(), NoteForm.note("prefers the morning"));
        shop.membership().payOnAccount().charge(OnAccountRequest.of(eve, Money.parse("EUR 12.50"), shop.key()));
        Customer adaBefore = desk().read(ada);
        Customer eveBefore = desk().read(eve);
        Merge merge = ((Merged) desk().merge(ada, eve)).merge();
        assertThat(desk().merging().into(ada)).containsExactly(merge);

        Unmerged undone = (Unmerged) desk().merging().unmerge(merge.id());

        assertThat(undone.repeated()).isFalse();
        assertThat(unversioned(desk().read(ada))).isEqualTo(unversioned(adaBefore));
        assertThat(unversioned(desk().read(eve))).isEqualTo(unversioned(eveBefore));
        assertThat(shop.membership().notes().of(eve, ALL).items()).hasSize(1);
        assertThat(shop.membership().notes().of(ada, ALL).items()).isEmpty();
        assertThat(balance(eve)).isEqualTo(Money.parse("EUR 12.50"));
        assertThat(balance(ada)).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(shop.membership()
                        .finding()
                        .customers(CustomerSearch.anything("eve@example.org"), ALL)
                        .items())
                .hasSize(1);
        assertThat(desk().merging().of(eve)).isEmpty();
        assertThat(desk().merging().into(ada)).isEmpty();
        assertThat(desk().merging().unmerge(merge.id())).isEqualTo(new Unmerged(undone.merge(), true));
        assertThat(desk().merging().unmerge(MergeId.of("unknown"))).isEqualTo(new UnknownMerge());
    }

    @Test
    void members_users_accounts_points_and_cards_are_as_they_were() {
        shop.publish(terms -> terms.expiry(ExpiryRule.after(Period.ofMonths(6))));
        ClubId tea = shop.anotherClub("tea");
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        AccountId teaOfEve = shop.account(eve, tea);
        shop.membership().cards().assign(CardNumber.of("1"), from, eve);
        shop.membership().cards().assign(CardNumber.of("2"), teaOfEve, eve);
        shop.give(into, 5);
        shop.give(from, 10);
        shop.time().advance(Duration.ofDays(10));
        shop.give(from, 20);
        Member adaBefore = desk().member(ada);
        Member eveBefore = desk().member(eve);
        List<String> lotsBefore = desk().lots(from);
        List<String> lotsOfAdaBefore = desk().lots(into);
        UserId eves = desk().userOf(eve);
        desk().agree(ada, eve);
        Merge merge = ((Merged) desk().merging()
                        .merge(MergeRequest.of(desk().customerOf(ada), List.of(desk().customerOf(eve)), shop.key())
                                .keeping(eves)))
                .merge();

        assertThat(desk().merging().unmerge(merge.id())).isInstanceOf(Unmerged.class);

        assertThat(desk().member(ada))
                .usingRecursiveComparison()
                .ignoringFields("version", "links")
                .isEqualTo(adaBefore);
        assertThat(desk().member(eve))
                .usingRecursiveComparison()
                .ignoringFields("version", "links")
                .isEqualTo(eveBefore);
        assertThat(desk().member(eve).links()).hasSize(1);
        assertThat(desk().lots(from)).isEqualTo(lotsBefore);
        assertThat(desk().lots(into)).isEqualTo(lotsOfAdaBefore);
        assertThat(shop.row(from).isClosed()).isFalse();
        assertThat(shop.row(teaOfEve).owner().mainMember()).isEqualTo(eve);
        assertThat(shop.membership().users().find(desk().userOf(ada)))
                .hasValueSatisfying(user -> assertThat(user.enabled()).isTrue());
        for (Map.Entry<String, AccountId> card :
                Map.of("1", from, "2", teaOfEve).entrySet()) {
            assertThat(desk().card(card.getKey()).account()).contains(card.getValue());
            assertThat(desk().card(card.getKey()).carrier()).isEqualTo(eve);
        }
        assertThat(shop.spend(from, 30).points()).isEqualTo(Points.of(-30));
    }

    @Test
    void a_debt_goes_back_while_it_is_owed() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        shop.owe(from, 50);
        desk().agree(ada, eve);
        Merge merge = desk().merge(ada, eve).merge();
        assertThat(shop.balance(into).debt()).isEqualTo(Points.of(50));

        assertThat(desk().merging().unmerge(merge.id())).isInstanceOf(Unmerged.class);

        assertThat(shop.balance(into).debt()).isEqualTo(Points.ZERO);
        assertThat(shop.balance(from).debt()).isEqualTo(Points.of(50));
    }

    @Test
    void whatever_contradicts_going_back_is_named_and_nothing_is_changed() {
        MemberId ada = shop.member();
        MemberId eve = shop.member();
        AccountId into = shop.account(ada, Shop.CLUB);
        AccountId from = shop.account(eve, Shop.CLUB);
        shop.give(from, 10);
        desk().agree(ada, eve);
        Merge merge = desk().merge(ada, eve).merge();
        shop.block(into);

        assertRefused(merge, Reason.ACCOUNT_CHANGED);
        shop.unblock(into);
        shop.spend(into, 1);
        assertRefused(merge, Reason.POINTS_USED);

        assertThat(shop.available(into)).isEqualTo(Points.of(9));
        assertThat(desk().member(eve).id()).isEqualTo(ada);
    }

    @Test
    void what_the_survivor_got_and_was_changed_since_does_not_go_back() {
        CustomerId ada = desk().customer("Ada", "Byron");
        CustomerId eve =
                desk().customer(CustomerForm.builder().name("Eve", "Byron").email("eve@example.org"));
        Merge merge = ((Merged) desk().merge(ada, eve)).merge();
        Customer now = desk().read(ada);
        shop.membership()
                .customers()
                .edit(
                        ada,
                        now.version(),
                        CustomerForm.builder()
                                .name("Ada", "Byron")
                                .email("ada@example.org")
                                .build());

        assertRefused(merge, Reason.FIELD_CHANGED);
    }

    @Test
    void a_merge_that_another_builds_on_is_undone_after_it() {
        CustomerId ada = desk().customer("Ada", "Byron");
        CustomerId eve = desk().customer("Eve", "Byron");
        CustomerId zoe = desk().customer("Zoe", "Byron");
        Merge first = ((Merged) desk().merge(eve, zoe)).merge();
        Merge second = ((Merged) desk().merge(ada, eve)).merge();

        assertRefused(first, Reason.MERGED_AGAIN);
        assertThat(desk().merging().unmerge(second.id())).isInstanceOf(Unmerged.class);
        assertThat(desk().read(zoe).id()).isEqualTo(eve);
        assertThat(desk().merging().unmerge(first.id())).isInstanceOf(Unmerged.class);
        assertThat(desk().read(zoe).id()).isEqualTo(zoe);
    }

    private void assertRefused(Merge merge, Reason reason) {
        assertThat(desk().merging().unmerge(merge.id()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static Customer unversioned(Customer customer) {
        return customer.toBuilder().version(1).build();
    }

    private Money balance(CustomerId customer) {
        return shop.membership().payOnAccount().balance(customer).orElseThrow().balance();
    }

    private static RequestedAddress address(String street) {
        return RequestedAddress.in("GB").lines(street, null).build();
    }

    private Desk desk() {
        return new Desk(shop);
    }
}
