package org.openmembership.sale;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.customer.EmailAddress;
import org.openmembership.importing.MemberImport;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.registration.Registrant;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.testkit.AnyMember;
import org.openmembership.testkit.Requirement;

class SalesTest extends SaleStage {
    private MemberId ada;
    private AccountId account;

    @BeforeEach
    void ada_collects() {
        ada = shop.member();
        account = account(ada, club("beans").build());
    }

    @Test
    @Requirement({"A42", "A57", "B26"})
    void a_sale_is_kept_and_earns_in_every_club_of_its_buyer() {
        AccountId staff = account(ada, club("staff").build());

        Recorded recorded = recorded(sale("r-1", Buyer.member(ada), line(1, "2", "67.50"), line(2, "1", "9.99")));

        assertThat(recorded.owner()).isEqualTo(new KeptPurchase.Owner(ada, false));
        assertThat(recorded.clubs()).extracting(ClubPoints::account).containsExactly(account, staff);
        assertThat(recorded.clubs()).extracting(ClubPoints::points).containsExactly(Points.of(7), Points.of(7));
        assertThat(shop.available(account)).isEqualTo(Points.of(7));
        assertThat(kept("r-1").lines()).hasSize(2);
    }

    @Test
    @Requirement({"R27", "I8", "A57"})
    void a_repeat_gives_the_first_answer_again_and_other_content_is_refused() {
        Purchase sale = sale("r-1", Buyer.member(ada), line(1, "1", "100"));
        Recorded first = recorded(sale);
        shop.time().advance(Duration.ofMinutes(1));

        assertThat(shop.membership().sales().record(sale))
                .isEqualTo(new Recorded(first.purchase(), first.owner(), first.clubs(), true));
        assertThat(record(sale("r-1", Buyer.member(ada), sale.purchasedAt(), line(1, "1", "101"))))
                .isEqualTo(new SaleResult.KeyReused(key("r-1"), sale.purchasedAt()));
        assertThat(shop.available(account)).isEqualTo(Points.of(10));
        assertThat(shop.membership().sales().lookup(key("r-1")))
                .contains(new Recorded(first.purchase(), first.owner(), first.clubs(), true));
        assertThat(shop.membership().sales().lookup(key("r-2"))).isEmpty();
    }

    @Test
    @Requirement({"A58", "R27"})
    void a_sale_of_a_guest_or_of_somebody_unknown_is_kept_without_an_owner() {
        Purchase guest = sale("r-1", Buyer.GUEST, line(1, "1", "100"));
        Purchase unknown = sale("r-2", Buyer.member(AnyMember.anyMemberId()), line(1, "1", "100"));

        assertThat(recorded(guest).owner()).isEqualTo(KeptPurchase.Owner.NOBODY);
        assertThat(recorded(unknown).owner()).isEqualTo(KeptPurchase.Owner.missing(KeptPurchase.Missing.UNKNOWN));
        assertThat(recorded(guest).repeated()).isTrue();
        assertThat(record(sale("r-1", Buyer.GUEST, line(1, "1", "1")))).isInstanceOf(SaleResult.KeyReused.class);
    }

    @Test
    @Requirement({"A58", "R17"})
    void a_buyer_is_found_by_email_and_the_email_is_not_kept() {
        Member member =
                shop.storage().read(stores -> stores.members().find(ada)).orElseThrow();
        EmailAddress email = requireNonNull(member.email());

        assertThat(recorded(sale("r-1", Buyer.email(email.key()), line(1, "1", "100")))
                        .owner()
                        .member())
                .isEqualTo(ada);
        assertThat(kept("r-1").buyer()).isEqualTo(Buyer.GUEST);
    }

    @Test
    @Requirement("R5")
    void the_sale_of_a_member_who_is_not_active_yet_waits_and_is_posted_at_its_own_time() {
        MemberId eve = shop.membership()
                .importing()
                .member(MemberImport.of("old", "m-1")
                        .name("Eve", "Smith")
                        .email("eve@example.org")
                        .build())
                .member();
        Purchase early = sale("r-1", Buyer.member(eve), line(1, "1", "100"));
        Purchase back = sale("r-2", Buyer.member(eve), returned(1, "-1", "-40", "r-1", 1));
        assertThat(recorded(early).owner()).isEqualTo(new KeptPurchase.Owner(eve, true));
        assertThat(recorded(back).clubs()).isEmpty();
        shop.time().advance(Duration.ofDays(3));

        shop.membership()
                .registration()
                .register(Registrant.builder()
                        .name("Eve", "Smith")
                        .email("eve@example.org")
                        .acceptTerms("terms-1")
                        .build());
        AccountId opened = shop.account(eve, ClubId.of("beans"));

        assertThat(shop.available(opened)).isEqualTo(Points.of(6));
        assertThat(recorded(early).clubs().get(0).entries())
                .extracting(PointEntry::occurredAt)
                .containsExactly(early.purchasedAt());
        assertThat(recorded(early).owner().awaiting()).isFalse();
        assertThat(recorded(back).clubs().get(0).points()).isEqualTo(Points.of(-4));
    }

    @Test
    @Requirement({"R5", "R10"})
    void the_sales_of_an_imported_member_with_an_account_are_posted_when_it_becomes_active() {
        MemberId eve = shop.membership()
                .importing()
                .member(MemberImport.of("old", "m-1")
                        .name("Eve", "Smith")
                        .email("eve@example.org")
                        .build())
                .member();
        AccountId brought = shop.account(eve, ClubId.of("beans"));
        recorded(sale("r-1", Buyer.member(eve), line(1, "1", "100")));
        assertThat(shop.available(brought)).isEqualTo(Points.ZERO);

        shop.membership()
                .registration()
                .register(Registrant.builder()
                        .name("Eve", "Smith")
                        .email("eve@example.org")
                        .acceptTerms("terms-1")
                        .build());

        assertThat(shop.available(brought)).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement({"R38", "R37"})
    void a_preview_equals_the_posting_and_writes_nothing() {
        Purchase sale = sale("r-1", Buyer.member(ada), line(1, "1", "67"), line(2, "1", "8"));

        SaleResult.Previewed preview =
                (SaleResult.Previewed) shop.membership().sales().preview(sale);
        assertThat(shop.membership().sales().lookup(sale.key())).isEmpty();
        Recorded recorded = recorded(sale);

        assertThat(preview.clubs()).isEqualTo(recorded.clubs());
        assertThat(preview.clubs().get(0).explanation().lines())
                .extracting(Explanation.Line::points)
                .containsExactly(Points.of(6), Points.of(1));
    }

    @Test
    @Requirement({"R28", "R25"})
    void a_sale_that_arrives_after_its_points_lapsed_is_posted_and_expired_in_the_same_call() {
        MemberId owner = shop.member();
        AccountId shortLived = account(
                owner, club("short").expiry(ExpiryRule.after(Period.ofDays(30))).build());

        Recorded late = recorded(sale(
                "r-1", Buyer.member(owner), shop.time().instant().minus(Duration.ofDays(60)), line(1, "1", "100")));

        assertThat(late.clubs().get(0).entries())
                .extracting(PointEntry::kind)
                .containsExactly(EntryKind.SALE, EntryKind.EXPIRY);
        assertThat(shop.balance(shortLived).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R28")
    void a_sale_too_old_or_too_far_ahead_is_refused_by_name() {
        Purchase old =
                sale("r-1", Buyer.member(ada), shop.time().instant().minus(Duration.ofDays(4_000)), line(1, "1", "1"));
        Purchase ahead =
                sale("r-2", Buyer.member(ada), shop.time().instant().plus(Duration.ofDays(2)), line(1, "1", "1"));

        assertThat(record(old)).isInstanceOf(SaleResult.OutOfTime.class);
        assertThat(record(ahead)).isInstanceOf(SaleResult.OutOfTime.class);
        assertThat(shop.membership().sales().lookup(old.key())).isEmpty();
    }

    @Test
    @Requirement("R33")
    void a_sale_in_a_currency_of_no_club_is_refused_and_of_one_club_earns_there() {
        MemberId owner = shop.member();
        Club dollars = club("dollars").in(CurrencyUnit.USD, ZoneOffset.UTC).build();
        account(owner, dollars);
        Purchase sale = sale("r-1", Buyer.member(owner), line(1, "1", "100"));

        assertThat(record(sale)).isEqualTo(new SaleResult.RateMissing(sale.key(), List.of(dollars.id())));
        account(owner, club("beans").build());
        assertThat(recorded(sale).clubs())
                .extracting(ClubPoints::outcome)
                .containsExactly(ClubPoints.Outcome.POSTED, ClubPoints.Outcome.RATE_MISSING);
    }

    @Test
    void a_closed_account_earns_nothing() {
        shop.closeAccount(account);

        assertThat(recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100"))).clubs())
                .extracting(ClubPoints::outcome)
                .containsExactly(ClubPoints.Outcome.CLOSED);
    }

    @Test
    void many_sales_at_once_come_to_the_same_as_one_by_one() {
        List<Purchase> sales = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            sales.add(sale("r-" + i, Buyer.member(ada), line(1, "1", "25")));
            sales.add(sale("u-" + i, Buyer.member(ada), line(1, "-1", "-10")));
        }
        sales.add(sale("b-1", Buyer.member(ada), returned(1, "-1", "-25", "r-3", 1)));
        sales.add(sales.get(0));

        List<SaleResult> results = shop.membership().sales().recordAll(sales);

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Recorded.class));
        assertThat(((Recorded) results.get(41)).repeated()).isTrue();
        assertThat(shop.available(account)).isEqualTo(Points.of(20 * 2 - 20 - 2));
    }

    @Test
    @Requirement({"I25", "S24"})
    void points_beyond_all_counting_are_refused_by_name_and_hinder_nobody() {
        MemberId owner = shop.member();
        Club generous = club("generous")
                .rules(PointRule.everything("huge", PointRate.amount("100", "1")))
                .build();
        account(owner, generous);

        List<SaleResult> results = shop.membership()
                .sales()
                .recordAll(List.of(
                        sale("r-1", Buyer.member(owner), line(1, "1", "99999999999")),
                        sale("r-2", Buyer.member(owner), line(1, "1", "1"))));

        assertThat(results)
                .extracting(result -> ((Recorded) result).clubs().get(0).outcome())
                .containsExactly(ClubPoints.Outcome.OUT_OF_RANGE, ClubPoints.Outcome.POSTED);
    }

    @Test
    @Requirement("R20")
    void whoever_may_not_record_sales_is_refused() {
        Purchase sale = sale("r-1", Buyer.member(ada), line(1, "1", "100"));

        assertThatThrownBy(() ->
                        shop.membership().as(Actor.member(ada.value())).sales().record(sale))
                .isInstanceOf(PermissionDeniedException.class);
    }
}
