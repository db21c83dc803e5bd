package org.openmembership.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmembership.consent.ConsentState.PENDING;
import static org.openmembership.consent.ConsentState.SUBSCRIBED;
import static org.openmembership.consent.ConsentState.UNSUBSCRIBED;
import static org.openmembership.customer.ContactChannel.EMAIL;
import static org.openmembership.customer.ContactChannel.SMS;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consents.ConfirmationResult.Confirmed;
import org.openmembership.consents.ConfirmationResult.Expired;
import org.openmembership.consents.ConfirmationResult.Wrong;
import org.openmembership.consents.ConsentResult.Wait;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.shared.Page;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.OptInId;

/** Consents that are confirmed by a message to the address itself, on every storage. */
@Requirement("C10")
final class OptInTest extends ConsentStage {
    @Test
    @Requirement({"C10", "R14"})
    void a_consent_waits_until_the_owner_of_the_address_confirms_it() {
        CustomerId ada = pending();
        Message message = stage.mailbox.last();
        assertThat(message.purpose()).isEqualTo(NotificationPurpose.CONFIRM_CONSENT);
        assertThat(state(ada, EMAIL)).isEqualTo(PENDING);
        assertThat(subscribers()).isEmpty();

        Confirmed confirmed = (Confirmed) consents().confirm(message.optIn(), " " + stage.mailbox.code());

        assertThat(confirmed.consent()).isEqualTo(consent(ada, EMAIL));
        assertThat(state(ada, EMAIL)).isEqualTo(SUBSCRIBED);
        assertThat(cause(ada, EMAIL)).isEqualTo(ConsentCause.CONFIRMED);
        assertThat(subscribers()).containsExactly(ada);
        assertThat(consents().status(message.optIn())).isEqualTo(OptInStatus.CONFIRMED);
    }

    @Test
    @Requirement({"R6", "S5"})
    void looking_uses_nothing_up_and_a_secret_works_once() {
        pending();
        OptInId optIn = stage.mailbox.last().optIn();
        for (int i = 0; i < 20; i++) {
            assertThat(consents().status(optIn)).isEqualTo(OptInStatus.AWAITING_CONFIRMATION);
        }

        assertThat(consents().confirm(optIn, stage.mailbox.token())).isInstanceOf(Confirmed.class);
        assertThat(consents().confirm(optIn, stage.mailbox.token())).isEqualTo(new Expired());
        assertThat(consents().confirm(OptInId.of("none"), "1")).isEqualTo(new Expired());
        assertThat(consents().status(OptInId.of("none"))).isEqualTo(OptInStatus.UNKNOWN);
    }

    @Test
    @Requirement({"R6", "S8"})
    void wrong_secrets_are_counted_and_late_ones_are_refused() {
        CustomerId ada = pending();
        OptInId optIn = stage.mailbox.last().optIn();
        String right = stage.mailbox.code();
        ConfirmationResult last = new Wrong(99);
        while (last instanceof Wrong wrong && wrong.attemptsLeft() > 0) {
            ConfirmationResult next = consents().confirm(optIn, "no-" + wrong.attemptsLeft());
            assertThat(((Wrong) next).attemptsLeft()).isLessThan(wrong.attemptsLeft());
            last = next;
        }

        assertThat(consents().confirm(optIn, right)).isEqualTo(new Wrong(0));
        assertThat(consents().status(optIn)).isEqualTo(OptInStatus.EXPIRED);
        pending();
        stage.time.advance(Duration.ofDays(1));
        assertThat(consents().confirm(stage.mailbox.last().optIn(), stage.mailbox.code()))
                .isEqualTo(new Expired());
        assertThat(state(ada, EMAIL)).isEqualTo(PENDING);
    }

    @Test
    @Requirement("R6")
    void asking_again_kills_the_message_before() {
        CustomerId ada = pending();
        String first = stage.mailbox.code();
        consents().subscribe(ada, Set.of(EMAIL), TILL);
        OptInId optIn = stage.mailbox.last().optIn();
        assertThat(stage.mailbox.messages()).hasSize(2);

        assertThat(consents().confirm(optIn, first)).isInstanceOf(Wrong.class);
        assertThat(consents().confirm(optIn, stage.mailbox.code())).isInstanceOf(Confirmed.class);
        assertThat(consents().history(ada, EMAIL, Page.Request.first(9)).items())
                .hasSize(2);
    }

    @Test
    @Requirement("R14")
    void whoever_says_no_or_moves_meanwhile_cannot_confirm_any_more() {
        CustomerId ada = pending();
        Message toAda = stage.mailbox.last();
        String code = stage.mailbox.code();
        consents().unsubscribe(ada, Set.of(EMAIL), TILL);
        assertThat(consents().confirm(toAda.optIn(), code)).isEqualTo(new Expired());

        CustomerId eve = pending();
        Message toEve = stage.mailbox.last();
        code = stage.mailbox.code();
        edit(eve, form -> form.email("eve@elsewhere.org"));
        assertThat(consents().confirm(toEve.optIn(), code)).isEqualTo(new Expired());
        assertThat(state(eve, EMAIL)).isEqualTo(UNSUBSCRIBED);
    }

    @Test
    void nothing_is_sent_once_nothing_waits() {
        stage.mailbox.breakDown();
        CustomerId ada = pending();
        consents().unsubscribe(ada, Set.of(EMAIL), TILL);
        stage.mailbox.repair();
        stage.time.advance(Duration.ofHours(1));

        assertThat(stage.membership.notifications().deliver(10).sent()).isZero();
        assertThat(stage.mailbox.messages()).isEmpty();
    }

    @Test
    @Requirement({"D8", "C10"})
    void the_email_goes_first_and_the_text_message_to_the_phone_after_it() {
        CustomerId ada = customer();

        confirming(SMS, EMAIL).consents().subscribe(ada, Set.of(SMS, EMAIL), TILL);

        List<Message> sent = stage.mailbox.messages();
        assertThat(sent).extracting(Message::channel).containsExactly(EMAIL, SMS);
        assertThat(sent.get(1).address()).isEqualTo(E164.of(MOBILE));
        assertThat(confirming(SMS).consents().confirm(sent.get(1).optIn(), stage.mailbox.code()))
                .isInstanceOf(Confirmed.class);
        assertThat(state(ada, SMS)).isEqualTo(SUBSCRIBED);
        assertThat(state(ada, EMAIL)).isEqualTo(PENDING);
    }

    @Test
    @Requirement({"D8", "D3"})
    void what_a_delivery_finds_due_goes_in_the_same_order() {
        stage.mailbox.breakDown();
        confirming(SMS, EMAIL).consents().subscribe(customer(), Set.of(SMS, EMAIL), TILL);
        stage.mailbox.repair();
        stage.time.advance(Duration.ofHours(1));

        stage.membership.notifications().deliver(10);

        assertThat(stage.mailbox.messages()).extracting(Message::channel).containsExactly(EMAIL, SMS);
    }

    @Test
    @Requirement("S8")
    void nobody_is_flooded_with_messages() {
        CustomerId ada = customer();
        ConsentResult last = consents().subscribe(ada, Set.of(EMAIL), TILL);
        for (int i = 0; i < 50 && !(last instanceof Wait); i++) {
            last = consents().subscribe(ada, Set.of(EMAIL), TILL);
        }

        assertThat(last).isInstanceOf(Wait.class);
        assertThat(stage.mailbox.messages()).hasSizeLessThan(50);
    }

    private List<CustomerId> subscribers() {
        return stage.membership.consents().subscribers(EMAIL, Page.Request.first(9)).items().stream()
                .map(Subscriber::customer)
                .toList();
    }

    private CustomerId pending() {
        CustomerId customer = customer();
        consents().subscribe(customer, Set.of(EMAIL), TILL);
        return customer;
    }
}
