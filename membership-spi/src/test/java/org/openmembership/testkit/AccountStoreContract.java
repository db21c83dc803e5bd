package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountStore;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubVersion;
import org.openmembership.club.SchemeId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.shared.Document;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Stores;

/** What every {@link AccountStore} does. */
public abstract class AccountStoreContract extends StoreContract {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    @Requirement({"B28", "B29"})
    void an_account_is_read_back_whole_with_its_main_member_and_its_first_scheme() {
        MemberAccount account = story().account();

        assertThat(find(account.id())).contains(account);
        assertThat(members(account.id())).containsExactly(account.owner().mainMember());
        assertThat(moves(account.id())).containsExactly(AnyClub.opening(account));
    }

    @Test
    void a_standing_is_read_back_whole() {
        MemberAccount account = story().account();
        SchemeId silver = silver(account);
        MemberAccount pinned = account.pinned(silver, new SchemePin(ReasonCode.of("VIP"), DAY))
                .blocked(new Block(ReasonCode.of("LOST"), Actor.staff("clerk-1"), Any.minute(4)));

        update(pinned);
        assertThat(current(account).standing()).isEqualTo(pinned.standing());

        update(current(account)
                .pinned(silver, new SchemePin(ReasonCode.of("VIP"), null))
                .blocked(null));
        assertThat(current(account).standing().pin()).isEqualTo(new SchemePin(ReasonCode.of("VIP"), null));
        assertThat(current(account).block()).isEmpty();

        update(current(account).closed());
        assertThat(current(account).isClosed()).isTrue();
    }

    @Test
    @Requirement({"R16", "I20"})
    void what_accounts_had_is_followed_in_any_number_of_steps() {
        AccountId first = story().account().id();
        AccountId second = story().account().id();
        AccountId third = story().account().id();
        AccountId apart = story().account().id();
        kept(stores -> stores.accounts().succeed(first, second, null));
        kept(stores -> stores.accounts().succeed(second, third, null));

        assertThat(successors(first, second, third, apart))
                .isEqualTo(Map.of(first, List.of(second, third), second, List.of(third)));

        kept(stores -> stores.accounts().separate(second));
        assertThat(successors(first, second)).isEqualTo(Map.of(first, List.of(second)));
        assertThat(successors()).isEmpty();
    }

    private Map<AccountId, List<AccountId>> successors(AccountId... accounts) {
        return read(stores -> stores.accounts().successors(Set.of(accounts)));
    }

    private void kept(Consumer<Stores> change) {
        storage().inUnitOfWork(stores -> {
            change.accept(stores);
            return stores;
        });
    }

    @Test
    @Requirement("R32")
    void a_version_counts_every_change_and_a_change_of_another_version_loses_the_race() {
        MemberAccount account = story().account();
        update(account.closed());
        assertThat(current(account).version()).isEqualTo(account.version() + 1);

        assertAlwaysLost(stores -> stores.accounts().update(account.blocked(null)));
        assertRunAgain(
                stores -> stores.accounts().update(account.blocked(null)),
                stores -> stores.accounts()
                        .update(stores.accounts().find(account.id()).orElseThrow()));

        assertThat(current(account).version()).isEqualTo(account.version() + 2);
    }

    @Test
    void a_new_standing_leaves_the_ledger_alone() {
        MemberAccount account = story().account();
        story().earn(account.id(), "12.50", Any.minute(1));
        MemberAccount earned = current(account);

        update(earned.closed());

        assertThat(current(account).head()).isEqualTo(earned.head());
    }

    @Test
    @Requirement("B33")
    void accounts_of_members_in_a_club_are_found_together() {
        Club club = story().club();
        Member ada = story().member();
        Member grace = story().member();
        MemberAccount adas = story().account(club, ada);
        story().account(story().club(), grace);
        Map<MemberId, MemberAccount> found =
                read(stores -> stores.accounts().ofAll(Set.of(ada.id(), grace.id()), club.id()));

        assertThat(found).containsExactly(Map.entry(ada.id(), adas));
    }

    @Test
    void the_accounts_of_a_member_come_by_id() {
        Member member = story().member();
        MemberAccount one = story().account(story().club(), member);
        MemberAccount two = story().account(story().club(), member);
        MemberAccount other = story().account();

        assertThat(of(member.id())).containsExactlyElementsOf(byId(one, two));
        assertThat(of(member.id(), two.club())).contains(two);
        assertThat(of(member.id(), other.club())).isEmpty();
        assertThat(of(AnyMember.anyMemberId())).isEmpty();
    }

    @Test
    @Requirement("R32")
    void existing_accounts_are_locked_in_order_of_id() {
        MemberAccount one = story().account();
        MemberAccount two = story().account();
        SortedSet<AccountId> ids = new TreeSet<>(Set.of(one.id(), two.id(), AccountId.of("unknown")));

        write(stores -> assertThat(stores.accounts().lock(ids)).containsExactlyElementsOf(byId(one, two)));
        write(stores -> assertThat(stores.accounts().lock(new TreeSet<>())).isEmpty());
    }

    @Test
    void a_unit_of_work_sees_what_it_wrote() {
        Club club = story().club();
        Member member = story().member();
        MemberAccount account = AnyClub.anyAccount(club, member.id());

        write(stores -> {
            stores.accounts().open(account, AnyClub.opening(account));
            assertThat(stores.accounts().of(member.id(), club.id())).contains(account);
            stores.accounts().update(account.closed());
            assertThat(stores.accounts().find(account.id()).orElseThrow().isClosed())
                    .isTrue();
            assertThat(stores.accounts().moves(account.id())).hasSize(1);
        });
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_in_ids_and_codes() {
        Member member = story().member();
        for (String text : Naughty.strings(AccountId.MAX_LENGTH)) {
            MemberAccount account = named(text, member);
            write(stores -> {
                stores.clubs().add(anyVersion(account.club()), Set.of(account.scheme()));
                stores.accounts().open(account, AnyClub.opening(account));
            });
            MemberAccount blocked = account.blocked(new Block(ReasonCode.of(text), Actor.staff(text), Any.minute(1)))
                    .pinned(account.scheme(), new SchemePin(ReasonCode.of(text), null));
            update(blocked);

            assertThat(current(account).standing()).isEqualTo(blocked.standing());
            assertThat(current(account).owner()).isEqualTo(account.owner());
        }
    }

    private static ClubVersion anyVersion(ClubId club) {
        return new ClubVersion(
                club, 1, Any.anyInstant(), Any.anyInstant(), AnyClub.taking(), new Document("club", 1, "{}"));
    }

    private static MemberAccount named(String text, Member member) {
        MemberAccount.Owner owner =
                new MemberAccount.Owner(ClubId.of(text), AccountType.COMPANY, member.id(), Any.anyInstant());
        return MemberAccount.open(AccountId.of(text), owner, SchemeId.of(text), DAY);
    }

    private static SchemeId silver(MemberAccount account) {
        return SchemeId.of(account.club() + "-silver");
    }

    private static List<MemberAccount> byId(MemberAccount one, MemberAccount two) {
        return one.id().compareTo(two.id()) < 0 ? List.of(one, two) : List.of(two, one);
    }

    private void update(MemberAccount account) {
        write(stores -> stores.accounts().update(account));
    }

    private MemberAccount current(MemberAccount account) {
        return find(account.id()).orElseThrow();
    }

    private Optional<MemberAccount> find(AccountId id) {
        return read(stores -> stores.accounts().find(id));
    }

    private List<MemberAccount> of(MemberId member) {
        return read(stores -> stores.accounts().of(member));
    }

    private Optional<MemberAccount> of(MemberId member, ClubId club) {
        return read(stores -> stores.accounts().of(member, club));
    }

    private List<MemberId> members(AccountId id) {
        return read(stores -> stores.accounts().membersOf(id));
    }

    private List<SchemeMove> moves(AccountId id) {
        return read(stores -> stores.accounts().moves(id));
    }
}
