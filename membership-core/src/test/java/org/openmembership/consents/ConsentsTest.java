package org.openmembership.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmembership.consent.ConsentState.NOT_SUBSCRIBED;
import static org.openmembership.consent.ConsentState.PENDING;
import static org.openmembership.consent.ConsentState.REDACTED;
import static org.openmembership.consent.ConsentState.SUBSCRIBED;
import static org.openmembership.consent.ConsentState.UNSUBSCRIBED;
import static org.openmembership.customer.ContactChannel.EMAIL;
import static org.openmembership.customer.ContactChannel.POST;
import static org.openmembership.customer.ContactChannel.SMS;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentPolicy;
import org.openmembership.consent.EvidenceCode;
import org.openmembership.consents.ConsentResult.Kept;
import org.openmembership.consents.ConsentResult.UnknownCustomer;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customers.CustomerForm;
import org.openmembership.member.Member;
import org.openmembership.registration.PeopleStage;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedConsent;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.shared.Ids;
import org.openmembership.shared.Page;
import org.openmembership.step.ConsentTerms;
import org.openmembership.step.Consenting;
import org.openmembership.step.Facts;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.RegistrationId;

/** Whether customers may be written to, on every storage. */
@Requirement("R14")
final class ConsentsTest extends ConsentStage {
    private static final Page.Request ALL = Page.Request.first(100);

    @Test
    @Requirement({"D30", "D4", "D6"})
    void nobody_is_subscribed_who_has_not_said_so() {
        CustomerId ada = customer();

        assertThat(stage.membership.consents().of(ada).orElseThrow().all())
                .extracting(Consent::state)
                .containsOnly(NOT_SUBSCRIBED);
        assertThat(stage.membership.consents().of(CustomerId.of("nobody"))).isEmpty();
        for (ContactChannel channel : ContactChannel.values()) {
            assertThat(stage.membership.consents().subscribers(channel, ALL).items())
                    .isEmpty();
        }
    }

    @Test
    @Requirement({"D30", "D4"})
    void a_consent_says_when_why_where_on_what_evidence_and_by_whom() {
        CustomerId ada = customer();

        Kept kept = (Kept) consents().subscribe(ada, Set.of(SMS), TILL);

        Consent sms = kept.now().by(SMS);
        assertThat(sms)
                .isEqualTo(new Consent(
                        ada,
                        SMS,
                        SUBSCRIBED,
                        new ConsentBasis(
                                stage.time.instant().truncatedTo(ChronoUnit.MICROS),
                                ConsentCause.GIVEN,
                                Channel.of("POS"),
                                EvidenceCode.of("wording-3"),
                                Actor.till("till-7")),
                        1));
        assertThat(consent(ada, SMS)).isEqualTo(sms);
        assertThat(state(ada, EMAIL)).isEqualTo(NOT_SUBSCRIBED);
    }

    @Test
    @Requirement("D5")
    void nobody_is_subscribed_to_a_channel_that_does_not_reach_them() {
        CustomerId bare =
                created(CustomerForm.builder().name("No", "Address").build()).id();

        Kept kept = (Kept) consents().subscribe(bare, Set.of(EMAIL, SMS, POST), TILL);

        assertThat(kept.unreachable()).containsExactlyInAnyOrder(EMAIL, SMS, POST);
        assertThat(kept.now().all()).extracting(Consent::version).containsOnly(0);
        assertThat(stage.mailbox.messages()).isEmpty();
        assertThat(consents().subscribe(CustomerId.of("nobody"), Set.of(SMS), TILL))
                .isEqualTo(new UnknownCustomer());
    }

    @Test
    void a_repeat_changes_nothing() {
        CustomerId ada = customer();
        consents().subscribe(ada, Set.of(SMS), TILL);
        consents().subscribe(ada, Set.of(SMS), TILL);
        consents().unsubscribe(ada, Set.of(SMS), TILL);
        consents().unsubscribe(ada, Set.of(SMS), TILL);

        assertThat(consents().history(ada, SMS, ALL).items())
                .extracting(Consent::state)
                .containsExactly(UNSUBSCRIBED, SUBSCRIBED);
    }

    @Test
    @Requirement("R14")
    void without_the_address_the_consent_is_taken_back() {
        CustomerId ada = customer();
        subscribe(ada, EMAIL, SMS, POST);

        edit(ada, form -> form.email(null).phones(List.of()).addresses(List.of()));

        for (ContactChannel channel : ContactChannel.values()) {
            assertThat(state(ada, channel)).isEqualTo(UNSUBSCRIBED);
            assertThat(cause(ada, channel)).isEqualTo(ConsentCause.ADDRESS_REMOVED);
        }
    }

    @Test
    @Requirement("R14")
    void a_consent_was_for_the_old_address_but_a_letter_follows_the_person() {
        CustomerId ada = customer();
        subscribe(ada, EMAIL, SMS, POST);

        edit(
                ada,
                form -> form.email("other@example.org")
                        .addresses(List.of(RequestedAddress.in("GB")
                                .lines("Another House", null)
                                .build())));

        assertThat(state(ada, EMAIL)).isEqualTo(UNSUBSCRIBED);
        assertThat(cause(ada, EMAIL)).isEqualTo(ConsentCause.ADDRESS_CHANGED);
        assertThat(state(ada, SMS)).isEqualTo(SUBSCRIBED);
        assertThat(state(ada, POST)).isEqualTo(SUBSCRIBED);
    }

    @Test
    void another_spelling_of_the_same_mailbox_takes_nothing_back() {
        CustomerId ada = created(full().email("ada@example.org").build()).id();
        subscribe(ada, EMAIL);

        edit(ada, form -> form.email("ADA@Example.org").title("Countess"));

        assertThat(state(ada, EMAIL)).isEqualTo(SUBSCRIBED);
    }

    @Test
    @Requirement({"D3", "D6"})
    void the_toggles_of_a_till_count_for_the_new_customer() {
        CustomerForm form = full().accepts(RequestedConsent.at("POS", "wording-3", EMAIL, SMS))
                .build();

        CustomerId ada = created(form).id();

        assertThat(state(ada, EMAIL)).isEqualTo(PENDING);
        assertThat(state(ada, SMS)).isEqualTo(SUBSCRIBED);
        assertThat(state(ada, POST)).isEqualTo(NOT_SUBSCRIBED);
        assertThat(stage.membership.notifications().deliver(10).sent()).isEqualTo(1);
        edit(ada, builder -> builder.accepts(RequestedConsent.at("POS", null, POST)));
        assertThat(state(ada, POST)).isEqualTo(SUBSCRIBED);
        assertThat(state(ada, SMS)).isEqualTo(SUBSCRIBED);
    }

    @Test
    @Requirement({"D3", "R5"})
    void the_toggles_of_a_registration_count_once_the_address_is_proven() {
        CustomerId known = stage.customer("7", "ada@example.org", "2020-01-01T00:00:00Z");
        RegistrationId registration = stage.register(PeopleStage.ada().accepts(EMAIL, SMS));
        assertThat(state(known, EMAIL)).isEqualTo(NOT_SUBSCRIBED);

        stage.kiosk().verify(registration, stage.mailbox.code());

        assertThat(state(known, EMAIL)).isEqualTo(PENDING);
        assertThat(state(known, SMS)).as("no number is known").isEqualTo(NOT_SUBSCRIBED);
        ConsentBasis basis = consent(known, EMAIL).basis();
        assertThat(basis).isNotNull();
        assertThat(basis.evidence()).isEqualTo(EvidenceCode.of("terms-1"));
    }

    @Test
    void members_see_and_change_their_own_and_nobody_elses() {
        stage.registerAndVerify(PeopleStage.ada());
        Member member = stage.member("ada@example.org");
        CustomerId own = Objects.requireNonNull(member.primary());
        Consents hers = stage.membership.as(Actor.member(member.id().value())).consents();

        assertThat(hers.subscribe(own, Set.of(EMAIL), ConsentGiven.at("WEB"))).isInstanceOf(Kept.class);
        assertThat(hers.unsubscribeFromAll(own, ConsentGiven.at("WEB"))).isInstanceOf(Kept.class);
        assertThat(hers.of(own)).isPresent();
        CustomerId other = customer();
        assertThatThrownBy(() -> hers.of(other)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> hers.unsubscribeFromAll(other, ConsentGiven.at("WEB")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> consents().subscribers(SMS, ALL)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void those_who_may_be_written_to_come_with_their_address_in_pages() {
        CustomerId ada = customer();
        CustomerId eve = customer();
        CustomerId bob = customer();
        subscribe(ada, SMS);
        subscribe(eve, SMS);
        subscribe(bob, EMAIL);
        Consents system = stage.membership.consents();

        Page<Subscriber> first = system.subscribers(SMS, Page.Request.first(1));
        Page<Subscriber> second =
                system.subscribers(SMS, Page.Request.after(first.nextCursor().orElseThrow(), 5));

        assertThat(List.of(
                        first.items().get(0).customer(), second.items().get(0).customer()))
                .containsExactlyInAnyOrder(ada, eve);
        assertThat(second.items()).hasSize(1).allMatch(line -> line.address().equals(E164.of(MOBILE)));
        assertThat(second.next()).isNull();
    }

    @Test
    @Requirement("R17")
    void erasing_redacts_for_ever() {
        CustomerId gone = customer();
        subscribe(gone, EMAIL);

        stage.opened.storage().inUnitOfWork(stores -> {
            Ids ids = () -> "unused";
            Consenting step = new ConsentTerms(ConsentPolicy.DEFAULT, ids)
                    .at(Actor.SYSTEM, stage.time.instant(), stores, new Facts());
            step.erase(gone);
            return step;
        });

        for (ContactChannel channel : ContactChannel.values()) {
            assertThat(state(gone, channel)).isEqualTo(REDACTED);
            consents().subscribe(gone, Set.of(channel), TILL);
            consents().unsubscribe(gone, Set.of(channel), TILL);
            assertThat(state(gone, channel)).isEqualTo(REDACTED);
        }
    }
}
