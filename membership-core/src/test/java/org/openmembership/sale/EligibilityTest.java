package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.Eligibility;
import org.openmembership.club.PointKind;
import org.openmembership.holding.HoldRefusal;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRefusal;
import org.openmembership.transfer.TransferRequest;
import org.openmembership.transfer.TransferResult;

/** Whose accounts earn and use points, on every storage: a visitor's card, before and after the club switches. */
@Requirement("D23")
class EligibilityTest extends SaleStage {
    private static final CardNumber CARD = CardNumber.of("4711");
    private static final ClubId BEANS = ClubId.of("beans");
    private AccountId visitor;

    @BeforeEach
    void a_visitor_has_points_when_the_club_switches() {
        shop.publish(beans(Eligibility.EVERYBODY));
        visitor = ((Assigned) shop.membership().cards().register(CARD, BEANS))
                .card()
                .account()
                .orElseThrow();
        recorded(sale("r-1", Buyer.card(CARD), line(1, "1", "100")));
        shop.time().advance(Duration.ofDays(1));
        shop.publish(beans(Eligibility.REGISTERED_WITH_EMAIL));
        shop.time().advance(Duration.ofDays(1));
    }

    private static Club beans(Eligibility eligibility) {
        ClubBuilder beans = club("beans").accounts(AccountTerms.DEFAULT.open(eligibility));
        return beans.build();
    }

    @Test
    void its_points_are_kept_and_shown_and_cannot_be_used() {
        assertThat(shop.available(visitor)).isEqualTo(Points.of(10));
        assertThat(((RedemptionResult.Refused) shop.redeem(visitor, 1)).why().reason())
                .isEqualTo(SpendingRefusal.Reason.NOT_ELIGIBLE);
        assertThat(((HoldResult.Refused)
                                shop.membership().holding().place(HoldRequest.of(visitor, Points.of(1), shop.key())))
                        .reason())
                .isEqualTo(HoldRefusal.NOT_ELIGIBLE);
        AccountId other = shop.account(shop.member(), BEANS);
        assertThat(((TransferResult.Refused) shop.membership()
                                .transfer()
                                .transfer(new TransferRequest(visitor, other, Points.of(1), shop.key())))
                        .reason())
                .isEqualTo(TransferRefusal.NOT_ELIGIBLE);
        assertThat(eligible(visitor)).isFalse();
        assertThat(((Identified) shop.membership().identification().byCard(CARD))
                        .accounts()
                        .get(0)
                        .eligible())
                .isFalse();
    }

    @Test
    void it_earns_nothing_and_what_comes_back_is_taken_back() {
        Recorded sold = recorded(sale("r-2", Buyer.card(CARD), line(1, "1", "100")));
        recorded(sale("r-3", Buyer.card(CARD), returned(1, "-0.5", "-50", "r-1", 1)));

        assertThat(sold.clubs().get(0).outcome()).isEqualTo(ClubPoints.Outcome.NOT_ELIGIBLE);
        assertThat(shop.available(visitor)).isEqualTo(Points.of(5));
        assertThat(recorded(sale("r-2", Buyer.card(CARD), line(1, "1", "100")))
                        .clubs()
                        .get(0)
                        .outcome())
                .isEqualTo(ClubPoints.Outcome.NOT_ELIGIBLE);
    }

    @Test
    void registering_frees_them() {
        MemberId ada = shop.member();
        assertThat(shop.membership().cards().takeOver(CARD, ada)).isInstanceOf(Assigned.class);

        assertThat(eligible(visitor)).isTrue();
        assertThat(shop.spend(visitor, 10).points()).isEqualTo(Points.of(-10));
        recorded(sale("r-2", Buyer.card(CARD), line(1, "1", "100")));
        assertThat(shop.available(visitor)).isEqualTo(Points.of(10));
    }

    @Test
    void a_member_with_an_email_is_not_concerned() {
        AccountId account = shop.account(shop.member(), BEANS);
        shop.give(account, Points.of(3), PointKind.OTHER);

        assertThat(eligible(account)).isTrue();
        assertThat(shop.spend(account, 3).points()).isEqualTo(Points.of(-3));
    }

    @Test
    void where_everybody_is_eligible_again_a_visitor_spends() {
        shop.publish(beans(Eligibility.EVERYBODY));
        shop.time().advance(Duration.ofSeconds(1));

        assertThat(shop.spend(visitor, 10).points()).isEqualTo(Points.of(-10));
    }

    private boolean eligible(AccountId account) {
        Instant now = shop.time().instant();
        return shop.membership()
                .statements()
                .of(account, now, now)
                .orElseThrow()
                .now()
                .eligible();
    }
}
