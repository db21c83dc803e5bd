package org.openmembership.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmembership.customer.ContactChannel.EMAIL;
import static org.openmembership.customer.ContactChannel.SMS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.consent.ConsentPolicy;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult.AwaitingVerification;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.request.RequestedConsent;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.CountingIds;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;

/** Whoever says yes to email and text message is written to by email first, whatever else is to be said. */
@Requirement("D8")
final class EmailFirstTest extends ConsentStage {
    @Test
    @Requirement({"D7", "D3"})
    void the_proof_of_a_registration_and_all_emails_go_before_the_text_message() {
        Membership shop = confirming(SMS, EMAIL);
        Registrant registrant = PeopleStage.ada()
                .phones(RequestedPhone.of(MOBILE, null))
                .accepts(SMS, EMAIL)
                .build();

        AwaitingVerification waits = (AwaitingVerification) shop.registration().register(registrant);
        Message proof = stage.mailbox.last();
        assertThat(shop.registration().verify(waits.registration(), stage.mailbox.code()))
                .isInstanceOf(Verified.class);
        shop.notifications().deliver(10);

        assertThat(proof.purpose()).isEqualTo(NotificationPurpose.VERIFY_ADDRESS);
        assertThat(channels()).containsExactly(EMAIL, EMAIL, SMS);
    }

    @Test
    @Requirement({"C49", "D3"})
    void the_invitation_of_a_new_customer_goes_before_the_text_message() {
        inviting()
                .as(Actor.till("till-7"))
                .customers()
                .create(
                        ExternalKey.of("till-7", "1"),
                        NewCustomerKind.IN_STORE,
                        full().accepts(RequestedConsent.at("POS", "wording-3", SMS, EMAIL))
                                .build());

        stage.membership.notifications().deliver(10);

        assertThat(channels()).containsExactly(EMAIL, EMAIL, SMS);
        assertThat(stage.mailbox.messages())
                .extracting(Message::purpose)
                .containsOnlyOnce(NotificationPurpose.INVITE_CUSTOMER);
    }

    @Test
    @Requirement({"R13", "D9"})
    void the_link_for_a_password_goes_by_email_and_never_by_text_message() {
        stage.registerAndVerify(
                PeopleStage.ada().phones(RequestedPhone.of(MOBILE, null)).accepts(SMS, EMAIL));

        stage.membership.passwords().request("ada@example.org");

        assertThat(stage.mailbox.last().purpose()).isEqualTo(NotificationPurpose.SET_PASSWORD);
        assertThat(channels()).containsOnly(EMAIL);
    }

    /** The same shop, where every new customer in a store is invited and every consent confirmed. */
    private Membership inviting() {
        RegistrationPolicy usual = RegistrationPolicy.DEFAULT;
        return Membership.on(stage.opened.storage())
                .clock(stage.time)
                .ids(new CountingIds("inviting-"))
                .notifier(stage.mailbox)
                .consents(ConsentPolicy.confirming(SMS, EMAIL))
                .registration(usual.with(usual.inviting().everyNewCustomer()))
                .open();
    }

    private List<ContactChannel> channels() {
        return stage.mailbox.messages().stream().map(Message::channel).toList();
    }
}
