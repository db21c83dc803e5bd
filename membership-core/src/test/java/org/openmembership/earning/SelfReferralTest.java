package org.openmembership.earning;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.card.CardNumber;
import org.openmembership.club.EventRule;
import org.openmembership.customer.PhoneType;
import org.openmembership.earning.ReferralResult.Reason;
import org.openmembership.earning.ReferralResult.Referred;
import org.openmembership.earning.ReferralResult.Refused;
import org.openmembership.member.MemberId;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Who brings somebody must be somebody else. */
@Requirement("R56")
class SelfReferralTest extends ShopTest {
    private int people;

    @BeforeEach
    void bringing_somebody_is_rewarded() {
        shop.publish(club -> club.events(EventRule.of("brings", EventRule.REFERRAL, 100)));
    }

    @Test
    void a_phone_number_in_common_is_refused_however_it_was_typed() {
        AccountId one = account(phone("+44 20 7946 0018"), null);
        AccountId other = account(phone("+44 (20) 79460018"), null);

        assertThat(refer(one, other)).isEqualTo(new Refused(Reason.SAME_PHONE));
        assertThat(shop.available(one)).isEqualTo(Points.ZERO);
    }

    @Test
    void an_address_in_common_is_refused_however_it_is_spelt() {
        AccountId one = account(null, address("12 St. John's Road", "SW1Y 4JH"));
        AccountId other = account(null, address("12 ST JOHNS ROAD", "sw1y4jh"));

        assertThat(refer(one, other)).isEqualTo(new Refused(Reason.SAME_ADDRESS));
    }

    @Test
    void others_are_brought_after_a_refusal() {
        AccountId one = account(phone("+44 20 7946 0018"), address("12 High Street", "SW1Y 4JH"));
        AccountId same = account(phone("+44 20 7946 0018"), null);
        AccountId other = account(phone("+44 20 7946 0019"), address("13 High Street", "SW1Y 4JH"));

        assertThat(refer(one, same)).isEqualTo(new Refused(Reason.SAME_PHONE));
        assertThat(refer(other, same)).isInstanceOf(Referred.class);
        assertThat(refer(one, other)).isInstanceOf(Referred.class);
        assertThat(shop.available(one)).isEqualTo(Points.of(100));
    }

    @Test
    void who_carried_a_card_of_the_account_is_not_brought_by_it() {
        AccountId family = shop.account();
        MemberId child = shop.member();
        shop.membership().sharing().become(family, AccountType.FAMILY);
        shop.membership().sharing().join(family, child);
        shop.membership().cards().assign(CardNumber.of("FAMILY-1"), family, child);
        shop.membership().sharing().leave(family, child);

        assertThat(refer(family, shop.account(child, Shop.CLUB))).isEqualTo(new Refused(Reason.SAME_CARD));
        assertThat(refer(family, shop.account())).isInstanceOf(Referred.class);
    }

    private ReferralResult refer(AccountId referrer, AccountId referred) {
        return shop.membership().earning().refer(referrer, referred);
    }

    private AccountId account(@Nullable RequestedPhone phone, @Nullable RequestedAddress address) {
        people++;
        Registrant.Builder registrant = Registrant.builder()
                .name("Ada", "Byron")
                .email("person." + people + "@example.org")
                .acceptTerms("terms-1");
        if (phone != null) {
            registrant.phones(phone);
        }
        if (address != null) {
            registrant.addresses(address);
        }
        RegistrationResult result = shop.membership().registration().register(registrant.build());
        return shop.account(((RegistrationResult.Registered) result).member(), Shop.CLUB);
    }

    private static RequestedPhone phone(String typed) {
        return new RequestedPhone(typed, PhoneType.MOBILE);
    }

    private static RequestedAddress address(String line, String postcode) {
        return RequestedAddress.in("GB")
                .lines(line, null)
                .town("London")
                .postcode(postcode)
                .build();
    }
}
