package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmembership.club.Deferral.Awaits.NOTHING;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.ReceiptDetail;
import org.openmembership.ledger.ReceiptWord;
import org.openmembership.ledger.SaleReceipt;
import org.openmembership.ledger.SaleReceipt.ClubPart;
import org.openmembership.ledger.SaleReceipt.Waiting;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.Points;
import org.openmembership.statement.PointsSummary;
import org.openmembership.statement.ReceiptStatement;
import org.openmembership.statement.Statement;
import org.openmembership.testkit.Requirement;

/** Receipt, statement and summary name what waits to be posted, apart from what counts. */
@Requirement({"A59", "B40", "B41", "B39"})
final class DeferralReceiptTest extends SaleStage {
    private MemberId ada;
    private AccountId account;

    @BeforeEach
    void ada_has_thirty_points_where_sales_are_posted_a_day_later() {
        ada = shop.member();
        account =
                account(ada, DeferralTest.deferring(Duration.ofDays(1), NOTHING).build());
        shop.give(account, 30);
    }

    @Test
    void a_receipt_of_a_sale_that_waits_says_what_it_is_to_bring_and_what_else_waits() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));
        recorded(sale("r-2", Buyer.member(ada), line(1, "1", "50")));

        ClubPart first = part("r-1");

        assertThat(first.owner().account()).isEqualTo(account);
        assertThat(first.waiting()).isEqualTo(new Waiting(Points.of(10), Points.of(15), 2));
        assertThat(first.moved().own().earned()).isEqualTo(Points.ZERO);
        assertThat(first.moved().before()).isEqualTo(Points.of(30));
        assertThat(first.moved().after()).isEqualTo(Points.of(30));
        assertThat(first.now().balance().available()).isEqualTo(Points.of(30));
        assertThat(receipt("r-1").json()).contains("\"waiting\":{\"sale\":\"10\",\"all\":\"15\",\"sales\":2}");
        SaleReceipt printed = receipt("r-1").receipt();
        assertThat(printed.text(ReceiptDetail.SUMMARY, 30, ReceiptWord::english))
                .contains("Not yet counted            +10", "All not yet counted        +15");
        assertThat(printed.text(ReceiptDetail.ISSUED, 30, ReceiptWord::english))
                .contains("Not yet counted            +10")
                .noneMatch(line -> line.startsWith("All"));
    }

    @Test
    void a_receipt_of_a_sale_that_was_posted_says_what_it_earned_and_nothing_of_waiting() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));
        shop.time().advance(Duration.ofDays(1));
        shop.membership().deferral().postDue(DeferralTest.BEANS, Progress.NONE);

        ClubPart part = part("r-1");

        assertThat(part.waiting()).isEqualTo(Waiting.NOTHING);
        assertThat(part.moved().own().earned()).isEqualTo(Points.of(10));
        assertThat(part.moved().after()).isEqualTo(Points.of(40));
        assertThat(receipt("r-1").json()).doesNotContain("waiting");
    }

    @Test
    void a_return_that_waits_takes_from_what_is_expected_and_a_sale_that_is_called_off_adds_nothing() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));
        recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)));
        recorded(sale("r-3", Buyer.member(ada), line(1, "1", "70")));
        shop.membership().deferral().withdraw(key("r-3"));

        assertThat(part("r-2").waiting()).isEqualTo(new Waiting(Points.of(-5), Points.of(5), 2));
        assertThat(receipt("r-3").receipt().clubs()).isEmpty();
        assertThat(summary().expected()).isEqualTo(Points.of(35));
    }

    @Test
    void statement_and_summary_show_what_can_be_spent_and_what_is_expected_when_all_is_posted() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));
        Instant now = shop.time().instant();

        Statement.Now stated = shop.membership()
                .statements()
                .of(account, now, now)
                .orElseThrow()
                .now();

        assertThat(stated.balance().available()).isEqualTo(Points.of(30));
        assertThat(stated.provisional().points()).isEqualTo(Points.of(10));
        assertThat(stated.expected()).isEqualTo(Points.of(40));
        assertThat(summary().expected()).isEqualTo(Points.of(40));
        shop.time().advance(Duration.ofDays(1));
        shop.membership().deferral().postDue(DeferralTest.BEANS, Progress.NONE);
        assertThat(summary().balance().available()).isEqualTo(Points.of(40));
        assertThat(summary().expected()).isEqualTo(Points.of(40));
    }

    private PointsSummary summary() {
        return shop.membership().statements().summary(account).orElseThrow();
    }

    private ClubPart part(String number) {
        return receipt(number).receipt().clubs().get(0);
    }

    private ReceiptStatement receipt(String number) {
        return shop.membership().statements().receipt(key(number)).orElseThrow();
    }
}
