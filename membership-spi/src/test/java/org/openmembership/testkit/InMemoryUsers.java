package org.openmembership.testkit;

import java.util.Comparator;
import java.util.List;
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
        email(stored).ifPresent(state.usersByEmail::remove);
        User changed =
                new User(user.id(), stored.username(), user.email(), user.enabled(), user.verifiedAt(), user.epoch());
        state.users.put(user.id(), changed);
        index(changed);
    }

    @Override
    public void pretend() {
        // nothing here costs a round trip
    }

    @Override
    public Optional<User> find(UserId id) {
        return state.users.find(id);
    }

    @Override
    public Optional<User> withUsername(Username username) {
        return state.usersByName.find(username).flatMap(this::find);
    }

    @Override
    public List<User> withLogin(Username login) {
        return Stream.concat(withUsername(login).stream(), withEmail(login.value()))
                .distinct()
                .sorted(Comparator.comparing(User::username))
                .toList();
    }

    void takeOut(UserId id) {
        find(id).ifPresent(user -> {
            email(user).ifPresent(state.usersByEmail::remove);
            state.usersByName.remove(user.username());
            state.users.remove(id);
        });
    }

    Stream<User> withEmail(EmailKey email) {
        return withEmail(email.value());
    }

    private Stream<User> withEmail(String key) {
        return state.usersByEmail.find(key).flatMap(this::find).stream();
    }

    private void index(User user) {
        email(user).ifPresent(key -> state.usersByEmail.add(key, user.id()));
    }

    private static Optional<String> email(User user) {
        return Optional.ofNullable(user.email()).map(address -> address.key().value());
    }
}
