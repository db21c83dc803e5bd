package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.ledger.LotId;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.warning.ExpiryWarning;
import org.openmembership.warning.WarningStore;

/** How every {@link WarningStore} finds what is to be warned of, and keeps that it was. */
@Requirement({"B6", "B67"})
public abstract class WarningStoreContract extends StoreContract {
    private static final ReasonCode SOON = ReasonCode.of("WITHIN_DAYS_30");

    private Club club = AnyClub.anyClub();
    private AccountId account = AnyClub.anyAccountId();

    @BeforeEach
    void openAccount() {
        club = story().club();
        account = story().account(club, story().member()).id();
    }

    @Test
    void points_that_lapse_in_a_window_are_due_until_they_were_warned_of() {
        lot(10);
        LotId first = lot(11);
        LotId last = lot(20);
        lot(21);
        story().spend(account, "3", Any.minute(5));

        List<ExpiryWarning> due = due(null, 9);

        assertThat(due).extracting(ExpiryWarning::lot).containsExactly(first, last);
        assertThat(due.get(0))
                .isEqualTo(new ExpiryWarning(
                        first,
                        SOON,
                        requireNonNull(story().current(account).owner().mainMember()),
                        new ExpiryWarning.Notice(Points.of(1), Any.minute(11)),
                        Any.minute(6)));
        assertThat(due(first, 9)).extracting(ExpiryWarning::lot).containsExactly(last);
        assertThat(due(null, 1)).extracting(ExpiryWarning::lot).containsExactly(first);
        write(stores -> stores.warnings().addAll(due.subList(0, 1)));
        assertThat(due(null, 9)).extracting(ExpiryWarning::lot).containsExactly(last);
        assertThat(ofAccount()).containsExactly(due.get(0));
    }

    @Test
    void a_lot_is_warned_of_in_each_window_once() {
        lot(11);
        ExpiryWarning warning = due(null, 9).get(0);
        ExpiryWarning elsewhere = new ExpiryWarning(
                warning.lot(), ReasonCode.of("NEXT_WEEK"), warning.member(), warning.notice(), warning.warnedAt());
        write(stores -> stores.warnings().addAll(List.of(warning, elsewhere)));

        assertAlwaysLost(stores -> stores.warnings().addAll(List.of(warning)));
        assertThat(ofAccount()).containsExactly(elsewhere, warning);
    }

    @Test
    void other_clubs_have_warnings_of_their_own() {
        AccountId elsewhere = story().account().id();
        story().earn(elsewhere, "1", AnyEntry.life(Any.minute(1), Any.minute(15)), Any.minute(1));

        assertThat(due(null, 9)).isEmpty();
    }

    private LotId lot(int end) {
        return new LotId(
                story().earn(account, "2", AnyEntry.life(Any.minute(1), Any.minute(end)), Any.minute(1))
                        .id(),
                1);
    }

    private List<ExpiryWarning> due(@Nullable LotId after, int limit) {
        WarningStore.Question question =
                new WarningStore.Question(club.id(), SOON, Any.minute(10), Any.minute(20), Any.minute(6));
        return read(stores -> stores.warnings().due(question, after, limit));
    }

    private List<ExpiryWarning> ofAccount() {
        return read(stores -> stores.warnings().of(account));
    }
}
