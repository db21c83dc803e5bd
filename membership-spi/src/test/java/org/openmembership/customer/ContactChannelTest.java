package org.openmembership.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.Requirement;

/** Where channels reach customers. */
@Requirement("D5")
class ContactChannelTest {
    private static final PhoneNumber HOME = new PhoneNumber("020 7946 0018", E164.of("+442079460018"), PhoneType.HOME);
    private static final PhoneNumber MOBILE =
            new PhoneNumber("07700 900123", E164.of("+447700900123"), PhoneType.MOBILE);
    private static final PostalAddress ADDRESS = PostalAddress.in(Region.of("GB"))
            .lines("12 St James's Square", null)
            .town("London")
            .build();

    @Test
    void a_text_message_goes_to_the_first_mobile_that_could_be_read_else_to_the_first_number() {
        PhoneNumber unread = PhoneNumber.unread("ask Ada", PhoneType.MOBILE);

        assertThat(ContactChannel.SMS.pointOf(with(unread, HOME, MOBILE))).contains(E164.of("+447700900123"));
        assertThat(ContactChannel.SMS.pointOf(with(unread, HOME))).contains(E164.of("+442079460018"));
        assertThat(ContactChannel.SMS.pointOf(with(unread))).isEmpty();
    }

    @Test
    void another_spelling_reaches_the_same_place_and_another_kind_never_does() {
        EmailAddress typed = EmailAddress.of("Ada@Example.org");
        PostalAddress billing = PostalAddress.in(Region.of("GB"))
                .lines("12 St James's Square", null)
                .town("London")
                .uses(AddressUse.BILLING)
                .build();

        assertThat(typed.reachesSameAs(EmailAddress.of("ada@example.org"))).isTrue();
        assertThat(typed.reachesSameAs(EmailAddress.of("eve@example.org"))).isFalse();
        assertThat(ADDRESS.reachesSameAs(billing)).isTrue();
        assertThat(ADDRESS.reachesSameAs(typed)).isFalse();
        assertThat(E164.of("+447700900123").reachesSameAs(typed)).isFalse();
    }

    @Test
    void an_address_is_written_on_one_line() {
        assertThat(ADDRESS.written()).isEqualTo("12 St James's Square, London, GB");
        assertThat(EmailAddress.of("Ada@Example.org").written()).isEqualTo("Ada@Example.org");
    }

    private static Customer with(PhoneNumber... phones) {
        return AnyCustomer.builder().phones(List.of(phones)).build();
    }
}
