package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointCap.Span;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.RuleChoice;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

class CapsTest extends SaleStage {
    private MemberId ada;

    @BeforeEach
    void set_the_stage() {
        ada = shop.member();
    }

    @Test
    @Requirement({"R36", "I22"})
    void a_sale_gives_at_most_what_its_cap_says() {
        AccountId account = account(ada, capped("beans", PointCap.of(Span.SALE, 15)));

        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100"), line(2, "1", "50.50"), line(3, "1", "90")));
        recorded(sale("r-2", Buyer.member(ada), line(1, "1", "140")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(29));
    }

    @Test
    @Requirement({"R36", "I22", "R28"})
    void a_month_is_counted_by_the_time_of_its_sales_however_late_they_arrive() {
        AccountId account = account(ada, capped("beans", PointCap.of(Span.MONTH, 25)));
        Instant march = Instant.parse("2026-03-01T00:00:00Z");

        recorded(sale("r-1", Buyer.member(ada), march.plusSeconds(60), line(1, "1", "200")));
        recorded(sale("r-2", Buyer.member(ada), march.minusSeconds(60), line(1, "1", "200")));
        recorded(sale("r-3", Buyer.member(ada), march.plusSeconds(90), line(1, "1", "200")));
        recorded(sale("r-4", Buyer.member(ada), march.plusSeconds(95), line(1, "1", "200")));
        recorded(sale("r-5", Buyer.member(ada), march.minusSeconds(30), line(1, "1", "10")));

        assertThat(shop.history(account))
                .extracting(entry -> entry.points().toString())
                .containsExactly("20", "20", "5", "1");
    }

    @Test
    @Requirement({"R36", "I22"})
    void sales_of_one_call_share_the_room_that_is_left() {
        AccountId account = account(ada, capped("beans", PointCap.of(Span.EVER, 12)));
        Buyer buyer = Buyer.member(ada);

        shop.membership()
                .sales()
                .recordAll(List.of(
                        sale("r-1", buyer, line(1, "1", "70")),
                        sale("r-2", buyer, line(1, "1", "70")),
                        sale("r-1", buyer, line(1, "1", "70")),
                        sale("r-3", buyer, line(1, "1", "70"))));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(12));
    }

    @Test
    @Requirement({"R36", "I22"})
    void a_return_makes_no_room_again() {
        AccountId account = account(ada, capped("beans", PointCap.of(Span.DAY, 10)));
        Buyer buyer = Buyer.member(ada);
        recorded(sale("r-1", buyer, line(1, "1", "100")));
        recorded(sale("r-2", buyer, returned(1, "-1", "-100", "r-1", 1)));

        recorded(sale("r-3", buyer, line(1, "1", "100")));
        shop.time().advance(Duration.ofDays(1));
        recorded(sale("r-4", buyer, line(1, "1", "100")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement("R36")
    void a_rule_has_caps_of_its_own() {
        Club club = club("beans")
                .rules(PointRule.everything("visit", PointRate.visit("5")).capped(PointCap.of(Span.DAY, 5)))
                .build();
        AccountId account = account(ada, club);

        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));
        recorded(sale("r-2", Buyer.member(ada), line(1, "1", "100")));

        assertThat(shop.history(account))
                .extracting(entry -> entry.points().toString())
                .containsExactly("15", "10");
    }

    @Test
    @Requirement({"R36", "R38"})
    void a_preview_uses_no_room() {
        AccountId account = account(ada, capped("beans", PointCap.of(Span.DAY, 10)));
        for (int i = 0; i < 3; i++) {
            shop.membership().sales().preview(sale("r-1", Buyer.member(ada), line(1, "1", "80")));
        }

        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "80")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(8));
    }

    private static Club capped(String id, PointCap cap) {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        return club(id).earningPolicies(new EarningTerms.Policies(
                        RuleChoice.HIGHEST_PRIORITY,
                        List.of(cap),
                        usual.pendingDays(),
                        usual.returns(),
                        usual.claimWindow()))
                .build();
    }
}
