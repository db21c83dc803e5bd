package org.openmembership.journals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.club.TransferTerms;
import org.openmembership.journal.JournalId;
import org.openmembership.journals.JournalResult.KeyReused;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.reversal.ReversalRefusal;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"B45", "R21", "R26"})
class JournalReversalTest extends ShopTest {
    @Test
    @Requirement("I11")
    void every_line_is_undone_by_a_reversal_that_names_it_the_last_first() {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        shop.give(eve, 50);
        Posted posted =
                (Posted) post(JournalLine.of(ada, Points.of(30), "a"), JournalLine.of(eve, Points.of(-20), "b"));

        Posted undone = (Posted) reverse(posted);

        assertThat(undone.entries()).extracting(PointEntry::kind).containsOnly(EntryKind.REVERSAL);
        assertThat(undone.entries())
                .extracting(entry -> entry.related().orElseThrow())
                .containsExactly(
                        posted.entries().get(1).id(), posted.entries().get(0).id());
        assertThat(undone.journal().reversed()).contains(posted.journal().id());
        assertThat(undone.journal().id().number()).isEqualTo(2);
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
        assertThat(shop.available(eve)).isEqualTo(Points.of(50));
        assertThat(shop.remaining(eve)).containsExactly("50");
    }

    @Test
    void it_is_undone_once_and_what_undoes_it_is_not_undone() {
        AccountId ada = shop.account();
        Posted posted = (Posted) post(JournalLine.of(ada, Points.of(30), "a"));
        Posted undone = (Posted) reverse(posted);

        assertThat(reverse(posted)).isEqualTo(refused(0, JournalRefusal.ALREADY_REVERSED));
        assertThat(reverse(undone)).isEqualTo(refused(0, JournalRefusal.IS_REVERSAL));
        assertThat(reverse(new JournalId(Shop.CLUB, 77), shop.key()))
                .isEqualTo(refused(0, JournalRefusal.UNKNOWN_JOURNAL));
        assertThat(shop.reverse(posted.entries().get(0)))
                .isEqualTo(new ReversalResult.Refused(ReversalRefusal.ALREADY_REVERSED, false));
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R27", "I8"})
    void a_repeat_gives_the_first_answer_and_the_key_of_a_journal_cannot_undo_it() {
        AccountId ada = shop.account();
        Posted posted = (Posted) post(JournalLine.of(ada, Points.of(30), "a"));
        ExternalKey key = shop.key();

        Posted first = (Posted) reverse(posted.journal().id(), key);
        JournalResult again = reverse(posted.journal().id(), key);
        JournalResult own =
                reverse(posted.journal().id(), posted.journal().command().key());

        assertThat(again).isEqualTo(new Posted(first.journal(), first.entries(), true));
        assertThat(own).isInstanceOf(KeyReused.class);
    }

    @Test
    void a_line_that_was_undone_by_itself_is_left_alone() {
        AccountId ada = shop.account();
        Posted posted = (Posted) post(JournalLine.of(ada, Points.of(30), "a"), JournalLine.of(ada, Points.of(5), "b"));
        shop.reverse(posted.entries().get(0));

        Posted undone = (Posted) reverse(posted);

        assertThat(undone.entries()).hasSize(1);
        assertThat(shop.balance(ada)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    void where_each_line_was_undone_by_itself_nothing_is_left_to_undo() {
        AccountId ada = shop.account();
        Posted posted = (Posted) post(JournalLine.of(ada, Points.of(30), "a"), JournalLine.of(ada, Points.of(5), "b"));
        posted.entries().forEach(shop::reverse);

        assertThat(reverse(posted)).isEqualTo(refused(0, JournalRefusal.ALREADY_REVERSED));
    }

    @Test
    void spent_points_are_owed_or_refuse_the_whole_by_the_clubs_policy() {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        Posted posted = (Posted) post(JournalLine.of(ada, Points.of(30), "a"), JournalLine.of(eve, Points.of(30), "b"));
        shop.spend(eve, 10);

        spending(WhenSpent.REFUSE);
        JournalResult refused = reverse(posted);
        Points untouched = shop.available(ada);
        spending(WhenSpent.DEBT);
        JournalResult undone = reverse(posted);

        assertThat(refused).isEqualTo(refused(2, JournalRefusal.ALREADY_SPENT));
        assertThat(untouched).isEqualTo(Points.of(30));
        assertThat(undone).isInstanceOf(Posted.class);
        assertThat(shop.balance(eve)).isEqualTo(new Balance(Points.of(-10), Points.of(-10), Points.of(10)));
    }

    @Test
    @Requirement("I7")
    void what_expired_already_is_not_taken_a_second_time() {
        AccountId ada = shop.account();
        Posted posted = (Posted) shop.membership()
                .journals()
                .post(JournalRequest.opening(
                        Shop.CLUB,
                        List.of(
                                JournalLine.opening(ada, Points.of(80))
                                        .on(LocalDate.parse("2025-06-30"))
                                        .until(LocalDate.parse("2026-02-28")),
                                JournalLine.opening(ada, Points.of(20)).until(LocalDate.parse("2026-03-05"))),
                        shop.key()));
        shop.give(ada, 7);
        shop.time().set(Instant.parse("2026-03-07T12:00:00Z"));

        assertThat(reverse(posted)).isInstanceOf(Posted.class);

        assertThat(shop.available(ada)).isEqualTo(Points.of(7));
    }

    @Test
    @Requirement({"B46", "B47", "I10", "I1"})
    void a_transfer_goes_back_whole_with_what_the_factor_took() {
        shop.publish(club ->
                club.transfer(new TransferTerms(new BigDecimal("0.9"), Period.ZERO, TransferTerms.Expiry.KEEP)));
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        shop.give(ada, 100);
        Posted posted = (Posted) shop.membership()
                .journals()
                .post(JournalRequest.transfer(
                        Shop.CLUB, List.of(JournalLine.transfer(ada, eve, Points.of(100))), shop.key()));

        assertThat(reverse(posted)).isInstanceOf(Posted.class);

        assertThat(shop.available(ada)).isEqualTo(Points.of(100));
        assertThat(shop.available(eve)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"B46", "I1"})
    void transferred_points_that_would_be_let_go_where_they_arrived_do_not_come_out_of_nothing() {
        spending(WhenSpent.WRITE_OFF);
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        shop.give(ada, 100);
        Posted posted = (Posted) shop.membership()
                .journals()
                .post(JournalRequest.transfer(
                        Shop.CLUB, List.of(JournalLine.transfer(ada, eve, Points.of(100))), shop.key()));
        shop.spend(eve, 1);

        assertThat(reverse(posted)).isEqualTo(refused(1, JournalRefusal.ALREADY_SPENT));
    }

    @Test
    void a_line_of_a_closed_account_refuses_the_whole() {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        Posted posted = (Posted) post(JournalLine.of(ada, Points.of(30), "a"), JournalLine.of(eve, Points.of(30), "b"));
        shop.closeAccount(ada);

        assertThat(reverse(posted)).isEqualTo(refused(1, JournalRefusal.CLOSED));
    }

    private void spending(WhenSpent policy) {
        shop.publish(club -> club.spending(
                new SpendingTerms(ConsumptionOrder.NEAREST_EXPIRY, Points.of(1), Points.ZERO, policy, Period.ZERO)));
    }

    private static Refused refused(int line, JournalRefusal reason) {
        return new Refused(List.of(new LineViolation(line, reason)));
    }

    private JournalResult post(JournalLine... lines) {
        return shop.membership().journals().post(JournalRequest.normal(Shop.CLUB, List.of(lines), shop.key()));
    }

    private JournalResult reverse(Posted posted) {
        return reverse(posted.journal().id(), shop.key());
    }

    private JournalResult reverse(JournalId journal, ExternalKey key) {
        return shop.membership().journals().reverse(JournalReversal.of(journal, "mistake", key));
    }
}
