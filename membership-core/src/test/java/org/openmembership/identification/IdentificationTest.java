package org.openmembership.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemePin;
import org.openmembership.card.CardNumber;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.Benefit;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.Scheme;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PhoneType;
import org.openmembership.identification.IdentificationResult.Identified;
import org.openmembership.identification.IdentificationResult.IdentifiedAccount;
import org.openmembership.identification.IdentificationResult.NotIdentified;
import org.openmembership.identification.IdentificationResult.Reason;
import org.openmembership.ledger.Balance;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Provisional;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Username;

@Requirement({"B36", "D12"})
class IdentificationTest extends ShopTest {
    private static final CardNumber CARD = CardNumber.of("4000-0001");

    @Test
    void a_card_shows_its_account_with_what_can_be_spent() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10))));
        AccountId account = shop.account();
        MemberId member = shop.row(account).owner().mainMember();
        shop.give(account, 10);
        shop.membership().cards().assign(CARD, account, member);

        IdentificationResult before = identification().byCard(CARD);
        shop.time().set("2026-03-20T12:00:00Z");
        IdentificationResult after = identification().byCard(CARD);

        assertThat(before)
                .isEqualTo(new Identified(
                        member, List.of(shown(account, new Balance(Points.of(10), Points.of(10), Points.ZERO)))));
        assertThat(after)
                .isEqualTo(new Identified(
                        member, List.of(shown(account, new Balance(Points.of(10), Points.ZERO, Points.ZERO)))));
    }

    @Test
    @Requirement("R55")
    void a_card_without_a_person_shows_its_account_and_nobody() {
        AccountId account = shop.account();
        shop.membership().cards().assign(CARD, account, null);

        assertThat(((Identified) identification().byCard(CARD)).member()).isNull();
    }

    @Test
    void a_member_is_found_by_id_username_email_and_phone() {
        MemberId member = register("grace@example.org", "+4930123456");
        AccountId account = shop.account(member, Shop.CLUB);
        ClubId books = shop.anotherClub("books");
        AccountId second = shop.account(member, books);
        EmailAddress email = EmailAddress.of("Grace@Example.org");

        IdentificationResult byMember = identification().byMember(member);

        assertThat(((Identified) byMember).accounts())
                .extracting(IdentifiedAccount::account)
                .containsExactly(account, second);
        assertThat(identification().byUsername(Username.of(email.key()))).isEqualTo(byMember);
        assertThat(identification().byEmail(email.key())).isEqualTo(byMember);
        assertThat(identification().byPhone(E164.of("+4930123456"))).isEqualTo(byMember);
    }

    @Test
    void whoever_is_not_known_is_not_identified() {
        assertThat(identification().byCard(CARD)).isEqualTo(new NotIdentified(Reason.UNKNOWN));
        assertThat(identification().byMember(MemberId.of("nobody"))).isEqualTo(new NotIdentified(Reason.UNKNOWN));
        assertThat(identification().byPhone(E164.of("+4930123456"))).isEqualTo(new NotIdentified(Reason.UNKNOWN));
    }

    @Test
    void a_phone_that_two_members_share_needs_another_sign() {
        register("grace@example.org", "+4930123456");
        register("alan@example.org", "+4930123456");

        assertThat(identification().byPhone(E164.of("+4930123456"))).isEqualTo(new NotIdentified(Reason.AMBIGUOUS));
    }

    @Test
    @Requirement({"S1", "R5"})
    void whoever_has_to_prove_the_address_is_not_identified() {
        Membership careful = shop.over(shop.storage(), "c-")
                .registration(RegistrationPolicy.DEFAULT)
                .open();
        careful.registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email("ada@example.org")
                        .acceptTerms("terms-1")
                        .build());

        assertThat(identification().byEmail(EmailAddress.of("ada@example.org").key()))
                .isEqualTo(new NotIdentified(Reason.NOT_ACTIVE));
    }

    @Test
    @Requirement("R54")
    void a_blocked_card_or_account_is_not_identified() {
        AccountId account = shop.account();
        AccountId lost = shop.account();
        MemberId member = shop.row(lost).owner().mainMember();
        shop.membership().cards().assign(CARD, lost, null);
        shop.membership().cards().assign(CardNumber.of("4000-0002"), account, null);
        shop.membership().blocking().block(CardNumber.of("4000-0002"), ReasonCode.of("LOST"));
        shop.block(lost);

        assertThat(identification().byCard(CardNumber.of("4000-0002"))).isEqualTo(new NotIdentified(Reason.BLOCKED));
        assertThat(identification().byCard(CARD)).isEqualTo(new NotIdentified(Reason.BLOCKED));
        assertThat(identification().byMember(member)).isEqualTo(new NotIdentified(Reason.BLOCKED));
    }

    @Test
    @Requirement("R54")
    void of_several_accounts_the_blocked_one_says_so() {
        MemberId member = shop.member();
        AccountId coffee = shop.account(member, Shop.CLUB);
        AccountId book = shop.account(member, shop.anotherClub("books"));
        Instant since = shop.time().instant();
        shop.block(coffee);

        assertThat(((Identified) identification().byMember(member)).accounts())
                .extracting(IdentifiedAccount::account, IdentifiedAccount::blockedSince)
                .containsExactly(tuple(coffee, since), tuple(book, null));
    }

    @Test
    @Requirement({"B3", "B17", "R47"})
    void an_account_shows_what_it_is_given_and_a_scheme_outranks_its_club_kind_by_kind() {
        Benefit delivery = new Benefit(Benefit.Kind.FREE_DELIVERY, "yes");
        Benefit retail = new Benefit(Benefit.Kind.PRICE_GROUP, "RETAIL");
        Benefit vip = new Benefit(Benefit.Kind.PRICE_GROUP, "VIP");
        Scheme gold = Scheme.from("gold", "Gold", 2, "500", "300").with(List.of(vip));
        shop.publish(shop.coffee(List.of(Scheme.byHand("standard", "Standard", 1), gold))
                .accounts(AccountTerms.DEFAULT.with(List.of(delivery, retail)))
                .build());
        AccountId account = shop.account();
        MemberId member = shop.row(account).owner().mainMember();

        assertThat(benefits(member)).containsExactly(delivery, retail);
        shop.membership().review().pin(account, Shop.GOLD, new SchemePin(ReasonCode.of("VIP"), null));

        assertThat(benefits(member)).containsExactly(vip, delivery);
    }

    private List<Benefit> benefits(MemberId member) {
        Identified found = (Identified) identification().byMember(member);
        return found.accounts().get(0).benefits();
    }

    private MemberId register(String email, String phone) {
        RegistrationResult result = shop.membership()
                .registration()
                .register(Registrant.builder()
                        .name("Grace", "Hopper")
                        .email(email)
                        .phones(RequestedPhone.of(phone, PhoneType.MOBILE))
                        .acceptTerms("terms-1")
                        .build());
        return ((RegistrationResult.Registered) result).member();
    }

    private static IdentifiedAccount shown(AccountId account, Balance balance) {
        return new IdentifiedAccount(
                account, Shop.CLUB, Shop.STANDARD, List.of(), balance, Provisional.NOTHING, true, null);
    }

    private Identification identification() {
        return shop.membership().identification();
    }
}
