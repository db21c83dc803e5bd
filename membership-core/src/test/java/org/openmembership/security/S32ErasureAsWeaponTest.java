package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.erasure.Blocker;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult;
import org.openmembership.erasure.WithdrawalResult;
import org.openmembership.privacy.Erasure;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;

/** S32: somebody has another person erased, or erases himself to get away. */
@Requirement({"S32", "S14", "R17"})
final class S32ErasureAsWeaponTest extends ShopTest {
    private static final ReasonCode ASKED = ReasonCode.of("ASKED");

    @Test
    void the_owner_is_told_at_once_and_can_take_it_back_until_the_waiting_time_is_over() {
        PlantedPerson person = PlantedPerson.in(shop);

        Requested asked = request(person);

        Message notice = person.mailbox.last();
        assertThat(notice.purpose()).isEqualTo(NotificationPurpose.ERASURE_REQUESTED);
        assertThat(notice.address().written()).isEqualTo(PlantedPerson.MOVED);
        assertThat(notice.proof()).isNull();
        shop.time().advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(person.membership.erasures().execute(asked.erasure().id()))
                .isEqualTo(new ErasureResult.TooEarly(asked.erasure().request().notBefore()));
        WithdrawalResult withdrawn = person.membership
                .as(Actor.member(person.member.value()))
                .erasures()
                .withdraw(asked.erasure().id());
        assertThat(withdrawn).isInstanceOf(WithdrawalResult.Withdrawn.class);
        shop.time().advance(Duration.ofDays(1));
        assertThat(person.membership.erasures().execute(asked.erasure().id())).isEqualTo(new ErasureResult.Withdrawn());
        assertThat(person.membership.customers().find(person.created)).isPresent();
    }

    @Test
    void it_can_not_be_taken_back_once_it_is_done() {
        PlantedPerson person = PlantedPerson.in(shop);
        Requested asked = request(person);
        shop.time().advance(Duration.ofDays(7));
        Erasure receipt = ((ErasureResult.Erased)
                        person.membership.erasures().execute(asked.erasure().id()))
                .receipt();

        assertThat(person.membership.erasures().withdraw(receipt.id()))
                .isEqualTo(new WithdrawalResult.TooLate(receipt));
        assertThat(receipt.request().proof()).isEqualTo(IdentityProof.DOCUMENT_SEEN);
        assertThat(receipt.request().reason()).isEqualTo(ASKED);
    }

    @Test
    void nobody_asks_for_another_member_and_neither_staff_nor_members_carry_it_out_by_themselves() {
        PlantedPerson person = PlantedPerson.in(shop);
        Actor owner = Actor.member(person.member.value());
        Requested asked = (Requested)
                person.membership.as(owner).erasures().request(person.member, ASKED, IdentityProof.SIGNED_IN);
        shop.time().advance(Duration.ofDays(8));

        for (Actor other : new Actor[] {Actor.member("other"), Actor.staff("clerk-1"), Actor.till("till-7")}) {
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .isThrownBy(() -> person.membership
                            .as(other)
                            .erasures()
                            .request(person.member, ASKED, IdentityProof.SIGNED_IN));
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .isThrownBy(() -> person.membership
                            .as(other)
                            .erasures()
                            .execute(asked.erasure().id()));
        }
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> person.membership
                        .as(owner)
                        .erasures()
                        .execute(asked.erasure().id()));
    }

    @Test
    void whoever_is_held_for_fraud_does_not_get_away() {
        PlantedPerson person = PlantedPerson.in(shop);
        Requested asked = request(person);
        shop.block(person.account, ReasonCode.of("FRAUD"));
        shop.time().advance(Duration.ofDays(30));

        ErasureResult result =
                person.membership.erasures().execute(asked.erasure().id());

        assertThat(((ErasureResult.Blocked) result).blockers())
                .containsExactly(new Blocker(Blocker.Kind.HELD, person.account.value()));
    }

    private static Requested request(PlantedPerson person) {
        return (Requested) person.membership.erasures().request(person.member, ASKED, IdentityProof.DOCUMENT_SEEN);
    }
}
