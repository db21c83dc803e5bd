package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmembership.club.Deferral.Awaits.DELIVERED;
import static org.openmembership.club.Deferral.Awaits.NOTHING;
import static org.openmembership.club.Deferral.Awaits.POSTED;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.assignment.AssignmentResult;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.Deferral;
import org.openmembership.club.EarningTerms;
import org.openmembership.deferral.DeferralResult;
import org.openmembership.deferral.DeferralResult.Done;
import org.openmembership.deferral.DeferralResult.Reason;
import org.openmembership.deferral.Deferrals;
import org.openmembership.deferral.PostedSales;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Provisional;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

@Requirement({"A59", "B40", "B55"})
class DeferralTest extends SaleStage {
    static final ClubId BEANS = ClubId.of("beans");
    private MemberId ada;
    private AccountId account;

    @BeforeEach
    void ada_collects_where_sales_are_posted_a_day_later() {
        ada = shop.member();
        account = account(ada, deferring(Duration.ofDays(1), NOTHING).build());
    }

    static ClubBuilder deferring(Duration delay, Deferral.Awaits awaits) {
        return club("beans").earningPolicies(EarningTerms.Policies.DEFAULT.deferring(new Deferral(delay, awaits)));
    }

    @Test
    void a_sale_is_kept_and_shown_as_provisional_and_nothing_of_it_can_be_spent() {
        Recorded sold = recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        ClubPoints points = sold.clubs().get(0);
        assertThat(points.outcome()).isEqualTo(ClubPoints.Outcome.WAITING);
        assertThat(points.provisional()).isEqualTo(Points.of(10));
        assertThat(points.explanation()).isNotNull();
        assertThat(points.entries()).isEmpty();
        assertThat(shop.history(account)).isEmpty();
        assertThat(provisional()).isEqualTo(new Provisional(1, Points.of(10)));
        assertThat(identified()).isEqualTo(new Provisional(1, Points.of(10)));
        assertThat(shop.redeem(account, 1)).isInstanceOf(RedemptionResult.Refused.class);
    }

    @Test
    @Requirement("R28")
    void it_is_posted_once_when_its_time_has_come_and_at_its_own_time() {
        Instant at = shop.time().instant();
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));
        assertThat(postDue()).isEqualTo(new PostedSales(0, Points.ZERO));
        shop.time().advance(Duration.ofDays(1));

        assertThat(postDue()).isEqualTo(new PostedSales(1, Points.of(10)));
        assertThat(postDue()).isEqualTo(new PostedSales(0, Points.ZERO));

        PointEntry entry = shop.history(account).get(0);
        assertThat(entry.cause().times().occurredAt()).isEqualTo(at);
        assertThat(entry.cause().times().recordedAt()).isEqualTo(shop.time().instant());
        assertThat(shop.membership()
                        .statements()
                        .explain(entry.id())
                        .orElseThrow()
                        .json())
                .isNotNull();
        assertThat(shop.available(account)).isEqualTo(Points.of(10));
        assertThat(provisional()).isEqualTo(Provisional.NOTHING);
    }

    @Test
    @Requirement("R27")
    void a_repeat_tells_what_has_become_of_it() {
        var sale = sale("r-1", Buyer.member(ada), line(1, "1", "100"));
        recorded(sale);
        ClubPoints waiting = recorded(sale).clubs().get(0);
        shop.time().advance(Duration.ofDays(2));
        postDue();

        assertThat(waiting.outcome()).isEqualTo(ClubPoints.Outcome.WAITING);
        assertThat(waiting.provisional()).isEqualTo(Points.of(10));
        ClubPoints posted = recorded(sale).clubs().get(0);
        assertThat(posted.outcome()).isEqualTo(ClubPoints.Outcome.POSTED);
        assertThat(posted.points()).isEqualTo(Points.of(10));
        assertThat(record(sale("r-1", Buyer.member(ada), line(1, "1", "99")))).isInstanceOf(SaleResult.KeyReused.class);
    }

    @Test
    void in_a_club_that_awaits_the_hosts_books_it_waits_until_they_have_it() {
        shop.publish(deferring(Duration.ofHours(1), POSTED).build());
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));
        shop.time().advance(Duration.ofDays(9));
        assertThat(postDue().sales()).isZero();

        assertThat(deferral().release(key("r-1"), Map.of(1, BigDecimal.ONE))).isInstanceOf(Done.class);
        assertThat(deferral().release(key("r-1"))).isInstanceOf(Done.class);
        assertThat(postDue()).isEqualTo(new PostedSales(1, Points.of(10)));
        assertThat(deferral().release(key("r-1"))).isEqualTo(new DeferralResult.Refused(Reason.NOTHING_WAITS));
        assertThat(deferral().release(key("r-2"))).isEqualTo(new DeferralResult.Refused(Reason.UNKNOWN_SALE));
    }

    @Test
    void open_quantities_are_included_only_where_the_club_says_so() {
        shop.publish(deferring(Duration.ZERO, DELIVERED).build());
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));

        deferral().release(key("r-1"), Map.of(1, BigDecimal.ONE));
        assertThat(postDue().sales()).isZero();
        deferral().release(key("r-1"));
        assertThat(postDue()).isEqualTo(new PostedSales(1, Points.of(10)));
    }

    @Test
    void an_open_quantity_is_of_a_line_and_no_more_than_was_sold() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));

        assertThatThrownBy(() -> deferral().release(key("r-1"), Map.of(1, new BigDecimal("2.5"), 2, BigDecimal.ONE)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(violation -> violation.path())
                                .containsExactly("open[1]", "open[2]"));
    }

    @Test
    void a_sale_that_is_called_off_never_moves_points() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));
        DeferralResult off = deferral().withdraw(key("r-1"));
        shop.time().advance(Duration.ofDays(2));

        assertThat(off).isInstanceOf(Done.class);
        assertThat(deferral().withdraw(key("r-1"))).isEqualTo(off);
        assertThat(postDue().sales()).isZero();
        assertThat(provisional()).isEqualTo(Provisional.NOTHING);
        assertThat(recorded(sale(
                                "r-1",
                                Buyer.member(ada),
                                shop.time().instant().minus(Duration.ofDays(2)),
                                line(1, "1", "100")))
                        .clubs())
                .extracting(ClubPoints::outcome)
                .containsExactly(ClubPoints.Outcome.WITHDRAWN);
        assertThat(shop.history(account)).isEmpty();
        recorded(sale("r-2", Buyer.member(ada), line(1, "1", "100")));
        shop.time().advance(Duration.ofDays(2));
        postDue();
        assertThat(deferral().withdraw(key("r-2"))).isEqualTo(new DeferralResult.Refused(Reason.NOTHING_WAITS));
    }

    @Test
    @Requirement("R39")
    void a_return_of_a_sale_that_waits_is_posted_after_it_and_takes_back_its_share() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));
        Recorded back = recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)));
        assertThat(back.clubs().get(0).provisional()).isEqualTo(Points.of(-5));
        assertThat(provisional()).isEqualTo(new Provisional(2, Points.of(5)));
        shop.time().advance(Duration.ofDays(2));

        assertThat(postDue()).isEqualTo(new PostedSales(2, Points.of(5)));
        assertThat(shop.history(account)).extracting(PointEntry::points).containsExactly(Points.of(10), Points.of(-5));
    }

    @Test
    @Requirement("R39")
    void a_return_whose_books_come_first_waits_for_the_sale() {
        shop.publish(deferring(Duration.ZERO, POSTED).build());
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));
        recorded(sale("r-2", Buyer.member(ada), returned(1, "-2", "-100", "r-1", 1)));
        deferral().release(key("r-2"));
        assertThat(postDue().sales()).isZero();

        shop.time().advance(Duration.ofMinutes(1));
        deferral().release(key("r-1"));
        assertThat(postDue()).isEqualTo(new PostedSales(2, Points.ZERO));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R39")
    void a_return_waits_for_its_sale_though_the_club_defers_nothing_any_more() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "2", "100")));
        shop.time().advance(Duration.ofHours(1));
        shop.publish(club("beans").build());
        shop.time().advance(Duration.ofHours(1));

        Recorded back = recorded(sale("r-2", Buyer.member(ada), returned(1, "-2", "-100", "r-1", 1)));
        assertThat(back.clubs().get(0).outcome()).isEqualTo(ClubPoints.Outcome.WAITING);
        assertThat(postDue().sales()).isZero();
        shop.time().advance(Duration.ofDays(1));
        assertThat(postDue()).isEqualTo(new PostedSales(2, Points.ZERO));
    }

    @Test
    @Requirement("R54")
    void a_blocked_account_gets_its_points_and_a_closed_one_none() {
        MemberId eve = shop.member();
        AccountId closing = shop.account(eve, BEANS);
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));
        recorded(sale("r-2", Buyer.member(eve), line(1, "1", "100")));
        shop.block(account);
        shop.closeAccount(closing);
        shop.time().advance(Duration.ofDays(1));

        assertThat(postDue()).isEqualTo(new PostedSales(2, Points.of(10)));
        assertThat(shop.available(account)).isEqualTo(Points.of(10));
        assertThat(shop.history(closing)).isEmpty();
    }

    @Test
    void one_club_defers_while_another_posts_at_once() {
        AccountId staff = account(ada, club("staff").build());

        Recorded sold = recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        assertThat(sold.clubs())
                .extracting(ClubPoints::outcome)
                .containsExactly(ClubPoints.Outcome.WAITING, ClubPoints.Outcome.POSTED);
        assertThat(shop.available(staff)).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement("R38")
    void a_preview_says_that_it_would_wait_and_keeps_nothing() {
        SaleResult previewed = shop.membership().sales().preview(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        ClubPoints points = ((SaleResult.Previewed) previewed).clubs().get(0);
        assertThat(points.outcome()).isEqualTo(ClubPoints.Outcome.WAITING);
        assertThat(points.provisional()).isEqualTo(Points.of(10));
        assertThat(deferral().waiting(account)).isEmpty();
        assertThat(shop.membership().sales().lookup(key("r-1"))).isEmpty();
    }

    @Test
    @Requirement({"R40", "D10"})
    void a_sale_that_waits_is_given_to_nobody_else() {
        MemberId eve = shop.member();
        shop.account(eve, BEANS);
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        assertThat(shop.membership().assignment().change(key("r-1"), eve, shop.key()))
                .isEqualTo(new AssignmentResult.Refused(AssignmentResult.Reason.NOT_POSTED));
    }

    private PostedSales postDue() {
        return deferral().postDue(BEANS, Progress.NONE);
    }

    private Deferrals deferral() {
        return shop.membership().deferral();
    }

    private Provisional provisional() {
        Instant now = shop.time().instant();
        return shop.membership()
                .statements()
                .of(account, now, now)
                .orElseThrow()
                .now()
                .provisional();
    }

    private Provisional identified() {
        Identified found = (Identified) shop.membership().identification().byMember(ada);
        return found.accounts().get(0).provisional();
    }
}
