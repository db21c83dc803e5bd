package org.openmembership.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.ClubId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.enrolment.EnrolmentResult.Enrolled;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

class EnrolmentTest extends ShopTest {
    @Test
    @Requirement({"B28", "B29", "A39"})
    void a_member_gets_an_account_in_the_clubs_first_scheme() {
        MemberId member = shop.member();

        Enrolled enrolled = (Enrolled) shop.membership().enrolment().enrol(member, Shop.CLUB);

        MemberAccount account = enrolled.account();
        assertThat(enrolled.repeated()).isFalse();
        assertThat(account.scheme()).isEqualTo(Shop.STANDARD);
        assertThat(account.owner().mainMember()).isEqualTo(member);
        assertThat(account.owner().openedAt()).isEqualTo(shop.time().instant());
        assertThat(account.standing().nextReview()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(shop.row(account.id())).isEqualTo(account);
        assertThat(shop.membership().review().history(account.id()))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.change()).isEqualTo(new SchemeMove.Change(null, Shop.STANDARD));
                    assertThat(move.cause().kind()).isEqualTo(SchemeMove.Cause.Kind.OPENED);
                });
    }

    @Test
    @Requirement("R55")
    void a_repeat_answers_with_the_account_that_is_there() {
        MemberId member = shop.member();
        AccountId first = shop.account(member, Shop.CLUB);

        Enrolled again = (Enrolled) shop.membership().enrolment().enrol(member, Shop.CLUB);

        assertThat(again.account().id()).isEqualTo(first);
        assertThat(again.repeated()).isTrue();
    }

    @Test
    @Requirement("B1")
    void a_member_may_have_an_account_in_each_club() {
        MemberId member = shop.member();
        ClubId books = shop.anotherClub("books");

        AccountId coffee = shop.account(member, Shop.CLUB);
        AccountId book = shop.account(member, books);
        shop.give(coffee, 10);

        assertThat(shop.available(coffee).isZero()).isFalse();
        assertThat(shop.available(book).isZero()).isTrue();
    }

    @Test
    @Requirement("A3")
    void whoever_is_no_member_gets_none() {
        assertThat(shop.membership().enrolment().enrol(MemberId.of("nobody"), Shop.CLUB))
                .isEqualTo(new EnrolmentResult.Refused(EnrolmentResult.Reason.UNKNOWN_MEMBER));
        assertThat(shop.membership().enrolment().enrol(shop.member(), ClubId.of("none")))
                .isEqualTo(new EnrolmentResult.Refused(EnrolmentResult.Reason.UNKNOWN_CLUB));
    }

    @Test
    @Requirement("R5")
    void nor_does_one_who_has_to_prove_the_address_first() {
        Membership careful = shop.over(shop.storage(), "c-")
                .registration(RegistrationPolicy.DEFAULT)
                .open();
        careful.registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email("ada@example.org")
                        .acceptTerms("terms-1")
                        .build());
        MemberStanding awaiting = shop.storage()
                .read(stores -> stores.members()
                        .standingsWithEmail(EmailAddress.of("ada@example.org").key()))
                .get(0);

        assertThat(careful.enrolment().enrol(awaiting.member(), Shop.CLUB))
                .isEqualTo(new EnrolmentResult.Refused(EnrolmentResult.Reason.NOT_ACTIVE));
    }
}
