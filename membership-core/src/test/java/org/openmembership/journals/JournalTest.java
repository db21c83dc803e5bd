package org.openmembership.journals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.journal.DocumentCode;
import org.openmembership.journal.Journal;
import org.openmembership.journals.JournalResult.KeyReused;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"B44", "B45"})
class JournalTest extends ShopTest {
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Test
    @Requirement("B9")
    void all_lines_are_posted_in_their_order_each_with_its_reason() {
        AccountId ada = shop.account();
        AccountId eve = shop.account();
        shop.give(eve, 50);

        Posted posted =
                (Posted) post(line(ada, 30), line(eve, -20), line(ada, -10).because("wrong"));

        assertThat(posted.entries())
                .extracting(PointEntry::kind)
                .containsExactly(
                        EntryKind.POSITIVE_ADJUSTMENT, EntryKind.NEGATIVE_ADJUSTMENT, EntryKind.NEGATIVE_ADJUSTMENT);
        assertThat(posted.entries()).extracting(PointEntry::account).containsExactly(ada, eve, ada);
        assertThat(posted.entries().get(2).cause().origin().reason()).isEqualTo(ReasonCode.of("wrong"));
        assertThat(shop.available(ada)).isEqualTo(Points.of(20));
        assertThat(shop.available(eve)).isEqualTo(Points.of(30));
    }

    @Test
    void sales_and_redemptions_of_another_system_are_posted_as_such() {
        AccountId ada = shop.account();

        Posted posted =
                (Posted) post(line(ada, 30).as(EntryKind.SALE), line(ada, -20).as(EntryKind.REDEMPTION));

        assertThat(posted.entries()).extracting(PointEntry::kind).containsExactly(EntryKind.SALE, EntryKind.REDEMPTION);
    }

    @Test
    void the_value_of_a_point_is_the_clubs_unless_a_line_says_otherwise() {
        AccountId ada = shop.account();

        Posted posted = (Posted) post(line(ada, 30), line(ada, 30).worth(BigMoney.of(EUR, new BigDecimal("0.005"))));

        assertThat(posted.entries())
                .extracting(PointEntry::value)
                .usingElementComparator(BigMoney::compareTo)
                .containsExactly(BigMoney.parse("EUR 0.30"), BigMoney.parse("EUR 0.15"));
    }

    @Test
    void journals_of_a_club_are_numbered_without_gaps_whatever_is_refused() {
        AccountId ada = shop.account();
        ClubId tea = shop.anotherClub("tea");
        AccountId other = shop.account(shop.member(), tea);

        Posted first = (Posted) post(line(ada, 1));
        post(line(ada, -5));
        Posted second = (Posted)
                shop.membership().journals().post(request(line(ada, 1)).numbered(DocumentCode.of("J-2026-17")));
        Posted elsewhere = (Posted)
                shop.membership().journals().post(JournalRequest.normal(tea, List.of(line(other, 1)), shop.key()));

        assertThat(first.journal().id().number()).isEqualTo(1);
        assertThat(second.journal().id().number()).isEqualTo(2);
        assertThat(second.journal().heading().document()).isEqualTo(DocumentCode.of("J-2026-17"));
        assertThat(elsewhere.journal().id().number()).isEqualTo(1);
        Page<Journal> listed = shop.membership().journals().of(Shop.CLUB, Page.Request.first(10));
        assertThat(listed.items()).containsExactly(second.journal(), first.journal());
    }

    @Test
    void all_that_is_wrong_is_reported_together_by_line_and_nothing_is_posted() {
        AccountId ada = shop.account();
        AccountId closed = shop.account();
        shop.closeAccount(closed);
        AccountId other = shop.account(shop.member(), shop.anotherClub("tea"));
        LocalDate today = LocalDate.parse("2026-03-01");
        JournalLine noReason = new JournalLine(
                EntryKind.SALE,
                ada,
                null,
                Points.of(1),
                JournalLine.opening(ada, Points.of(1)).details());

        Refused refused = (Refused) post(
                line(ada, 10),
                line(AccountId.of("nobody"), 1),
                line(other, 1),
                line(closed, 1).as(EntryKind.EXPIRY),
                noReason.as(EntryKind.REDEMPTION),
                line(ada, 1).on(today.plusDays(1)),
                line(ada, 1).until(today.minusDays(1)),
                line(ada, -1).until(today),
                line(ada, 1).worth(BigMoney.parse("USD 1")),
                line(ada, -11));

        assertThat(refused.violations())
                .containsExactly(
                        new LineViolation(2, JournalRefusal.UNKNOWN_ACCOUNT),
                        new LineViolation(3, JournalRefusal.OTHER_CLUB),
                        new LineViolation(4, JournalRefusal.CLOSED),
                        new LineViolation(4, JournalRefusal.WRONG_KIND),
                        new LineViolation(5, JournalRefusal.WRONG_SIGN),
                        new LineViolation(5, JournalRefusal.NO_REASON),
                        new LineViolation(6, JournalRefusal.IN_FUTURE),
                        new LineViolation(7, JournalRefusal.ENDS_BEFORE_IT_BEGINS),
                        new LineViolation(8, JournalRefusal.LAST_DAY_OF_TAKEN_POINTS),
                        new LineViolation(9, JournalRefusal.WRONG_VALUE),
                        new LineViolation(10, JournalRefusal.NOT_ENOUGH_POINTS));
        assertThat(shop.history(ada)).isEmpty();
    }

    @Test
    void a_journal_has_one_line_at_least_and_a_thousand_at_most() {
        AccountId ada = shop.account();
        List<JournalLine> many = Collections.nCopies(Journals.MAX_LINES + 1, line(ada, 1));

        assertThat(post()).isEqualTo(new Refused(List.of(new LineViolation(0, JournalRefusal.NO_LINES))));
        assertThat(post(many.toArray(JournalLine[]::new)))
                .isEqualTo(new Refused(List.of(new LineViolation(0, JournalRefusal.TOO_MANY_LINES))));
        assertThat(post(many.subList(1, many.size()).toArray(JournalLine[]::new)))
                .isInstanceOf(Posted.class);
        assertThat(shop.available(ada)).isEqualTo(Points.of(Journals.MAX_LINES));
    }

    @Test
    void of_an_unknown_club_nothing_is_posted() {
        AccountId ada = shop.account();
        JournalRequest unknown = JournalRequest.normal(ClubId.of("nowhere"), List.of(line(ada, 1)), shop.key());

        assertThat(shop.membership().journals().post(unknown))
                .isEqualTo(new Refused(List.of(new LineViolation(0, JournalRefusal.UNKNOWN_CLUB))));
    }

    @Test
    @Requirement("I25")
    void a_line_that_leads_out_of_range_is_named() {
        AccountId ada = shop.account();

        assertThat(post(line(ada, 1_000_000_000_000L), line(ada, 1), line(ada, 1)))
                .isEqualTo(new Refused(List.of(new LineViolation(2, JournalRefusal.OUT_OF_RANGE))));
    }

    @Test
    @Requirement({"R27", "I8"})
    void a_repeat_gives_the_first_answer_and_another_journal_is_told_so() {
        AccountId ada = shop.account();
        JournalRequest request = request(line(ada, 10), line(ada, -4));

        Posted first = (Posted) shop.membership().journals().post(request);
        JournalResult again = shop.membership().journals().post(request);
        JournalResult other = shop.membership()
                .journals()
                .post(JournalRequest.normal(Shop.CLUB, List.of(line(ada, 10)), request.key()));

        assertThat(again).isEqualTo(new Posted(first.journal(), first.entries(), true));
        assertThat(other).isInstanceOf(KeyReused.class);
        assertThat(shop.available(ada)).isEqualTo(Points.of(6));
        assertThat(shop.membership().journals().lookup(Shop.CLUB, request.key()))
                .contains(new Posted(first.journal(), first.entries(), true));
        assertThat(shop.membership().journals().lookup(Shop.CLUB, shop.key())).isEmpty();
    }

    @Test
    @Requirement("R27")
    void a_refused_journal_is_mended_and_posted_under_its_key() {
        AccountId ada = shop.account();
        ExternalKey key = shop.key();

        JournalResult refused =
                shop.membership().journals().post(JournalRequest.normal(Shop.CLUB, List.of(line(ada, -1)), key));
        JournalResult mended =
                shop.membership().journals().post(JournalRequest.normal(Shop.CLUB, List.of(line(ada, 1)), key));

        assertThat(refused).isInstanceOf(Refused.class);
        assertThat(mended).isInstanceOf(Posted.class);
    }

    @Test
    @Requirement("R54")
    void lines_of_a_blocked_account_still_post() {
        AccountId ada = shop.account();
        shop.give(ada, 10);
        shop.block(ada);

        assertThat(post(line(ada, 5), line(ada, -15))).isInstanceOf(Posted.class);
        shop.unblock(ada);
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R23", "I3"})
    void added_points_repay_a_debt_before_a_later_line_takes_any() {
        AccountId ada = shop.account();
        shop.owe(ada, 25);

        JournalResult tooMuch = post(line(ada, 30), line(ada, -6));
        JournalResult fits = post(line(ada, 30), line(ada, -5));

        assertThat(tooMuch).isEqualTo(new Refused(List.of(new LineViolation(2, JournalRefusal.NOT_ENOUGH_POINTS))));
        assertThat(fits).isInstanceOf(Posted.class);
        assertThat(shop.balance(ada)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    @Requirement({"R25", "R29"})
    void neither_lapsed_nor_held_points_are_taken() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(1))));
        AccountId ada = shop.account();
        shop.give(ada, 10);
        shop.time().set(Instant.parse("2026-03-03T12:00:00Z"));
        shop.give(ada, 7);
        List<JournalLine> lines = new ArrayList<>(List.of(line(ada, -8)));

        assertThat(post(lines.toArray(JournalLine[]::new))).isInstanceOf(Refused.class);
        assertThat(post(line(ada, -7))).isInstanceOf(Posted.class);
    }

    private JournalResult post(JournalLine... lines) {
        return shop.membership().journals().post(request(lines));
    }

    private JournalRequest request(JournalLine... lines) {
        return JournalRequest.normal(Shop.CLUB, List.of(lines), shop.key());
    }

    private static JournalLine line(AccountId account, long points) {
        return JournalLine.of(account, Points.of(points), "correction");
    }
}
