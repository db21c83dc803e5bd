package org.openmembership.journals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.TransferTerms;
import org.openmembership.journal.JournalType;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"B46", "R30"})
class TransferJournalTest extends ShopTest {
    @Test
    @Requirement("I10")
    void points_leave_and_arrive_in_pairs_line_by_line() {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        AccountId joe = shop.account();
        shop.give(ada, 100);

        Posted posted = (Posted) post(line(ada, eve, 60), line(eve, joe, 25));

        assertThat(posted.journal().type()).isEqualTo(JournalType.TRANSFER);
        assertThat(posted.entries())
                .extracting(PointEntry::kind)
                .containsExactly(
                        EntryKind.TRANSFER_FROM, EntryKind.TRANSFER_TO, EntryKind.TRANSFER_FROM, EntryKind.TRANSFER_TO);
        assertThat(posted.entries().get(0).related())
                .contains(posted.entries().get(1).id());
        assertThat(List.of(shop.available(ada), shop.available(eve), shop.available(joe)))
                .containsExactly(Points.of(40), Points.of(35), Points.of(25));
    }

    @Test
    @Requirement({"B47", "B48"})
    void the_clubs_factor_takes_its_share() {
        factor("0.90");
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        shop.give(ada, 100);

        post(line(ada, eve, 100));

        assertThat(shop.available(eve)).isEqualTo(Points.of(90));
    }

    @Test
    void what_hinders_a_transfer_is_told_by_line_with_all_the_rest() {
        factor("0.5");
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        AccountId blocked = shop.account();
        shop.block(blocked);
        AccountId other = shop.account(shop.member(), shop.anotherClub("tea"));
        shop.give(ada, 10);

        assertThat(post(
                        line(ada, eve, 11),
                        line(ada, ada, 1),
                        line(ada, blocked, 1),
                        line(ada, other, 1),
                        line(ada, eve, 1),
                        line(ada, eve, 0),
                        line(ada, eve, 1).until(LocalDate.parse("2027-01-01")),
                        JournalLine.of(ada, Points.of(1), "gift"),
                        line(AccountId.of("nobody"), eve, 2)))
                .isEqualTo(new Refused(List.of(
                        new LineViolation(1, JournalRefusal.NOT_ENOUGH_POINTS),
                        new LineViolation(2, JournalRefusal.NO_OTHER_ACCOUNT),
                        new LineViolation(3, JournalRefusal.BLOCKED),
                        new LineViolation(4, JournalRefusal.OTHER_CLUB),
                        new LineViolation(5, JournalRefusal.NOTHING_ARRIVES),
                        new LineViolation(6, JournalRefusal.WRONG_SIGN),
                        new LineViolation(7, JournalRefusal.LAST_DAY_OF_TAKEN_POINTS),
                        new LineViolation(8, JournalRefusal.NO_OTHER_ACCOUNT),
                        new LineViolation(8, JournalRefusal.WRONG_KIND),
                        new LineViolation(9, JournalRefusal.UNKNOWN_ACCOUNT))));
        assertThat(shop.available(ada)).isEqualTo(Points.of(10));
    }

    @Test
    void a_transfer_cannot_be_chosen_in_a_normal_journal() {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        shop.give(ada, 10);

        JournalResult result = shop.membership()
                .journals()
                .post(JournalRequest.normal(Shop.CLUB, List.of(line(ada, eve, 1).because("any")), shop.key()));

        assertThat(result).isEqualTo(new Refused(List.of(new LineViolation(1, JournalRefusal.WRONG_KIND))));
    }

    private JournalResult post(JournalLine... lines) {
        return shop.membership().journals().post(JournalRequest.transfer(Shop.CLUB, List.of(lines), shop.key()));
    }

    private static JournalLine line(AccountId from, AccountId to, long points) {
        return JournalLine.transfer(from, to, Points.of(points));
    }

    private void factor(String factor) {
        shop.publish(club ->
                club.transfer(new TransferTerms(new BigDecimal(factor), Period.ZERO, TransferTerms.Expiry.KEEP)));
    }
}
