package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.AuditFilter;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeExplanation.Why;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemeMove.Cause.Kind;
import org.openmembership.account.SchemePin;
import org.openmembership.club.Club;
import org.openmembership.club.EventRule;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Edited;
import org.openmembership.club.ReviewTerms.Force;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.earning.EventResult;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.member.MemberId;
import org.openmembership.publishing.PublishResult;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** Schemes that are switched off and on, and conditions that are edited. Silver is entered at 100, gold at 500. */
class SchemeForceTest extends ReviewStage {
    private static final ReasonCode SURVEY = ReasonCode.of("SURVEY");

    @Test
    @Requirement("D21")
    void switched_off_a_scheme_is_worth_nothing_anywhere_and_switched_on_it_is_back() {
        AccountId account = silver();
        assertThat(surveyed(account)).isEqualTo(Points.of(7));

        switched(false);
        assertThat(surveyed(account)).isEqualTo(Points.of(1));
        assertThat(identified(account)).isEqualTo(Shop.STANDARD);
        assertThat(shop.membership()
                        .statements()
                        .of(
                                account,
                                shop.time().instant().minusSeconds(60),
                                shop.time().instant().plusSeconds(60))
                        .orElseThrow()
                        .owner()
                        .scheme())
                .isEqualTo(Shop.STANDARD);

        switched(true);
        assertThat(surveyed(account)).isEqualTo(Points.of(7));
        assertThat(identified(account)).isEqualTo(Shop.SILVER);
    }

    @Test
    @Requirement("D21")
    void nothing_is_reviewed_or_raised_while_schemes_are_off_and_the_first_run_afterwards_judges() {
        AccountId silver = silver();
        AccountId eager = shop.account();
        switched(false);
        award(eager, 500);
        shop.time().set("2027-05-01T12:00:00Z");

        assertThat(run()).isEqualTo(new ReviewResult(0, List.of(), true));
        assertThat(shop.membership().review().raise(eager).orElseThrow().scheme())
                .isEqualTo(Shop.STANDARD);
        assertThat(scheme(silver)).isEqualTo(Shop.SILVER);

        award(eager, 500);
        switched(true);
        run();
        assertThat(scheme(eager)).isEqualTo(Shop.GOLD);
        assertThat(scheme(silver)).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement({"D21", "R46"})
    void an_explanation_says_that_schemes_are_off_and_asks_for_nothing() {
        AccountId account = silver();
        switched(false);

        ExplainedScheme explained = shop.membership().review().explain(account).orElseThrow();

        assertThat(explained.explanation().held().why()).isEqualTo(Why.OFF);
        assertThat(explained.explanation().held().scheme().id()).isEqualTo(Shop.STANDARD);
        assertThat(explained.explanation().text()).containsExactly("Standard");
        assertThat(explained.json()).contains("\"OFF\"");
    }

    @Test
    @Requirement("D32")
    void edited_conditions_judge_who_registers_later_at_once_and_others_from_their_next_purchase_on() {
        AccountId before = shop.account();
        award(before, 100);
        MemberId buyer = shop.member();
        AccountId buying = shop.account(buyer, Shop.CLUB);
        award(buying, 100);
        tomorrow();
        edited(Edited.NEXT_PURCHASE, "50", "500", "300");
        tomorrow();
        edited(Edited.NEXT_PURCHASE, "200", "600", "400");
        AccountId after = shop.account();
        award(after, 100);
        buys(buyer, "10");

        tomorrow();
        run();
        assertThat(scheme(before)).isEqualTo(Shop.SILVER);
        assertThat(scheme(buying)).isEqualTo(Shop.STANDARD);
        assertThat(scheme(after)).isEqualTo(Shop.STANDARD);
        assertThat(shop.membership()
                        .review()
                        .explain(before)
                        .orElseThrow()
                        .explanation()
                        .next()
                        .entry()
                        .needed())
                .isEqualByComparingTo("500");
    }

    @Test
    @Requirement("D32")
    void by_default_edited_conditions_judge_everybody_at_the_next_review() {
        AccountId account = shop.account();
        award(account, 100);
        edited(Edited.AT_ONCE, "200", "600", "400");

        tomorrow();
        run();
        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("D32")
    void a_scheme_that_is_new_is_entered_only_by_who_is_judged_by_the_edit() {
        SchemeId platinum = SchemeId.of("platinum");
        AccountId before = shop.account();
        award(before, 1000);
        tomorrow();
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60"),
                        Scheme.from("gold", "Gold", 3, "500", "300"),
                        Scheme.from("platinum", "Platinum", 4, "1000", "800")))
                .review(ReviewTerms.DEFAULT.inForce(new Force(true, Edited.NEXT_PURCHASE)))
                .build());
        AccountId after = shop.account();
        award(after, 1000);

        tomorrow();
        run();
        assertThat(scheme(before)).isEqualTo(Shop.GOLD);
        assertThat(scheme(after)).isEqualTo(platinum);
    }

    @Test
    @Requirement({"D32", "B21"})
    void a_scheme_is_left_out_of_a_definition_only_when_nobody_holds_it() {
        AccountId account = silver();
        Club without = shop.coffee(
                        List.of(Scheme.byHand("standard", "Standard", 1), Scheme.from("gold", "Gold", 3, "500", "300")))
                .build();

        assertThat(shop.membership().clubs().publish(without)).isEqualTo(new PublishResult.SchemeInUse(Shop.SILVER, 1));

        shop.membership().review().pin(account, Shop.GOLD, new SchemePin(ReasonCode.of("moved"), null));
        assertThat(shop.membership().clubs().publish(without)).isInstanceOf(PublishResult.Published.class);
    }

    @Test
    @Requirement({"D32", "S20"})
    void reassigning_by_hand_is_in_the_history_and_in_the_audit_trail_with_who_did_it() {
        AccountId account = shop.account();
        Actor clerk = new Actor(Actor.Kind.SYSTEM, "back-office-7");

        shop.membership()
                .as(clerk)
                .review()
                .pin(account, Shop.GOLD, new SchemePin(ReasonCode.of("apology"), LocalDate.of(2026, 9, 30)));

        SchemeMove move = lastMove(account);
        assertThat(move.change()).isEqualTo(new SchemeMove.Change(Shop.STANDARD, Shop.GOLD));
        assertThat(move.cause().kind()).isEqualTo(Kind.BY_HAND);
        assertThat(shop.membership()
                        .auditTrail()
                        .list(AuditFilter.by(clerk), Page.Request.first(5))
                        .items())
                .anySatisfy(record -> {
                    assertThat(record.actor()).isEqualTo(clerk);
                    assertThat(record.toString()).contains(account.value());
                });
    }

    private AccountId silver() {
        switched(true);
        AccountId account = shop.account();
        award(account, 100);
        tomorrow();
        run();
        assertThat(scheme(account)).isEqualTo(Shop.SILVER);
        return account;
    }

    private void switched(boolean on) {
        shop.publish(club -> club.events(
                        EventRule.of("survey", SURVEY, 1),
                        EventRule.of("survey-silver", SURVEY, 6).only(Shop.SILVER))
                .review(ReviewTerms.DEFAULT.inForce(new Force(on, Edited.AT_ONCE))));
    }

    private void edited(Edited edited, String silver, String gold, String keepsGold) {
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, silver, "40"),
                        Scheme.from("gold", "Gold", 3, gold, keepsGold)))
                .review(ReviewTerms.DEFAULT.inForce(new Force(true, edited)))
                .build());
    }

    private Points surveyed(AccountId account) {
        EventResult result = shop.membership().earning().report(account, SURVEY, shop.key());
        return ((EventResult.Reported) result)
                .entries().stream().map(entry -> entry.points()).reduce(Points.ZERO, Points::plus);
    }

    private SchemeId identified(AccountId account) {
        MemberId member = shop.row(account).owner().mainMember();
        return ((Identified) shop.membership().identification().byMember(member))
                .accounts()
                .get(0)
                .scheme();
    }
}
