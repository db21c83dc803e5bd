package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountStore;
import org.openmembership.account.AccountStore.SchemeCount;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.Sharer;
import org.openmembership.club.Club;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;

/** How every {@link AccountStore} keeps schemes, and who is looked at next. */
public abstract class AccountReviewContract extends StoreContract {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    @Requirement({"B51", "B52"})
    void a_review_writes_standings_and_moves_together() {
        MemberAccount moved = story().account();
        MemberAccount stayed = story().account();
        SchemeMove move = review(moved, 2, "1250.5");

        write(stores -> stores.accounts()
                .review(
                        List.of(
                                moved.reviewed(silver(moved), DAY.plusDays(7)),
                                stayed.reviewed(stayed.scheme(), DAY.plusDays(8))),
                        List.of(move)));

        assertThat(current(moved).scheme()).isEqualTo(silver(moved));
        assertThat(current(stayed).standing().nextReview()).isEqualTo(DAY.plusDays(8));
        assertThat(moves(moved.id())).containsExactly(AnyClub.opening(moved), move);
        assertThat(moves(stayed.id())).hasSize(1);
    }

    @Test
    @Requirement("D24")
    void who_shares_an_open_account_of_a_club_is_found_by_birthdate_in_pages() {
        Club club = story().club();
        LocalDate born = requireNonNull(AnyMember.anyDetails().birthdate());
        List<Sharer> sharers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            MemberAccount account = story().account(club, story().member());
            sharers.add(new Sharer(requireNonNull(account.owner().mainMember()), account.id()));
        }
        MemberAccount closed = story().account(club, story().member());
        update(closed.closed());
        story().account();
        sharers.sort(Comparator.comparing(Sharer::member));
        Instant later = closed.owner().openedAt().plusSeconds(1);

        assertThat(born(club, born, later, null)).containsExactlyElementsOf(sharers.subList(0, 2));
        assertThat(born(club, born, later, sharers.get(1).member())).containsExactly(sharers.get(2));
        assertThat(born(club, born, later, sharers.get(2).member())).isEmpty();
        assertThat(born(club, born.plusDays(1), later, null)).isEmpty();
        assertThat(born(club, born, Instant.EPOCH, null)).isEmpty();
    }

    private List<Sharer> born(Club club, LocalDate day, Instant openedBefore, @Nullable MemberId after) {
        Set<LocalDate> days = Set.of(day, LocalDate.of(1850, 1, 1));
        return read(stores -> stores.accounts().born(club.id(), days, openedBefore, after, 2));
    }

    @Test
    void a_review_of_another_version_loses_the_race_and_moves_nobody() {
        MemberAccount first = story().account();
        MemberAccount changed = story().account();
        update(changed.closed());

        assertAlwaysLost(stores -> stores.accounts()
                .review(List.of(first.reviewed(silver(first), DAY), changed), List.of(review(first, 2, "1"))));

        assertThat(find(first.id())).contains(first);
        assertThat(moves(first.id())).hasSize(1);
    }

    @Test
    void active_accounts_of_the_club_are_due_from_their_day_on_in_pages_by_id() {
        Club club = story().club();
        List<AccountId> due =
                Stream.generate(() -> open(club)).limit(5).sorted().toList();
        story().account();
        MemberAccount closed = story().account(club, story().member());
        update(closed.closed());
        MemberAccount later = story().account(club, story().member());
        update(later.reviewed(later.scheme(), DAY.plusDays(1)));

        assertThat(due(club, DAY.minusDays(1), null, 10)).isEmpty();
        assertThat(due(club, DAY, null, 10)).containsExactlyElementsOf(due);
        assertThat(due(club, DAY, null, 2)).containsExactlyElementsOf(due.subList(0, 2));
        assertThat(due(club, DAY, due.get(1), 2)).containsExactlyElementsOf(due.subList(2, 4));
        assertThat(due(club, DAY, due.get(3), 2)).containsExactlyElementsOf(due.subList(4, 5));
        assertThat(due(club, DAY, due.get(4), 2)).isEmpty();
        assertThat(due(club, DAY.plusDays(1), null, 10)).hasSize(6).contains(later.id());
    }

    @Test
    void accounts_are_counted_by_scheme() {
        Club club = story().club();
        open(club);
        MemberAccount silver = story().account(club, story().member());
        update(silver.pinned(silver(silver), null));
        open(club);
        story().account();

        assertThat(counts(club))
                .containsExactly(new SchemeCount(club.defaultScheme(), 2), new SchemeCount(silver(silver), 1));
        assertThat(counts(story().club())).isEmpty();
    }

    @Test
    @Requirement("D32")
    void a_scheme_that_accounts_are_to_come_to_is_in_use() {
        Club club = story().club();
        MemberAccount comes = story().account(club, story().member());
        SchemeId silver = silver(comes);
        MemberAccount.Coming coming = new MemberAccount.Coming(silver, Any.minute(5));
        update(comes.reviewed(comes.scheme(), coming, DAY));
        open(club);

        assertThat(inUse(club)).containsExactly(new SchemeCount(club.defaultScheme(), 2), new SchemeCount(silver, 1));
        assertThat(counts(club)).containsExactly(new SchemeCount(club.defaultScheme(), 2));
        update(current(comes).reviewed(silver, null, DAY));
        assertThat(inUse(club)).containsExactly(new SchemeCount(club.defaultScheme(), 1), new SchemeCount(silver, 1));
    }

    private static SchemeMove review(MemberAccount account, int number, String measure) {
        return new SchemeMove(
                account.id(),
                number,
                new SchemeMove.Change(account.scheme(), silver(account)),
                new SchemeMove.Cause(SchemeMove.Cause.Kind.REVIEW, new BigDecimal(measure)),
                new SchemeMove.When(Any.minute(7), DAY));
    }

    private static SchemeId silver(MemberAccount account) {
        return SchemeId.of(account.club() + "-silver");
    }

    private AccountId open(Club club) {
        return story().account(club, story().member()).id();
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

    private List<SchemeMove> moves(AccountId id) {
        return read(stores -> stores.accounts().moves(id));
    }

    @Test
    void the_accounts_of_a_club_come_by_id_in_pages() {
        Club club = story().club();
        List<AccountId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(story().account(club, story().member()).id());
        }
        story().account(story().club(), story().member());
        ids.sort(null);

        assertThat(ofClub(club, null, 3)).isEqualTo(ids.subList(0, 3));
        assertThat(ofClub(club, ids.get(2), 3)).isEqualTo(ids.subList(3, 5));
        assertThat(ofClub(club, ids.get(4), 3)).isEmpty();
    }

    private List<AccountId> ofClub(Club club, @Nullable AccountId after, int limit) {
        return read(stores -> stores.accounts().ofClub(club.id(), after, limit)).stream()
                .map(MemberAccount::id)
                .toList();
    }

    private List<AccountId> due(Club club, LocalDate day, @Nullable AccountId after, int limit) {
        return read(stores -> stores.accounts().dueForReview(club.id(), day, after, limit));
    }

    private List<SchemeCount> inUse(Club club) {
        return read(stores -> stores.accounts().countBySchemeInUse(club.id()));
    }

    private List<SchemeCount> counts(Club club) {
        return read(stores -> stores.accounts().countByScheme(club.id()));
    }
}
