package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStore;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationFacts;
import org.openmembership.member.RegistrationState;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.User;

/** What every {@link MemberStore} does with attempts to register. */
public abstract class RegistrationContract extends StoreContract {
    private final User user = AnyMember.anyUser();
    private final Member member = AnyMember.anyAwaitingMember(user);

    @Test
    @Requirement({"R5", "R6"})
    void a_registration_is_read_back_whole() {
        Registration begun = begun();

        assertThat(find(begun.id())).contains(begun);
    }

    @Test
    @Requirement("R7")
    void an_attempt_on_a_taken_address_has_no_member() {
        write(stores -> stores.users().add(user));
        Registration taken = AnyMember.anyRegistration(user, null);

        write(stores -> stores.members().add(taken));

        assertThat(find(taken.id())).contains(taken);
        write(stores -> assertThat(stores.members().registrationForUpdate(taken.id()))
                .contains(new RegistrationFacts(taken, user, null)));
    }

    @Test
    void an_unknown_registration_is_not_found() {
        RegistrationId unknown = RegistrationId.of("unknown");

        assertThat(find(unknown)).isEmpty();
        write(stores ->
                assertThat(stores.members().registrationForUpdate(unknown)).isEmpty());
    }

    @Test
    @Requirement("I16")
    void an_update_replaces_secrets_attempts_and_state() {
        Registration begun = begun();
        Registration sent = withSecrets(begun);
        Registration tried = sent.triedInVain();
        Registration again = withSecrets(tried);
        Registration ended = again.ended(RegistrationState.VERIFIED);

        for (Registration step : List.of(sent, tried, again, ended)) {
            update(step);
            assertThat(find(begun.id())).contains(step);
        }
    }

    @Test
    @Requirement("S2")
    void an_update_leaves_what_was_submitted_alone() {
        Registration begun = begun();
        Registration other = AnyMember.anyRegistration(user, member.id());
        Registration changed = new Registration(
                begun.id(),
                begun.subject(),
                AnyCustomer.anyEmail(),
                other.details(),
                new TermsAcceptance("other", Any.minute(90), Actor.SYSTEM, Channel.of("web")),
                Set.of(),
                AnyMember.anySecrets(),
                2,
                begun.state(),
                2);

        update(changed);

        Registration kept = find(begun.id()).orElseThrow();
        assertThat(kept.email()).isEqualTo(begun.email());
        assertThat(kept.details()).isEqualTo(begun.details());
        assertThat(kept.terms()).isEqualTo(begun.terms());
        assertThat(kept.accepts()).isEqualTo(begun.accepts()).isNotEmpty();
        assertThat(kept.attempts()).isEqualTo(2);
        assertThat(kept.secrets()).isEqualTo(changed.secrets());
    }

    @Test
    @Requirement("S8")
    void a_try_that_was_counted_meanwhile_is_never_lost() {
        Registration begun = begun();
        update(begun.triedInVain());

        assertAlwaysLost(stores -> stores.members().update(begun.triedInVain()));
        assertRunAgain(
                stores -> stores.members().update(begun.triedInVain()),
                stores -> stores.members()
                        .update(stores.members()
                                .findRegistration(begun.id())
                                .orElseThrow()
                                .triedInVain()));

        assertThat(find(begun.id()).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void a_registration_comes_with_its_user_and_member_as_they_are_now() {
        Registration begun = begun();
        User proven = user.verified(Any.minute(8));
        write(stores -> stores.users().update(proven));

        write(stores -> assertThat(stores.members().registrationForUpdate(begun.id()))
                .contains(new RegistrationFacts(begun, proven, member)));
    }

    @Test
    void a_unit_of_work_sees_the_registration_it_wrote() {
        Registration begun = AnyMember.anyRegistration(user, member.id());

        write(stores -> {
            stores.users().add(user);
            stores.members().add(member);
            stores.members().add(begun);
            stores.members().update(begun.triedInVain());
            assertThat(stores.members().findRegistration(begun.id())).contains(begun.triedInVain());
            assertThat(stores.members().registrationForUpdate(begun.id()))
                    .contains(new RegistrationFacts(begun.triedInVain(), user, member));
        });
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_in_what_was_accepted_by_whom() {
        write(stores -> {
            stores.users().add(user);
            stores.members().add(member);
        });
        List<Registration> registrations = Naughty.names(40).stream()
                .map(text -> Registration.begun(
                        RegistrationId.of(Any.any("registration")),
                        new Registration.Subject(user.id(), member.id(), 1),
                        AnyCustomer.anyEmail(),
                        AnyMember.anyDetails(),
                        new TermsAcceptance(text, Any.anyInstant(), Actor.staff(text), Channel.of(text)),
                        Set.of(),
                        RegistrationState.AWAITING_VERIFICATION))
                .toList();

        write(stores -> registrations.forEach(stores.members()::add));

        for (Registration registration : registrations) {
            assertThat(find(registration.id())).contains(registration);
        }
    }

    private Registration begun() {
        Registration begun = AnyMember.anyRegistration(user, member.id());
        write(stores -> {
            stores.users().add(user);
            stores.members().add(member);
            stores.members().add(begun);
        });
        return begun;
    }

    private static Registration withSecrets(Registration registration) {
        return registration.withSecrets(
                SecretSeal.keyless(), new Secret(Any.any("code")), new Secret(Any.any("token")), Any.minute(60));
    }

    private void update(Registration registration) {
        write(stores -> stores.members().update(registration));
    }

    private Optional<Registration> find(RegistrationId id) {
        return read(stores -> stores.members().findRegistration(id));
    }
}
