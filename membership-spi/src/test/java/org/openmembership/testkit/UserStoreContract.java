package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.UserStore;
import org.openmembership.user.Username;

/** What every {@link UserStore} does. */
public abstract class UserStoreContract extends StoreContract {
    @Test
    @Requirement({"A7", "A12"})
    void a_user_is_read_back_whole() {
        User user = AnyMember.anyUser();
        User verified = AnyMember.anyUser().verified(Any.anyInstant());

        add(user, verified);

        assertThat(find(user.id())).contains(user);
        assertThat(find(verified.id())).contains(verified);
    }

    @Test
    @Requirement("R11")
    void a_user_known_by_phone_alone_is_read_back_whole() {
        User user = User.unverified(UserId.of(Any.any("user")), Username.of(E164.of("+4930123456")), null);

        add(user);

        assertThat(find(user.id())).contains(user);
        assertThat(withUsername(user.username())).contains(user);
    }

    @Test
    void an_unknown_user_is_not_found() {
        assertThat(find(UserId.of("nobody"))).isEmpty();
        assertThat(withUsername(new Username("nobody@example.org"))).isEmpty();
    }

    @Test
    void an_update_replaces_what_may_change() {
        User user = AnyMember.anyUser();
        add(user);
        User proven = user.verified(Any.minute(1));
        User disabled = proven.withEnabled(false);

        update(proven);
        assertThat(find(user.id())).contains(proven);
        update(disabled);
        assertThat(find(user.id())).contains(disabled);
    }

    @Test
    @Requirement({"A13", "R8"})
    void a_username_is_never_changed() {
        User user = AnyMember.anyUser();
        add(user);
        EmailAddress other = AnyCustomer.anyEmail();
        User renamed = new User(user.id(), Username.of(other.key()), other, true, null, user.epoch() + 1);

        update(renamed);

        assertThat(find(user.id()).orElseThrow().username()).isEqualTo(user.username());
        assertThat(find(user.id()).orElseThrow().email()).isEqualTo(other);
        assertThat(withUsername(user.username())).isPresent();
        assertThat(withUsername(renamed.username())).isEmpty();
    }

    @Test
    void an_update_of_another_epoch_loses_the_race() {
        User user = AnyMember.anyUser();
        add(user);
        update(user.withEnabled(false));

        assertAlwaysLost(stores -> stores.users().update(user.verified(Any.anyInstant())));

        assertThat(find(user.id())).contains(user.withEnabled(false));
    }

    @Test
    void a_unit_of_work_that_met_another_epoch_is_run_again() {
        User user = AnyMember.anyUser();
        add(user);
        update(user.withEnabled(false));

        assertRunAgain(
                stores -> stores.users().update(user.verified(Any.anyInstant())),
                stores -> stores.users()
                        .update(stores.users().find(user.id()).orElseThrow().verified(Any.anyInstant())));

        assertThat(find(user.id()).orElseThrow())
                .isEqualTo(user.withEnabled(false).verified(Any.anyInstant()));
    }

    @Test
    @Requirement({"A13", "I12"})
    void a_username_is_taken_once() {
        EmailAddress email = AnyCustomer.anyEmail();
        add(AnyMember.anyUser(email));

        assertAlwaysLost(stores -> stores.users().add(AnyMember.anyUser(email)));
    }

    @Test
    @Requirement("R8")
    void an_address_is_the_current_one_of_one_user_at_most() {
        User ada = AnyMember.anyUser();
        User eve = AnyMember.anyUser();
        EmailAddress hers = Objects.requireNonNull(ada.email());
        add(ada, eve);

        assertAlwaysLost(stores -> stores.users().update(eve.moved(hers, Any.minute(1))));
        assertAlwaysLost(stores ->
                stores.users().add(User.unverified(UserId.of(Any.any("user")), new Username(Any.any("name")), hers)));
        write(stores -> {
            stores.users().update(ada.withoutEmail());
            stores.users().update(eve.moved(hers, Any.minute(1)));
        });

        assertThat(find(eve.id())).contains(eve.moved(hers, Any.minute(1)));
        assertThat(find(ada.id())).contains(ada.withoutEmail());
    }

    @Test
    @Requirement("R8")
    void a_login_finds_whose_name_it_is_and_whose_address() {
        User ada = AnyMember.anyUser();
        EmailAddress former = Objects.requireNonNull(ada.email());
        User moved = ada.moved(AnyCustomer.anyEmail(), Any.minute(1));
        User newcomer = User.unverified(UserId.of("newcomer"), new Username("~newcomer"), former);
        add(ada);
        assertThat(withLogin(ada.username())).containsExactly(ada);
        update(moved);
        add(newcomer);

        assertThat(withLogin(ada.username())).containsExactly(moved, newcomer);
        assertThat(withLogin(Username.of(Objects.requireNonNull(moved.email()).key())))
                .containsExactly(moved);
        assertThat(withLogin(newcomer.username())).containsExactly(newcomer);
        assertThat(withLogin(new Username("nobody"))).isEmpty();
    }

    @Test
    @Requirement({"R1", "S4"})
    void usernames_are_compared_byte_for_byte() {
        List<String> names = Naughty.strings(Username.MAX_LENGTH);
        List<User> users = names.stream()
                .map(name -> User.unverified(UserId.of(Any.any("user")), new Username(name), null))
                .toList();

        add(users.toArray(User[]::new));

        for (User user : users) {
            assertThat(withUsername(user.username())).contains(user);
        }
    }

    @Test
    void a_unit_of_work_sees_the_users_it_wrote() {
        User user = AnyMember.anyUser();

        write(stores -> {
            stores.users().add(user);
            stores.users().update(user.withEnabled(false));
            assertThat(stores.users().find(user.id())).contains(user.withEnabled(false));
            assertThat(stores.users().withUsername(user.username())).contains(user.withEnabled(false));
        });
    }

    private void add(User... users) {
        write(stores -> List.of(users).forEach(stores.users()::add));
    }

    private void update(User user) {
        write(stores -> stores.users().update(user));
    }

    private Optional<User> find(UserId id) {
        return read(stores -> stores.users().find(id));
    }

    private List<User> withLogin(Username login) {
        return read(stores -> stores.users().withLogin(login));
    }

    private Optional<User> withUsername(Username username) {
        return read(stores -> stores.users().withUsername(username));
    }
}
