package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.club.ClubId;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.enrolment.EnrolmentResult;
import org.openmembership.identification.IdentificationResult;
import org.openmembership.identification.IdentificationResult.NotIdentified;
import org.openmembership.identification.IdentificationResult.Reason;
import org.openmembership.member.Member;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Username;

/** Somebody who registered with another person's address and never proves it sees and gets nothing. */
@Requirement({"S1", "R5", "A3"})
class UnverifiedTest extends PeopleTest {
    private static final EmailKey VICTIM = EmailAddress.of("victim@example.org").key();
    private static final IdentificationResult NOT_ACTIVE = new NotIdentified(Reason.NOT_ACTIVE);

    private CustomerId history;
    private Member intruder;

    @BeforeEach
    void intrude() {
        history = stage.customer("1", VICTIM.value(), "2020-01-01T00:00:00Z");
        stage.register(PeopleStage.ada()
                .name("Mallory", "Evil")
                .email(VICTIM.value())
                .phones(RequestedPhone.of("+442079460018", null)));
        intruder = stage.member(VICTIM.value());
    }

    @Test
    void is_not_identified_by_anything() {
        Membership till = stage.membership.as(Actor.till("till-1"));
        assertThat(till.identification().byMember(intruder.id())).isEqualTo(NOT_ACTIVE);
        assertThat(till.identification().byUsername(Username.of(VICTIM))).isEqualTo(NOT_ACTIVE);
        assertThat(till.identification().byEmail(VICTIM)).isEqualTo(NOT_ACTIVE);
        assertThat(till.identification().byPhone(E164.of("+442079460018"))).isEqualTo(NOT_ACTIVE);
    }

    @Test
    void gets_no_account() {
        assertThat(stage.membership.enrolment().enrol(intruder.id(), ClubId.of("coffee")))
                .isEqualTo(new EnrolmentResult.Refused(EnrolmentResult.Reason.NOT_ACTIVE));
    }

    @Test
    void has_no_customer_and_the_customer_has_no_member() {
        assertThat(intruder.links()).isEmpty();
        assertThat(stage.<Boolean>read(
                        stores -> stores.members().standingOfCustomer(history).isEmpty()
                                && stores.members()
                                        .standingOfCustomer(ExternalKey.of("pos", "1"))
                                        .isEmpty()))
                .isTrue();
    }

    @Test
    @Requirement("S2")
    void leaves_nothing_behind_when_the_owner_registers() {
        VerificationResult.Verified owner =
                stage.registerAndVerify(PeopleStage.ada().email(VICTIM.value()));
        assertThat(owner.customers().links()).containsExactly(history);
        Member member = stage.member(VICTIM.value());
        assertThat(member.details().name().first()).isEqualTo("Ada");
        assertThat(member.details().phones()).isEmpty();
        assertThat(stage.membership.identification().byPhone(E164.of("+442079460018")))
                .isEqualTo(new NotIdentified(Reason.UNKNOWN));
    }
}
