package org.openmembership.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.EventRule;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointKind;
import org.openmembership.club.Validity;
import org.openmembership.earning.EventResult.Reported;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Points for what the host reports, and for bringing somebody. */
class EarningTest extends ShopTest {
    private static final ReasonCode SURVEY = ReasonCode.of("SURVEY");
    private static final ReasonCode SHARE = ReasonCode.of("SHARE");

    private AccountId account;

    @BeforeEach
    void a_club_gives_points_for_more_than_sales() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10)))
                .events(
                        EventRule.of("survey", SURVEY, 50),
                        EventRule.of("survey-gold", SURVEY, 500).only(Shop.GOLD),
                        EventRule.of("survey-may", SURVEY, 9)
                                .during(Validity.between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31))),
                        EventRule.of("share", SHARE, 30).capped(PointCap.of(PointCap.Span.MONTH, 70)),
                        EventRule.of("brings", EventRule.REFERRAL, 100).capped(PointCap.of(PointCap.Span.YEAR, 150)),
                        EventRule.of("brought", EventRule.REFERRED, 20)));
        account = shop.account();
    }

    @Test
    @Requirement({"D24", "D25", "R27", "R21"})
    void an_event_gives_its_points_once_for_each_key() {
        ExternalKey key = shop.key();
        Reported first = reported(SURVEY, key);
        Reported again = reported(SURVEY, key);

        PointEntry entry = first.entries().get(0);
        assertThat(first.entries()).hasSize(1);
        assertThat(entry.points()).isEqualTo(Points.of(50));
        assertThat(entry.kind()).isEqualTo(EntryKind.POSITIVE_ADJUSTMENT);
        assertThat(entry.cause().pointKind()).isEqualTo(PointKind.OTHER);
        assertThat(entry.cause().origin().reason()).isEqualTo(SURVEY);
        assertThat(again).isEqualTo(new Reported(first.entries(), Points.of(50), first.explanation(), true));
        assertThat(report(SHARE, key)).isInstanceOf(EventResult.KeyReused.class);
        assertThat(shop.membership().earning().lookup(account, key)).contains(again);
        assertThat(shop.available(account)).isEqualTo(Points.of(50));
    }

    @Test
    @Requirement({"R37", "D24"})
    void why_is_told_at_once_and_later_from_the_entry() {
        Reported reported = reported(SURVEY, shop.key());

        Explanation later = shop.membership()
                .statements()
                .explain(reported.entries().get(0).id())
                .orElseThrow()
                .earning();
        assertThat(later).isEqualTo(reported.explanation());
        assertThat(later.receipt()).containsExactly("SURVEY (survey): 50", "= 50 points");
        assertThat(later.ground().passed())
                .extracting(passed -> passed.rule() + " " + passed.why())
                .containsExactly("survey-gold SCHEME", "survey-may DATE");
    }

    @Test
    @Requirement({"D25", "R36"})
    void issuance_limits_are_enforced_for_each_span() {
        for (int i = 0; i < 2; i++) {
            reported(SHARE, shop.key());
        }
        Reported third = reported(SHARE, shop.key());
        Reported fourth = reported(SHARE, shop.key());

        assertThat(third.entries()).extracting(PointEntry::points).containsExactly(Points.of(10));
        assertThat(third.explanation().receipt())
                .containsExactly("SHARE (share), at most 70 per MONTH: 10", "= 10 points");
        assertThat(fourth.entries()).isEmpty();
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(70));
        shop.time().advance(Duration.ofDays(31));
        assertThat(reported(SHARE, shop.key()).entries()).hasSize(1);
    }

    @Test
    @Requirement({"R25", "D24"})
    void what_was_given_lapses_by_the_rule_of_the_club() {
        reported(SURVEY, shop.key());

        shop.time().set(Instant.parse("2026-03-11T22:59:59Z"));
        assertThat(shop.available(account)).isEqualTo(Points.of(50));
        shop.time().set(Instant.parse("2026-03-11T23:00:00Z"));
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("D25")
    void what_no_rule_stands_for_gives_nothing_and_a_closed_account_neither() {
        Reported nothing = reported(ReasonCode.of("SNEEZE"), shop.key());
        ExternalKey key = shop.key();
        shop.closeAccount(account);

        assertThat(nothing.entries()).isEmpty();
        assertThat(report(SURVEY, key)).isEqualTo(new EventResult.Closed(false));
        assertThat(report(SURVEY, key)).isEqualTo(new EventResult.Closed(true));
        assertThat(shop.membership().earning().report(AccountId.of("nobody"), SURVEY, key))
                .isEqualTo(new EventResult.UnknownAccount());
    }

    @Test
    @Requirement("D24")
    void what_is_noticed_anyway_is_not_reported_and_keys_of_the_librarys_own_are_not_used() {
        assertThatThrownBy(() -> report(EventRule.BIRTHDAY, ExternalKey.of("occasion", "birthday:m:2026")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(violation -> violation.path())
                                .containsExactly("event", "key.source"));
    }

    @Test
    @Requirement({"D24", "D26", "R27"})
    void a_referral_gives_both_sides_their_points_once_for_whoever_was_brought() {
        AccountId newcomer = shop.account();
        ReferralResult.Referred first = referred(account, newcomer);
        ReferralResult.Referred again = referred(account, newcomer);

        assertThat(first.referred()).extracting(PointEntry::points).containsExactly(Points.of(20));
        assertThat(first.referrer()).extracting(PointEntry::points).containsExactly(Points.of(100));
        assertThat(again).isEqualTo(new ReferralResult.Referred(first.referred(), first.referrer(), true));
        assertThat(refer(shop.account(), newcomer)).isInstanceOf(ReferralResult.AlreadyReferred.class);
        assertThat(shop.available(account)).isEqualTo(Points.of(100));
        assertThat(shop.available(newcomer)).isEqualTo(Points.of(20));
    }

    @Test
    @Requirement({"D24", "R36"})
    void what_bringing_gives_has_its_cap_and_the_other_side_gets_its_own_all_the_same() {
        referred(account, shop.account());
        ReferralResult.Referred second = referred(account, shop.account());
        ReferralResult.Referred third = referred(account, shop.account());

        assertThat(second.referrer()).extracting(PointEntry::points).containsExactly(Points.of(50));
        assertThat(third.referrer()).isEmpty();
        assertThat(third.referred()).hasSize(1);
        assertThat(shop.available(account)).isEqualTo(Points.of(150));
    }

    @Test
    @Requirement({"D24", "B4"})
    void nobody_brings_themselves_nor_somebody_to_another_club() {
        AccountId elsewhere = shop.account(shop.member(), shop.anotherClub("tea"));
        AccountId closed = shop.account();
        shop.closeAccount(closed);

        assertThat(refer(account, account)).isEqualTo(refused(ReferralResult.Reason.SAME_ACCOUNT));
        assertThat(refer(account, elsewhere)).isEqualTo(refused(ReferralResult.Reason.OTHER_CLUB));
        assertThat(refer(account, closed)).isEqualTo(refused(ReferralResult.Reason.CLOSED));
        assertThat(refer(AccountId.of("nobody"), account)).isEqualTo(refused(ReferralResult.Reason.UNKNOWN_ACCOUNT));
        assertThat(shop.history(account)).isEqualTo(List.of());
    }

    private static ReferralResult refused(ReferralResult.Reason reason) {
        return new ReferralResult.Refused(reason);
    }

    private ReferralResult refer(AccountId referrer, AccountId referred) {
        return shop.membership().earning().refer(referrer, referred);
    }

    private ReferralResult.Referred referred(AccountId referrer, AccountId referred) {
        return (ReferralResult.Referred) refer(referrer, referred);
    }

    private EventResult report(ReasonCode event, ExternalKey key) {
        return shop.membership().earning().report(account, event, key);
    }

    private Reported reported(ReasonCode event, ExternalKey key) {
        return (Reported) report(event, key);
    }
}
