package org.openmembership.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.cards.CardResult.Reason;
import org.openmembership.cards.CardResult.Refused;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;

/** Cards that nobody has shown up for, and those who do. */
@Requirement("R55")
class TakeoverTest extends ShopTest {
    private static final CardNumber CARD = CardNumber.of("4000-0001");

    @BeforeEach
    void earn_a_point_for_a_euro() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
    }

    @Test
    @Requirement({"B28", "B33"})
    void a_card_without_a_person_collects_and_can_be_spent() {
        AccountId account = register();
        buy("30");

        MemberAccount row = shop.row(account);
        assertThat(row.isUnassigned()).isTrue();
        assertThat(row.owner().mainMember()).isNull();
        assertThat(((Identified) shop.membership().identification().byCard(CARD)).member())
                .isNull();
        assertThat(shop.spend(account, 10).points()).isEqualTo(Points.of(-10));
        assertThat(shop.available(account)).isEqualTo(Points.of(20));
        assertThat(((Assigned) cards().register(CARD, Shop.CLUB)).repeated()).isTrue();
    }

    @Test
    void whoever_shows_up_gets_account_points_and_sales_once() {
        AccountId account = register();
        Purchase purchase = buy("30");
        MemberId ada = shop.member();

        Assigned taken = (Assigned) cards().takeOver(CARD, ada);
        Assigned again = (Assigned) cards().takeOver(CARD, ada);

        assertThat(taken.repeated()).isFalse();
        assertThat(again).isEqualTo(new Assigned(taken.card(), true));
        assertThat(taken.card().carrier()).isEqualTo(ada);
        assertThat(shop.row(account).isUnassigned()).isFalse();
        assertThat(shop.row(account).owner().mainMember()).isEqualTo(ada);
        assertThat(shop.available(account)).isEqualTo(Points.of(30));
        KeptPurchase kept = shop.storage()
                .read(stores -> stores.purchases().find(purchase.key()))
                .orElseThrow();
        assertThat(kept.member()).isEqualTo(new KeptPurchase.Owner(ada, false));
        assertThat(cards().takeOver(CARD, shop.member())).isEqualTo(new Refused(Reason.TAKEN));
    }

    @Test
    @Requirement("B34")
    void a_card_that_is_nobodys_comes_to_the_members_account() {
        MemberId ada = shop.member();

        assertThat(cards().takeOver(CARD, ada)).isEqualTo(new Refused(Reason.UNKNOWN_CARD));
        AccountId own = shop.account(ada, Shop.CLUB);
        assertThat(cards().assign(CARD, own, ada)).isInstanceOf(Assigned.class);
        assertThat(((Assigned) cards().takeOver(CARD, ada)).repeated()).isTrue();
        assertThat(cards().takeOver(CARD, MemberId.of("nobody"))).isEqualTo(new Refused(Reason.UNKNOWN_MEMBER));
    }

    @Test
    void a_club_may_want_a_person_for_each_card() {
        shop.publish(club -> club.accounts(
                new AccountTerms(new AccountTerms.Cards(List.of(), false, false), AccountTerms.BlockReasons.ANY)));

        assertThat(cards().register(CARD, Shop.CLUB)).isEqualTo(new Refused(Reason.NEEDS_PERSON));
    }

    @Test
    @Requirement("R54")
    void a_blocked_card_is_not_taken_over() {
        register();
        shop.membership().blocking().block(CARD, ReasonCode.of("LOST"));

        assertThat(cards().takeOver(CARD, shop.member())).isEqualTo(new Refused(Reason.BLOCKED));
    }

    @Test
    @Requirement("B34")
    void a_registration_that_names_the_card_takes_it_over() {
        AccountId account = register();
        buy("30");

        MemberId ada = named(shop.membership(), CARD.value());

        assertThat(shop.row(account).owner().mainMember()).isEqualTo(ada);
        assertThat(cards().of(ada)).hasSize(1);
        MemberId other = named(shop.membership(), CARD.value());
        assertThat(cards().of(other)).isEmpty();
    }

    @Test
    @Requirement({"B34", "R5"})
    void only_once_the_address_is_proven() {
        AccountId account = register();
        Membership careful = shop.over(shop.storage(), "c-")
                .registration(RegistrationPolicy.DEFAULT)
                .open();

        RegistrationResult result = careful.registration().register(registrant(CARD.value()));

        assertThat(result).isInstanceOf(RegistrationResult.AwaitingVerification.class);
        assertThat(shop.row(account).isUnassigned()).isTrue();
        CardNumber wish = shop.storage()
                .read(stores ->
                        stores.cards().wishOf(((RegistrationResult.AwaitingVerification) result).registration()))
                .orElseThrow();
        assertThat(wish).isEqualTo(CARD);
    }

    private AccountId register() {
        Assigned registered = (Assigned) cards().register(CARD, Shop.CLUB);
        return registered.card().account().orElseThrow();
    }

    private Purchase buy(String amount) {
        Purchase purchase =
                AnyPurchase.anyPurchase(Buyer.card(CARD), shop.time().instant(), amount);
        shop.membership().sales().record(purchase);
        return purchase;
    }

    private static MemberId named(Membership membership, String card) {
        RegistrationResult result = membership.registration().register(registrant(card));
        return ((RegistrationResult.Registered) result).member();
    }

    private static Registrant registrant(String card) {
        return Registrant.builder()
                .name("Ada", "Byron")
                .email("ada." + AnyPurchase.anyReceipt().value().hashCode() + "@example.org")
                .card(card)
                .acceptTerms("terms-1")
                .build();
    }

    private Cards cards() {
        return shop.membership().cards();
    }
}
