package org.openmembership.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.CardStatus;
import org.openmembership.cards.CardResult;
import org.openmembership.club.AccountTerms;
import org.openmembership.club.CardSeries;
import org.openmembership.club.CheckDigits;
import org.openmembership.club.ClubId;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.member.MemberId;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.sharing.SharingResult;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Notification;
import org.openmembership.user.UserWarning;
import org.openmembership.user.Username;

/** Each answer that another system gives as an error code when a contact is created, and ours, on every storage. */
@Requirement("B35")
final class CreatingAContactTest extends ClerkTest {
    private static final CardSeries SERIES = CardSeries.of("main", "OM", 6, CheckDigits.LUHN);

    @Test
    void an_invalid_email_is_refused_by_its_path_and_with_it_the_user_name_made_of_it() {
        assertThat(wrong(eve().email("no address"))).extracting(Violation::path).containsExactly("email");
        assertThat(wrong(eve().email(null))).extracting(Violation::path).containsExactly("email");
    }

    @Test
    void missing_first_and_last_names_are_refused_together_by_their_paths() {
        assertThat(wrong(eve().name(null, null)))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("firstName", "lastName");
        assertThat(wrong(eve().name("Eve", null))).extracting(Violation::path).containsExactly("lastName");
    }

    @Test
    @Requirement("R7")
    void a_user_name_that_exists_is_a_taken_address_where_that_may_be_told_and_looks_like_any_other_elsewhere() {
        register(eve());

        assertThat(shop.membership()
                        .registration()
                        .register(eve().email(" EVE@Example.ORG ").build()))
                .isEqualTo(new RegistrationResult.EmailTaken());
        Membership careful = shop.over(shop.storage(), "careful-")
                .registration(RegistrationPolicy.DEFAULT)
                .open();
        assertThat(careful.registration().register(eve().build()))
                .isInstanceOf(RegistrationResult.AwaitingVerification.class);
    }

    @Test
    void a_user_name_that_is_nobodys_is_warned_of() {
        Username eve = Username.of(EmailAddress.of("eve@example.org").key());

        assertThat(shop.membership().registration().warnings(eve)).containsExactly(UserWarning.UNKNOWN);
        register(eve());
        assertThat(shop.membership().registration().warnings(eve)).isEmpty();
    }

    @Test
    void an_account_that_is_named_and_not_found_is_refused_and_one_that_is_found_is_shared() {
        MemberId eve = register(eve());
        AccountId unknown = AccountId.of("unknown");
        AccountId family = account(shop.membership().enrolment().enrol(shop.member(), Shop.CLUB, AccountType.FAMILY))
                .id();

        assertThat(shop.membership().sharing().join(unknown, eve))
                .isEqualTo(new SharingResult.Refused(SharingResult.Reason.UNKNOWN_ACCOUNT));
        assertThat(shop.membership().cards().draw(unknown, eve))
                .isEqualTo(new CardResult.Refused(CardResult.Reason.UNKNOWN_ACCOUNT));
        assertThat(shop.membership().sharing().join(family, eve)).isInstanceOf(SharingResult.Shared.class);
    }

    @Test
    @Requirement("A39")
    void whoever_names_no_account_gets_a_new_one_and_whoever_names_no_club_one_in_the_default_club_and_scheme() {
        MemberId eve = register(eve());
        Membership till =
                shop.over(shop.storage(), "till-").defaultClub(Shop.CLUB).open();

        EnrolmentResult enrolled = till.enrolment().enrol(eve);

        assertThat(account(enrolled).club()).isEqualTo(Shop.CLUB);
        assertThat(account(enrolled).scheme()).isEqualTo(Shop.STANDARD);
        assertThat(till.enrolment().enrol(eve)).isEqualTo(new EnrolmentResult.Enrolled(account(enrolled), true));
        assertThat(shop.membership().enrolment().enrol(eve))
                .isEqualTo(new EnrolmentResult.Refused(EnrolmentResult.Reason.NO_CLUB_NAMED));
        assertThat(till.enrolment().enrol(eve, ClubId.of("unknown")))
                .isEqualTo(new EnrolmentResult.Refused(EnrolmentResult.Reason.UNKNOWN_CLUB));
    }

    @Test
    @Requirement("B34")
    void the_contact_gets_a_new_card_of_the_series_and_without_a_series_that_is_said() {
        shop.publish(club -> club.accounts(
                new AccountTerms(new AccountTerms.Cards(List.of(SERIES), false, true), AccountTerms.BlockReasons.ANY)));
        MemberId eve = register(eve());
        AccountId account = shop.account(eve, Shop.CLUB);
        AccountId tea = shop.account(eve, shop.anotherClub("tea"));

        CardResult.Assigned drawn =
                (CardResult.Assigned) shop.membership().cards().draw(account, eve);
        assertThat(drawn.card().number()).isEqualTo(CardNumber.of("OM0000018"));
        assertThat(drawn.card().status()).isEqualTo(CardStatus.ACTIVE);
        assertThat(drawn.card().carrier()).isEqualTo(eve);
        assertThat(shop.membership().cards().draw(tea, eve))
                .isEqualTo(new CardResult.Refused(CardResult.Reason.NO_NUMBER));
    }

    @Test
    @Requirement("A17")
    void customers_may_share_an_address_that_only_one_member_has() {
        register(eve());

        created(create(ada().email("eve@example.org").build()));

        assertThat(shop.membership()
                        .registration()
                        .register(eve().name("Ada", "Byron").build()))
                .isEqualTo(new RegistrationResult.EmailTaken());
    }

    @Test
    @Requirement("R1")
    void an_address_that_is_typed_another_way_in_an_update_is_the_same_address() {
        Customer ada = created(create(ada().email("ada@example.org").build()));

        Customer same = edited(customers()
                .edit(
                        ada.id(),
                        ada.version(),
                        CustomerForm.from(ada).email(" ADA@Example.ORG ").build()));

        assertThat(same.emailKey()).isEqualTo(ada.emailKey());
        List<Notification> told =
                shop.storage().read(stores -> stores.notifications().farewells(Set.of(ada.id())));
        assertThat(told).isEmpty();
    }

    private List<Violation> wrong(Registrant.Builder registrant) {
        List<Violation> violations = new ArrayList<>();
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> shop.membership().registration().register(registrant.build()))
                .satisfies(wrong -> violations.addAll(wrong.violations()));
        return violations;
    }

    private MemberId register(Registrant.Builder registrant) {
        return ((RegistrationResult.Registered) shop.membership().registration().register(registrant.build())).member();
    }

    private static MemberAccount account(EnrolmentResult result) {
        return ((EnrolmentResult.Enrolled) result).account();
    }

    private static Registrant.Builder eve() {
        return Registrant.builder()
                .name("Eve", "Smith")
                .email("eve@example.org")
                .acceptTerms("terms-1");
    }
}
