package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

@Requirement("R44")
class SchemePinTest extends ReviewStage {
    @Test
    @Requirement("R44")
    void a_pinned_account_stays_while_the_pin_holds() {
        AccountId account = shop.account();
        shop.membership()
                .review()
                .pin(account, Shop.GOLD, new SchemePin(ReasonCode.of("vip"), LocalDate.of(2026, 3, 10)));

        assertThat(lastMove(account).cause().kind()).isEqualTo(SchemeMove.Cause.Kind.BY_HAND);
        assertThat(schemeAfterReviewAt(account, "2026-03-10T22:59:00Z")).isEqualTo(Shop.GOLD);
        assertThat(schemeAfterReviewAt(account, "2026-03-10T23:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R44")
    void pinning_again_changes_nothing_and_unpinning_leaves_the_next_review_to_decide() {
        AccountId account = shop.account();
        SchemePin pin = new SchemePin(ReasonCode.of("vip"), null);
        shop.membership().review().pin(account, Shop.GOLD, pin);
        long version = shop.row(account).version();
        shop.membership().review().pin(account, Shop.GOLD, pin);

        assertThat(shop.row(account).version()).isEqualTo(version);
        assertThat(shop.membership().review().history(account)).hasSize(2);
        shop.membership().review().unpin(account);
        assertThat(scheme(account)).isEqualTo(Shop.GOLD);
        tomorrow();
        run();
        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
    }

    @Test
    void above_a_floor_reviews_go_on_and_below_it_nobody_falls_while_it_holds() {
        AccountId account = shop.account();
        LocalDate last = LocalDate.of(2027, 6, 30);
        shop.membership().review().pin(account, Shop.SILVER, new SchemePin(ReasonCode.of("vip"), last, Shop.SILVER));
        award(account, 500);

        assertThat(scheme(account)).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2026-03-02T12:00:00Z")).isEqualTo(Shop.GOLD);
        assertThat(schemeAfterReviewAt(account, "2027-03-01T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2027-06-30T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2027-07-01T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    void taking_off_a_floor_ends_what_it_gave_at_once() {
        AccountId account = shop.account();
        shop.membership().review().pin(account, Shop.SILVER, new SchemePin(ReasonCode.of("vip"), null, Shop.SILVER));
        shop.membership().review().unpin(account);

        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
        assertThat(shop.membership().review().history(account)).hasSize(3);
        assertThatThrownBy(() -> shop.membership()
                        .review()
                        .pin(account, Shop.GOLD, new SchemePin(ReasonCode.of("vip"), null, Shop.SILVER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_schemes_of_the_club_and_known_accounts_are_pinned() {
        AccountId account = shop.account();
        SchemePin pin = new SchemePin(ReasonCode.of("vip"), null);

        assertThatThrownBy(() -> shop.membership().review().pin(account, SchemeId.of("platinum"), pin))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(shop.membership().review().pin(AccountId.of("nobody"), Shop.GOLD, pin))
                .isEmpty();
    }

    @Test
    @Requirement("A40")
    void a_scheme_without_thresholds_is_never_moved_into_nor_out_of() {
        shop.publish(club -> club.schemes(List.of(Scheme.byHand("friends", "Friends", 9))));
        AccountId account = shop.account();
        AccountId friend = shop.account();
        award(account, 1_000_000);
        shop.membership()
                .review()
                .pin(friend, SchemeId.of("friends"), new SchemePin(ReasonCode.of("vip"), LocalDate.of(2026, 3, 1)));
        tomorrow();
        run();

        assertThat(scheme(account)).isEqualTo(Shop.GOLD);
        assertThat(scheme(friend)).isEqualTo(SchemeId.of("friends"));
    }
}
