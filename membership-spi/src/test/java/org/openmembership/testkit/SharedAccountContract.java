package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountStatus;
import org.openmembership.account.AccountStore;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.user.User;

/** Who has an account, as every {@link AccountStore} keeps it. */
public abstract class SharedAccountContract extends StoreContract {
    @Test
    @Requirement({"R55", "B30", "B31"})
    void who_shares_an_account_is_replaced_as_a_whole_and_the_points_stay() {
        Club club = story().club();
        Member ada = story().member();
        MemberAccount account = story().account(club, ada);
        story().earn(account.id(), "12.50", Any.minute(1));
        Member grace = story().member();
        MemberId alan = story().member().id();

        share(current(account).with(AccountType.FAMILY), ada.id(), grace.id(), alan);
        MemberAccount shared = current(account);
        assertThat(shared.owner().type()).isEqualTo(AccountType.FAMILY);
        assertThat(members(account.id()).get(0)).isEqualTo(ada.id());
        assertThat(members(account.id())).containsExactlyInAnyOrder(ada.id(), grace.id(), alan);
        assertThat(in(club, alan)).contains(shared);
        List<User> users = read(stores -> stores.accounts().usersOf(account.id()));
        assertThat(users)
                .extracting(User::id)
                .contains(ada.user(), grace.user())
                .hasSize(3)
                .isSorted();

        share(shared.representedBy(grace.id()), ada.id(), grace.id());
        assertThat(members(account.id())).containsExactly(grace.id(), ada.id());
        assertThat(in(club, alan)).isEmpty();
        assertThat(current(account).head()).isEqualTo(shared.head());
        assertAlwaysLost(stores -> stores.accounts().share(shared, new TreeSet<>(Set.of(ada.id()))));
    }

    @Test
    @Requirement("R55")
    void an_account_may_be_nobodys_until_a_member_represents_it() {
        Club club = story().club();
        MemberAccount nobodys = AnyClub.anyAccount(club, null);
        write(stores -> stores.accounts().open(nobodys, AnyClub.opening(nobodys)));
        assertThat(find(nobodys.id())).contains(nobodys);
        assertThat(current(nobodys).isUnassigned()).isTrue();
        assertThat(members(nobodys.id())).isEmpty();
        MemberId ada = story().member().id();

        share(nobodys.representedBy(ada), ada);

        assertThat(current(nobodys).standing().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(members(nobodys.id())).containsExactly(ada);
        assertThat(in(club, ada)).map(MemberAccount::id).contains(nobodys.id());
    }

    @Test
    @Requirement({"R55", "R32"})
    void whoever_got_an_account_in_the_club_meanwhile_does_not_share_another() {
        Club club = story().club();
        Member ada = story().member();
        Member grace = story().member();
        MemberAccount family = story().account(club, ada);
        story().account(club, grace);
        SortedSet<MemberId> both = new TreeSet<>(Set.of(ada.id(), grace.id()));

        assertAlwaysLost(stores -> stores.accounts().share(family.with(AccountType.FAMILY), both));
        assertThat(members(family.id())).hasSize(1);
    }

    @Test
    @Requirement({"R55", "B29"})
    void a_member_has_one_account_in_a_club() {
        Club club = story().club();
        Member member = story().member();
        MemberAccount first = story().account(club, member);
        MemberAccount second = AnyClub.anyAccount(club, member.id());

        assertAlwaysLost(stores -> stores.accounts().open(second, AnyClub.opening(second)));
        assertRunAgain(
                stores -> stores.accounts().open(second, AnyClub.opening(second)),
                stores ->
                        assertThat(stores.accounts().of(member.id(), club.id())).contains(first));
    }

    private Optional<MemberAccount> in(Club club, MemberId member) {
        return read(stores -> stores.accounts().of(member, club.id()));
    }

    private void share(MemberAccount account, MemberId... members) {
        write(stores -> stores.accounts().share(account, new TreeSet<>(List.of(members))));
    }

    private MemberAccount current(MemberAccount account) {
        return find(account.id()).orElseThrow();
    }

    private Optional<MemberAccount> find(AccountId id) {
        return read(stores -> stores.accounts().find(id));
    }

    private List<MemberId> members(AccountId id) {
        return read(stores -> stores.accounts().membersOf(id));
    }
}
