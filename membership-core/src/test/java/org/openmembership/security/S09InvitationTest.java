package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.customer.CustomerId;
import org.openmembership.inviting.InvitationResult.Invited;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.testing.Counted;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.InvitationId;

/**
 * S9: who has the id of an invitation and not its secret learns nothing of what has become of it, of the customer or of the
 * login: neither by what is answered nor by what that costs.
 */
@Requirement({"S9", "R7", "C49"})
class S09InvitationTest {
    private static final String WRONG = "WRONGWRONG";
    private static final String ELSEWHERE = "nobody@example.org";

    /** What a stranger can see of a call. */
    private record Seen(Object answer, int statements, int hashes) {}

    private interface Call {
        Object by(Membership web, InvitationId invitation, String email);
    }

    private Counted counted;
    private PeopleStage stage;

    @ParameterizedTest
    @EnumSource
    void a_wrong_secret_is_answered_and_costs_the_same_in_every_state(DatabaseEngine engine) {
        assertAlike(
                engine,
                (web, invitation, email) -> web.registration()
                        .accept(
                                invitation,
                                WRONG,
                                PeopleStage.ada().email(email).build()));
    }

    @ParameterizedTest
    @EnumSource
    void another_address_is_answered_and_costs_the_same_in_every_state(DatabaseEngine engine) {
        assertAlike(
                engine,
                (web, invitation, email) -> web.registration()
                        .accept(
                                invitation,
                                WRONG,
                                PeopleStage.ada().email(ELSEWHERE).build()));
    }

    @ParameterizedTest
    @EnumSource
    void declining_with_a_wrong_secret_is_answered_and_costs_the_same_in_every_state(DatabaseEngine engine) {
        assertAlike(engine, (web, invitation, email) -> web.inviting().decline(invitation, WRONG));
    }

    private void assertAlike(DatabaseEngine engine, Call call) {
        counted = Counted.on(engine);
        stage = PeopleStage.over(counted);
        Map<String, Seen> seen = new LinkedHashMap<>();
        states().forEach((state, email) -> seen.put(state, seen(call, email)));
        assertThat(seen.get("open").statements()).isPositive();
        assertThat(seen.values()).as(seen.toString()).containsOnly(seen.get("open"));
    }

    /** The addresses of customers who were invited, by what has become of that. */
    private Map<String, String> states() {
        Membership office = stage.membership;
        Map<String, String> states = new LinkedHashMap<>();
        invited(states, "open", customer -> {});
        invited(states, "accepted", customer -> accept());
        invited(states, "accepted and disabled", customer -> office.users().disable(accept().user()));
        invited(
                states,
                "of an inactive customer",
                customer -> office.customers().deactivate(customer));
        invited(states, "withdrawn", customer -> office.inviting().withdraw(customer));
        invited(
                states,
                "declined",
                customer -> office.inviting().decline(stage.mailbox.last().invitation(), stage.mailbox.token()));
        return states;
    }

    private void invited(Map<String, String> states, String state, Consumer<CustomerId> happens) {
        String email = "p" + states.size() + "@example.org";
        CustomerId customer = stage.customer("pos-" + states.size(), email, "2015-01-01T00:00:00Z");
        invitations.put(email, ((Invited) stage.membership.inviting().invite(customer)).invitation());
        happens.accept(customer);
        states.put(state, email);
    }

    private final Map<String, InvitationId> invitations = new LinkedHashMap<>();

    private Verified accept() {
        String email = List.copyOf(invitations.keySet()).get(invitations.size() - 1);
        return (Verified) stage.kiosk()
                .accept(
                        stage.mailbox.last().invitation(),
                        stage.mailbox.token(),
                        PeopleStage.ada().email(email).build());
    }

    /** By somebody who calls from where nobody has called before. */
    private Seen seen(Call call, String email) {
        Membership web = stage.web("stranger of " + email);
        int hashes = stage.hasher.work();
        Object[] answer = new Object[1];
        List<String> sent = counted.during(() -> answer[0] = call.by(web, invitations.get(email), email));
        return new Seen(answer[0], sent.size(), stage.hasher.work() - hashes);
    }
}
