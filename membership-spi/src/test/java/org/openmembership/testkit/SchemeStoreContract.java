package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.account.SchemeStanding;
import org.openmembership.account.SchemeStanding.Earned;
import org.openmembership.account.SchemeStanding.Grace;
import org.openmembership.account.SchemeStanding.Paid;
import org.openmembership.account.SchemeStore;
import org.openmembership.club.Club;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;

/** How every {@link SchemeStore} keeps by which routes accounts came to their schemes. */
@Requirement({"R43", "B52"})
public abstract class SchemeStoreContract extends StoreContract {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    void accounts_come_by_id_each_with_its_standing_and_the_number_of_its_last_move() {
        MemberAccount known = story().account();
        MemberAccount bare = story().account();
        SchemeStanding standing = new SchemeStanding(
                known.id(),
                new Earned(known.scheme(), DAY, DAY.plusYears(1), new Grace(DAY.plusDays(3), DAY.plusDays(9))),
                new Paid(silver(known), DAY.minusDays(1), DAY.plusDays(30)));
        write(stores -> {
            stores.schemes().add(standing);
            stores.accounts().review(List.of(known), List.of(move(known, 2)));
        });

        List<SchemeCase> cases = cases(known.id(), bare.id(), AccountId.of("nobody"));

        assertThat(cases)
                .hasSize(2)
                .isSortedAccordingTo((one, other) ->
                        one.account().id().compareTo(other.account().id()));
        SchemeCase ofKnown = cases(known.id()).get(0);
        assertThat(ofKnown.kept()).isEqualTo(standing);
        assertThat(ofKnown.lastMove()).isEqualTo(2);
        assertThat(cases(bare.id())).containsExactly(new SchemeCase(bare, null, 1));
        assertThat(cases()).isEmpty();
    }

    @Test
    void a_changed_standing_takes_the_place_of_the_one_before() {
        MemberAccount account = story().account();
        Earned earned = new Earned(account.scheme(), DAY, null, null);
        SchemeStanding first = new SchemeStanding(account.id(), earned, new Paid(silver(account), DAY, DAY));
        SchemeStanding second = first.with(new Earned(silver(account), DAY.plusDays(2), DAY.plusDays(4), null))
                .with((Paid) null);
        write(stores -> stores.schemes().add(first));
        write(stores -> stores.schemes().change(second));

        assertThat(cases(account.id()).get(0).kept()).isEqualTo(second);
    }

    @Test
    void a_standing_that_is_not_there_is_not_changed() {
        MemberAccount account = story().account();

        assertAlwaysLost(stores -> stores.schemes()
                .change(new SchemeStanding(account.id(), new Earned(account.scheme(), DAY, null, null), null)));

        assertThat(cases(account.id()).get(0).kept()).isNull();
    }

    @Test
    void the_moves_of_an_account_come_in_pages_the_last_first() {
        MemberAccount account = story().account();
        SchemeMove second = move(account, 2);
        SchemeMove third = move(account, 3);
        write(stores -> stores.accounts().review(List.of(account), List.of(second, third)));

        Page<SchemeMove> page = moves(account, Page.Request.first(2));

        assertThat(page.items()).containsExactly(third, second);
        assertThat(moves(account, Page.Request.after(page.nextCursor().orElseThrow(), 2)))
                .isEqualTo(new Page<>(List.of(AnyClub.opening(account)), null));
        assertThat(moves(account, Page.Request.first(3)).nextCursor()).isEmpty();
    }

    @Test
    @Requirement({"R42", "R44"})
    void what_is_to_come_and_the_floor_of_a_pin_are_read_as_they_were_written() {
        MemberAccount account = story().account();
        MemberAccount.Coming coming = new MemberAccount.Coming(silver(account), Any.minute(99));
        SchemePin floor = new SchemePin(ReasonCode.of("vip"), DAY, silver(account));
        MemberAccount changed = account.underPin(floor).reviewed(account.scheme(), coming, DAY);
        write(stores -> stores.accounts().update(changed));

        MemberAccount read = cases(account.id()).get(0).account();

        assertThat(read.standing()).isEqualTo(changed.standing());
        assertThat(read.schemeAt(Any.minute(98))).isEqualTo(account.scheme());
        assertThat(read.schemeAt(Any.minute(99))).isEqualTo(silver(account));
    }

    @Test
    @Requirement("D34")
    void the_moves_of_a_day_come_by_account_then_number_and_those_of_other_clubs_and_openings_do_not() {
        Club club = story().club();
        MemberAccount one = story().account(club, story().member());
        MemberAccount other = story().account(club, story().member());
        MemberAccount elsewhere = story().account();
        List<SchemeMove> moves = List.of(move(one, 2), move(one, 3), move(other, 2), move(elsewhere, 2));
        write(stores -> stores.accounts().review(List.of(one, other, elsewhere), moves));
        List<SchemeMove> ofClub = moves.stream()
                .filter(move -> !move.account().equals(elsewhere.id()))
                .sorted(Comparator.comparing(SchemeMove::account).thenComparingInt(SchemeMove::number))
                .toList();

        assertThat(movesOn(club, DAY, null, 9)).isEqualTo(ofClub);
        assertThat(movesOn(club, DAY, null, 2)).isEqualTo(ofClub.subList(0, 2));
        assertThat(movesOn(club, DAY, ofClub.get(1), 2)).isEqualTo(ofClub.subList(2, 3));
        assertThat(movesOn(club, DAY.plusDays(1), null, 9)).isEmpty();
        LocalDate openedOn = AnyClub.opening(one).when().effectiveOn();
        assertThat(movesOn(club, openedOn, null, 9)).isEmpty();
    }

    private List<SchemeMove> movesOn(Club club, LocalDate day, @Nullable SchemeMove after, int limit) {
        return read(stores -> stores.schemes().movesOn(club.id(), day, after, limit));
    }

    private static SchemeMove move(MemberAccount account, int number) {
        return new SchemeMove(
                account.id(),
                number,
                new SchemeMove.Change(account.scheme(), account.scheme()),
                new SchemeMove.Cause(SchemeMove.Cause.Kind.RENEWED, null),
                new SchemeMove.When(Any.minute(number), DAY, DAY.plusDays(number)));
    }

    private static SchemeId silver(MemberAccount account) {
        return SchemeId.of(account.club() + "-silver");
    }

    private List<SchemeCase> cases(AccountId... ids) {
        return read(stores -> stores.schemes().cases(new TreeSet<>(List.of(ids))));
    }

    private Page<SchemeMove> moves(MemberAccount account, Page.Request page) {
        return read(stores -> stores.schemes().moves(account.id(), page));
    }
}
