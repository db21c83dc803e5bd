package org.openmembership.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.card.CardNumber;
import org.openmembership.club.ClubId;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.identification.IdentificationResult.NotIdentified;
import org.openmembership.identification.IdentificationResult.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.sharing.SharingResult.Refused;
import org.openmembership.sharing.SharingResult.Shared;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

class SharingTest extends ShopTest {
    private static final ReasonCode MOVED = ReasonCode.of("MOVED_AWAY");

    @Test
    @Requirement({"B30", "R55"})
    void the_first_member_is_the_main_one_and_others_join() {
        MemberId ada = shop.member();
        MemberId grace = shop.member();
        AccountId family = account(ada, AccountType.FAMILY);

        Shared joined = (Shared) sharing().join(family, grace);
        Shared again = (Shared) sharing().join(family, grace);

        assertThat(joined.members()).containsExactly(ada, grace);
        assertThat(joined.account()).isEqualTo(shop.row(family));
        assertThat(joined.account().owner().mainMember()).isEqualTo(ada);
        assertThat(joined.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.members()).containsExactly(ada, grace);
        assertThat(((EnrolmentResult.Enrolled) shop.membership().enrolment().enrol(grace, Shop.CLUB)).account())
                .isEqualTo(shop.row(family));
    }

    @Test
    @Requirement({"B31", "R55"})
    void a_private_account_has_one_member_and_becomes_a_familys_first() {
        AccountId account = shop.account();
        MemberId grace = shop.member();

        assertThat(sharing().join(account, grace)).isEqualTo(new Refused(SharingResult.Reason.PRIVATE));
        assertThat(sharing().become(account, AccountType.COMPANY)).isInstanceOf(Shared.class);
        assertThat(sharing().join(account, grace)).isInstanceOf(Shared.class);
        assertThat(sharing().become(account, AccountType.PRIVATE)).isEqualTo(new Refused(SharingResult.Reason.PRIVATE));
        assertThat(shop.row(account).owner().type()).isEqualTo(AccountType.COMPANY);
    }

    @Test
    @Requirement({"B30", "R55"})
    void only_active_members_without_an_account_in_the_club_join() {
        AccountId family = account(shop.member(), AccountType.FAMILY);
        MemberId other = shop.member();
        shop.account(other, Shop.CLUB);

        assertThat(sharing().join(family, other)).isEqualTo(new Refused(SharingResult.Reason.HAS_ACCOUNT));
        assertThat(sharing().join(family, MemberId.of("nobody")))
                .isEqualTo(new Refused(SharingResult.Reason.UNKNOWN_MEMBER));
        assertThat(sharing().join(AccountId.of("none"), other))
                .isEqualTo(new Refused(SharingResult.Reason.UNKNOWN_ACCOUNT));
    }

    @Test
    @Requirement("B30")
    void the_main_member_is_replaced_and_leaves_only_then() {
        MemberId ada = shop.member();
        MemberId grace = shop.member();
        AccountId family = account(ada, AccountType.FAMILY);
        sharing().join(family, grace);
        shop.give(family, 10);

        assertThat(sharing().leave(family, ada)).isEqualTo(new Refused(SharingResult.Reason.MAIN_MEMBER));
        assertThat(sharing().represent(family, shop.member()))
                .isEqualTo(new Refused(SharingResult.Reason.NOT_OF_ACCOUNT));
        assertThat(((Shared) sharing().represent(family, grace)).members()).containsExactly(grace, ada);
        assertThat(((Shared) sharing().represent(family, grace)).repeated()).isTrue();
        assertThat(((Shared) sharing().leave(family, ada)).members()).containsExactly(grace);

        assertThat(sharing().leave(family, ada)).isEqualTo(new Refused(SharingResult.Reason.NOT_OF_ACCOUNT));
        assertThat(sharing().members(family)).containsExactly(grace);
        assertThat(shop.available(family)).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement({"R54", "B30"})
    void whoever_leaves_is_not_identified_by_the_accounts_card_any_more() {
        MemberId ada = shop.member();
        MemberId grace = shop.member();
        AccountId family = account(ada, AccountType.FAMILY);
        sharing().join(family, grace);
        CardNumber card = CardNumber.of("4000-0001");
        shop.membership().cards().assign(card, family, grace);

        sharing().leave(family, grace);

        assertThat(shop.membership().identification().byCard(card)).isEqualTo(new NotIdentified(Reason.BLOCKED));
        AccountId own = shop.account(grace, Shop.CLUB);
        assertThat(own).isNotEqualTo(family);
    }

    @Test
    @Requirement({"B28", "R17"})
    void an_account_closes_only_without_points_and_identifies_nobody_then() {
        MemberId ada = shop.member();
        AccountId account = account(ada, AccountType.PRIVATE);
        CardNumber card = CardNumber.of("4000-0001");
        shop.membership().cards().assign(card, account, ada);
        shop.give(account, 10);

        assertThat(sharing().close(account, MOVED)).isEqualTo(new Refused(SharingResult.Reason.POINTS_LEFT));
        shop.membership().adjustment().adjust(AdjustmentRequest.of(account, Points.of(-10), "WRITE_OFF", shop.key()));
        assertThat(((Shared) sharing().close(account, MOVED)).repeated()).isFalse();
        assertThat(((Shared) sharing().close(account, MOVED)).repeated()).isTrue();

        assertThat(shop.membership().identification().byCard(card)).isEqualTo(new NotIdentified(Reason.NOT_ACTIVE));
        assertThat(sharing().join(account, shop.member())).isEqualTo(new Refused(SharingResult.Reason.CLOSED));
        assertThat(shop.redeem(account, 1)).isInstanceOf(RedemptionResult.Refused.class);
        assertThat(shop.history(account)).hasSize(2);
    }

    @Test
    @Requirement({"B28", "R26"})
    void an_account_in_debt_does_not_close() {
        AccountId account = shop.account();
        shop.owe(account, 5);

        assertThat(sharing().close(account, MOVED)).isEqualTo(new Refused(SharingResult.Reason.POINTS_LEFT));
    }

    @Test
    @Requirement({"R32", "R55", "B30"})
    void of_members_who_join_at_once_none_is_lost_and_none_has_two_accounts() throws Exception {
        MemberId ada = shop.member();
        AccountId family = account(ada, AccountType.FAMILY);
        ClubId club = Shop.CLUB;
        List<MemberId> newcomers = new ArrayList<>();
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            MemberId member = shop.member();
            newcomers.add(member);
            calls.add(() -> sharing().join(family, member));
            calls.add(() -> shop.membership().enrolment().enrol(member, club));
        }

        assertThat(Together.atOnce(calls)).doesNotContainNull();

        List<MemberId> members = sharing().members(family);
        assertThat(members.get(0)).isEqualTo(ada);
        for (MemberId member : newcomers) {
            List<MemberAccount> accounts =
                    shop.storage().read(stores -> stores.accounts().of(member));
            assertThat(accounts).hasSize(1);
            assertThat(members.contains(member)).isEqualTo(accounts.get(0).id().equals(family));
        }
    }

    private Sharing sharing() {
        return shop.membership().sharing();
    }

    private AccountId account(MemberId member, AccountType type) {
        EnrolmentResult result = shop.membership().enrolment().enrol(member, Shop.CLUB, type);
        return ((EnrolmentResult.Enrolled) result).account().id();
    }
}
