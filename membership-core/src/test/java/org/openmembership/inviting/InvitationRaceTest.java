package org.openmembership.inviting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.customer.CustomerId;
import org.openmembership.customers.CustomerForm;
import org.openmembership.inviting.DeclineResult.Declined;
import org.openmembership.inviting.InvitationResult.Invited;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.registration.Mailbox;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult.AwaitingVerification;
import org.openmembership.registration.VerificationResult;
import org.openmembership.registration.VerificationResult.EmailTaken;
import org.openmembership.registration.VerificationResult.Expired;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.registration.VerificationResult.Wrong;
import org.openmembership.shared.Actor;
import org.openmembership.testing.Rounds;
import org.openmembership.testkit.CountingIds;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.InvitationId;

/** An invitation is accepted while something else happens to it; ten times each, on every storage. */
@Requirement({"C49", "R32"})
final class InvitationRaceTest extends InvitingStage {
    private final Mailbox letters = new Mailbox();
    private Membership one;
    private Rounds both;

    /** Two processes on the same data; only the first sends messages. */
    @BeforeEach
    void open() {
        one = node("one-", letters);
        both = new Rounds(one, node("other-", new Mailbox()));
    }

    private Membership node(String ids, Mailbox mailbox) {
        return Membership.on(stage.opened.storage())
                .clock(stage.time)
                .ids(new CountingIds(ids))
                .notifier(mailbox)
                .passwordHasher(stage.hasher)
                .open();
    }

    @Test
    @Requirement({"S5", "I12"})
    void of_two_clicks_one_registers_and_both_are_told_the_same_member() {
        Rounds.each(round -> {
            String email = email(round);
            CustomerId customer = inStore(email);
            InvitationId invitation = invited(customer);
            String token = letters.token();

            List<VerificationResult> results = both.<VerificationResult>meet(
                    here -> here.registration().accept(invitation, token, registrant(email)),
                    there -> there.registration().accept(invitation, token, registrant(email)));

            assertThat(results).hasOnlyElementsOfType(Verified.class);
            assertThat(results)
                    .extracting(result -> ((Verified) result).member())
                    .containsOnly(memberOf(customer));
            assertThat(results)
                    .filteredOn(result -> !((Verified) result).repeated())
                    .hasSize(1);
        });
    }

    @Test
    @Requirement({"I12", "R4"})
    void whoever_proves_the_address_by_registering_at_the_same_time_is_the_same_one_member() {
        Rounds.each(round -> {
            String email = email(round);
            CustomerId customer = inStore(email);
            InvitationId invitation = invited(customer);
            String token = letters.token();
            AwaitingVerification begun =
                    (AwaitingVerification) one.registration().register(registrant(email));
            String code = letters.code();

            List<VerificationResult> results = both.<VerificationResult>meet(
                    here -> here.registration().accept(invitation, token, registrant(email)),
                    there -> there.registration().verify(begun.registration(), code));

            MemberId member = memberOf(customer);
            assertThat(results).filteredOn(Verified.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(Verified.class::isInstance)
                    .extracting(result -> ((Verified) result).member())
                    .containsExactly(member);
            assertThat(results)
                    .filteredOn(result -> !(result instanceof Verified))
                    .hasOnlyElementsOfTypes(EmailTaken.class, Wrong.class, Expired.class);
        });
    }

    @Test
    @Requirement("R7")
    void inviting_while_the_address_registers_leaves_one_member_and_no_open_invitation_of_use() {
        Rounds.each(round -> {
            String email = email(round);
            CustomerId customer = inStore(email);
            AwaitingVerification begun =
                    (AwaitingVerification) one.registration().register(registrant(email));
            String code = letters.code();

            List<Object> results = both.<Object>meet(
                    here -> here.inviting().invite(customer),
                    there -> there.registration().verify(begun.registration(), code));

            assertThat(results.get(1)).isInstanceOf(Verified.class);
            Verified verified = (Verified) results.get(1);
            if (results.get(0) instanceof Invited late
                    && letters.last().purpose().proves()) {
                VerificationResult accepted =
                        one.registration().accept(late.invitation(), letters.token(), registrant(email));
                assertThat(accepted).isNotInstanceOf(Verified.class);
            }
            assertThat(standing(verified.member()).member()).isEqualTo(verified.member());
        });
    }

    @Test
    @Requirement("S5")
    void inviting_again_while_the_first_is_accepted_never_makes_two_members() {
        Rounds.each(round -> {
            String email = email(round);
            CustomerId customer = inStore(email);
            InvitationId invitation = invited(customer);
            String token = letters.token();

            List<Object> results = both.<Object>meet(
                    here -> here.inviting().invite(customer),
                    there -> there.registration().accept(invitation, token, registrant(email)));

            if (results.get(1) instanceof Verified verified) {
                assertThat(memberOf(customer)).isEqualTo(verified.member());
            } else {
                assertThat(results.get(0)).isInstanceOf(Invited.class);
                assertThat(one.registration().accept(letters.last().invitation(), letters.token(), registrant(email)))
                        .isInstanceOf(Verified.class);
            }
        });
    }

    @Test
    @Requirement("S15")
    void an_invitation_whose_customer_moves_meanwhile_is_accepted_before_or_is_worth_nothing() {
        Rounds.each(round -> {
            String email = email(round);
            CustomerId customer = inStore(email);
            InvitationId invitation = invited(customer);
            String token = letters.token();
            int version = one.customers().find(customer).orElseThrow().version();
            CustomerForm elsewhere = CustomerForm.builder()
                    .name("Ada", "Byron")
                    .email("elsewhere-" + round + "@example.org")
                    .build();

            List<Object> results = both.<Object>meet(
                    here -> here.as(Actor.staff("clerk-1")).customers().edit(customer, version, elsewhere),
                    there -> there.registration().accept(invitation, token, registrant(email)));

            boolean accepted = results.get(1) instanceof Verified;
            assertThat(hasMember(customer)).isEqualTo(accepted);
            if (!accepted) {
                assertThat(results.get(1)).isEqualTo(new Expired());
            }
        });
    }

    @Test
    void one_that_is_withdrawn_meanwhile_is_accepted_before_or_is_over() {
        Rounds.each(round -> {
            String email = email(round);
            CustomerId customer = inStore(email);
            InvitationId invitation = invited(customer);
            String token = letters.token();

            List<Object> results = both.<Object>meet(
                    shop -> shop.inviting().withdraw(customer),
                    web -> web.registration().accept(invitation, token, registrant(email)));

            boolean accepted = results.get(1) instanceof Verified;
            assertThat(results.get(0)).isEqualTo(accepted ? Withdrawal.ACCEPTED : Withdrawal.WITHDRAWN);
            assertThat(hasMember(customer)).isEqualTo(accepted);
            if (!accepted) {
                assertThat(results.get(1)).isEqualTo(new Expired());
            }
        });
    }

    @Test
    void of_whoever_accepts_and_whoever_declines_at_once_one_comes_first() {
        Rounds.each(round -> {
            String email = email(round);
            CustomerId customer = inStore(email);
            InvitationId invitation = invited(customer);
            String token = letters.token();

            List<Object> results = both.<Object>meet(
                    web -> web.inviting().decline(invitation, token),
                    web -> web.registration().accept(invitation, token, registrant(email)));

            boolean accepted = results.get(1) instanceof Verified;
            assertThat(results.get(0)).isEqualTo(accepted ? new DeclineResult.Accepted() : new Declined(false));
            assertThat(hasMember(customer)).isEqualTo(accepted);
            assertThat(accepted || results.get(1).equals(new Expired())).isTrue();
        });
    }

    private InvitationId invited(CustomerId customer) {
        return ((Invited) one.inviting().invite(customer)).invitation();
    }

    private static String email(int round) {
        return "ada-" + round + "@example.org";
    }

    private static Registrant registrant(String email) {
        return PeopleStage.ada().email(email).build();
    }

    private boolean hasMember(CustomerId customer) {
        return stage.read(stores -> stores.members().standingOfCustomer(customer))
                .isPresent();
    }

    private MemberId memberOf(CustomerId customer) {
        return stage.read(stores -> stores.members().standingOfCustomer(customer))
                .map(MemberStanding::member)
                .orElseThrow();
    }

    private MemberStanding standing(MemberId member) {
        return stage.read(stores -> stores.members().standing(member)).orElseThrow();
    }
}
