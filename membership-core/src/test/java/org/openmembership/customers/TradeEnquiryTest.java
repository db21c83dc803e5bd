package org.openmembership.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.customer.Customer;
import org.openmembership.customer.EmailAddress;
import org.openmembership.registration.Mailbox;
import org.openmembership.shared.Actor;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;

/** Whoever applies for trade waits for somebody of the shop's, who is asked by email. */
@Requirement({"C41", "C51"})
final class TradeEnquiryTest extends ShopTest {
    private static final EmailAddress OFFICE = EmailAddress.of("office@example.org");

    private final Mailbox mailbox = new Mailbox();
    private Membership office;

    @BeforeEach
    void open() {
        office = shop.over(shop.storage(), "office-")
                .notifier(mailbox)
                .tradeEnquiries(OFFICE)
                .open();
    }

    @Test
    void an_application_asks_the_shop_to_authorise_it_and_says_whose_it_is() {
        Customer applicant = created(NewCustomerKind.TRADE_APPLICANT);

        office.notifications().deliver(10);

        Message enquiry = mailbox.last();
        assertThat(enquiry.purpose()).isEqualTo(NotificationPurpose.AUTHORISE_TRADE);
        assertThat(enquiry.address()).isEqualTo(OFFICE);
        assertThat(enquiry.customer()).isEqualTo(applicant.id());
        assertThat(enquiry.proof()).isNull();
        assertThat(office.customers()
                        .find(applicant.id())
                        .orElseThrow()
                        .standing()
                        .active())
                .isFalse();
    }

    @Test
    void a_customer_who_applies_later_is_asked_about_once() {
        Customer guest = created(NewCustomerKind.GUEST);
        assertThat(office.notifications().deliver(10).sent()).isZero();

        office.customers().applyForTrade(guest.id());
        office.customers().applyForTrade(guest.id());

        assertThat(office.notifications().deliver(10).sent()).isOne();
        assertThat(mailbox.last().customer()).isEqualTo(guest.id());
    }

    @Test
    void nothing_is_asked_about_who_was_decided_upon_before_the_message_goes() {
        office.customers().approve(created(NewCustomerKind.TRADE_APPLICANT).id());
        office.customers().reject(created(NewCustomerKind.TRADE_APPLICANT).id());

        assertThat(office.notifications().deliver(10).sent()).isZero();
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void a_shop_that_names_no_address_is_not_written_to() {
        Membership quiet = shop.over(shop.storage(), "quiet-").notifier(mailbox).open();
        quiet.customers()
                .create(
                        shop.key(),
                        NewCustomerKind.TRADE_APPLICANT,
                        CustomerForm.builder().name("Ada", "Byron").build());

        assertThat(quiet.notifications().deliver(10).sent()).isZero();
        assertThat(office.notifications().deliver(10).sent()).isZero();
    }

    private Customer created(NewCustomerKind kind) {
        CustomerForm form = CustomerForm.builder()
                .name("Ada", "Byron")
                .email("ada@example.org")
                .build();
        CreationResult result = office.as(Actor.till("web-shop")).customers().create(shop.key(), kind, form);
        return ((CreationResult.Created) result).customer();
    }
}
