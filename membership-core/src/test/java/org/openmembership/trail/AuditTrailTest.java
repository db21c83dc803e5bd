package org.openmembership.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.AuditRecord.Verdict;
import org.openmembership.access.Permission;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.shared.Topic;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;

@Requirement({"I17", "R20"})
class AuditTrailTest extends ShopTest {
    private static final Actor TILL = Actor.till("till-7");
    private static final Actor CLERK = Actor.staff("clerk-1");

    @Test
    void whatever_is_changed_is_recorded_with_who_what_and_by_how_much() {
        AccountId account = shop.account();
        shop.give(account, 100);
        as(TILL).redemption().redeem(account, Points.of(30), shop.key());

        AuditRecord last = about(account).get(0);

        assertThat(last.actor()).isEqualTo(TILL);
        assertThat(last.permission()).isEqualTo(Permission.REDEEM);
        assertThat(last.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(last.recordedAt()).isEqualTo(shop.time().instant());
        assertThat(Objects.requireNonNull(last.facts()).json())
                .contains("\"kind\":\"PointsRedeemed\"", "\"points\":\"-30\"", "\"balanceAfter\":\"70\"");
        assertThat(about(account)).hasSize(3);
    }

    @Test
    void each_account_of_a_transfer_has_a_record_of_its_own() {
        AccountId one = shop.account();
        AccountId other = shop.account();
        shop.give(one, 10);

        shop.membership().transfer().transfer(new TransferRequest(one, other, Points.of(4), shop.key()));

        assertThat(about(one).get(0).permission()).isEqualTo(Permission.TRANSFER);
        assertThat(about(other).get(0).permission()).isEqualTo(Permission.TRANSFER);
    }

    @Test
    void a_refusal_for_want_of_points_is_recorded_and_a_repeat_is_not() {
        AccountId account = shop.account();
        ExternalKey key = shop.key();

        shop.membership().redemption().redeem(account, Points.of(1), key);
        int records = about(account).size();
        shop.membership().redemption().redeem(account, Points.of(1), key);

        assertThat(about(account)).hasSize(records);
        assertThat(about(account).get(0).facts()).isNull();
    }

    @Test
    void whoever_is_turned_away_is_recorded_reading_or_writing() {
        AccountId account = shop.account();
        MemberId owner = shop.row(account).owner().mainMember();

        denied(() -> as(CLERK).redemption().redeem(account, Points.of(1), shop.key()));
        denied(() -> as(Actor.member("stranger")).statements().balance(account));
        denied(() -> as(CLERK).redemption().lookup(account, shop.key()));

        assertThat(about(account).get(0))
                .isEqualTo(AuditRecord.denied(
                        about(account).get(0).id(), shop.time().instant(), CLERK, Permission.REDEEM, topic(account)));
        assertThat(list(AuditFilter.by(Actor.member("stranger"))))
                .singleElement()
                .satisfies(audited -> {
                    assertThat(audited.verdict()).isEqualTo(Verdict.DENIED);
                    assertThat(audited.permission()).isEqualTo(Permission.READ_STATEMENT);
                    assertThat(audited.topic()).isEqualTo(new Topic(Topic.Kind.MEMBER, owner.value()));
                });
        assertThat(list(AuditFilter.by(CLERK))).hasSize(2);
    }

    @Test
    void in_a_hosts_transaction_a_change_is_recorded_with_it_and_an_attempt_is_not() {
        AccountId account = shop.account();
        shop.give(account, 5);
        int records = about(account).size();

        shop.opened().hostTransactions().orElseThrow().inTransaction(joined -> {
            denied(() -> as(CLERK).within(joined).redemption().redeem(account, Points.of(1), shop.key()));
            return as(TILL).within(joined).redemption().redeem(account, Points.of(1), shop.key());
        });

        assertThat(about(account)).hasSize(records + 1);
        assertThat(about(account).get(0).actor()).isEqualTo(TILL);
    }

    @Test
    void a_preview_or_a_run_with_nothing_due_leaves_no_record() {
        shop.account();
        int records = list(AuditFilter.ALL).size();

        shop.membership().expiry().run(org.openmembership.testing.Shop.CLUB, accounts -> {});
        shop.publish(club -> club);

        assertThat(list(AuditFilter.ALL)).hasSize(records);
    }

    @Test
    void records_are_found_by_time_and_actor() {
        AccountId account = shop.account();
        shop.give(account, 5);
        shop.time().advance(Duration.ofHours(1));
        as(TILL).redemption().redeem(account, Points.of(1), shop.key());
        shop.time().advance(Duration.ofHours(1));
        as(TILL).redemption().redeem(account, Points.of(1), shop.key());

        AuditFilter till = AuditFilter.by(TILL);

        assertThat(list(till)).hasSize(2);
        assertThat(list(till.between(shop.time().instant(), null))).hasSize(1);
        assertThat(list(till.between(null, shop.time().instant()))).hasSize(1);
    }

    @Test
    void reading_the_trail_needs_permission_and_who_is_refused_is_in_it() {
        denied(() -> as(CLERK).auditTrail().list(AuditFilter.ALL, Page.Request.first(1)));
        denied(() -> as(TILL).auditTrail().list(AuditFilter.ALL, Page.Request.first(1)));

        assertThat(list(AuditFilter.by(CLERK)))
                .singleElement()
                .extracting(AuditRecord::permission)
                .isEqualTo(Permission.READ_AUDIT_TRAIL);
    }

    private Membership as(Actor actor) {
        return shop.membership().as(actor);
    }

    private static void denied(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(PermissionDeniedException.class);
    }

    private static Topic topic(AccountId account) {
        return new Topic(Topic.Kind.ACCOUNT, account.value());
    }

    private List<AuditRecord> about(AccountId account) {
        return list(AuditFilter.about(topic(account)));
    }

    private List<AuditRecord> list(AuditFilter filter) {
        return shop.membership()
                .auditTrail()
                .list(filter, Page.Request.first(100))
                .items();
    }
}
