package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.openmembership.Membership;
import org.openmembership.customer.CustomerId;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.password.QuickHasher;
import org.openmembership.registration.Mailbox;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.CountingIds;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** People in the states of B14, on every storage, whose addresses have to be proven. */
abstract class ProvenPeople extends ShopTest {
    static final ReasonCode WHY = ReasonCode.of("ASKED");

    final Mailbox mailbox = new Mailbox();
    Membership door;
    int numbers;

    /**
     * Somebody in a state.
     *
     * @param email what was registered with
     */
    record Person(MemberId member, UserId user, CustomerId customer, String email) {}

    @BeforeEach
    void open_with_proofs() {
        door = shop.over(shop.storage(), "-")
                .ids(new CountingIds("p-"))
                .registration(RegistrationPolicy.DEFAULT)
                .notifier(mailbox)
                .passwordHasher(new QuickHasher())
                .open();
    }

    Person active() {
        String email = address();
        Verified verified = (Verified) door.registration().verify(register(email), mailbox.code());
        return new Person(
                verified.member(), verified.user(), verified.customers().primary(), email);
    }

    void erase(Requested asked) {
        shop.time().advance(Duration.ofDays(60));
        assertThat(door.erasures().execute(asked.erasure().id())).isInstanceOf(Erased.class);
    }

    /** Both agree, and the first one's login stays. */
    void merge(Person into, Person person) {
        door.as(Actor.member(into.member().value())).merging().agree(into.member(), person.member());
        door.as(Actor.member(person.member().value())).merging().agree(person.member(), into.member());
        assertThat(door.merging()
                        .merge(MergeRequest.of(into.customer(), List.of(person.customer()), shop.key())
                                .keeping(into.user())))
                .isInstanceOf(Merged.class);
    }

    RegistrationId register(String email) {
        RegistrationResult result = door.registration().register(registrant(email));
        return ((RegistrationResult.AwaitingVerification) result).registration();
    }

    static Registrant registrant(String email) {
        return Registrant.builder()
                .name("Ada", "Byron")
                .email(email)
                .acceptTerms("terms-1")
                .build();
    }

    String address() {
        numbers++;
        return "p" + numbers + "@example.org";
    }
}
