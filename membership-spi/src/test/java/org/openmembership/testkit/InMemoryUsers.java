package org.openmembership.testkit;

import java.util.Optional;
import java.util.stream.Stream;
import org.openmembership.customer.EmailKey;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.UserStore;
import org.openmembership.user.Username;

final class InMemoryUsers implements UserStore {
    private final State state;

    InMemoryUsers(State state) {
        this.state = state;
    }

    @Override
    public void add(User user) {
        state.users.add(user.id(), user);
        state.usersByName.add(user.username(), user.id());
        index(user);
    }

    @Override
    public void update(User user) {
        User stored = state.users
                .find(user.id())
                .filter(before -> before.epoch() == user.epoch() - 1)
                .orElseThrow(() -> new RaceLostException(user + " has another epoch"));
        email(stored).ifPresent(key -> state.usersByEmail.remove(Key.of(key, user.id())));
        User changed =
                new User(user.id(), stored.username(), user.email(), user.enabled(), user.verifiedAt(), user.epoch());
        state.users.put(user.id(), changed);
        index(changed);
    }

    @Override
    public Optional<User> find(UserId id) {
        return state.users.find(id);
    }

    @Override
    public Optional<User> withUsername(Username username) {
        return state.usersByName.find(username).flatMap(this::find);
    }

    Stream<User> withEmail(EmailKey email) {
        Key prefix = Key.of(email);
        return state.usersByEmail.between(prefix, prefix.end()).map(this::find).flatMap(Optional::stream);
    }

    private void index(User user) {
        email(user).ifPresent(key -> state.usersByEmail.put(Key.of(key, user.id()), user.id()));
    }

    private static Optional<EmailKey> email(User user) {
        return Optional.ofNullable(user.email()).map(address -> address.key());
    }
}
