package org.openmembership.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationFacts;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.ConfirmationStore;
import org.openmembership.user.User;

final class InMemoryConfirmations implements ConfirmationStore {
    private final State state;

    InMemoryConfirmations(State state) {
        this.state = state;
    }

    @Override
    public void add(Confirmation confirmation) {
        state.confirmations.add(confirmation.id(), confirmation);
        Confirmation.Subject subject = confirmation.subject();
        if (subject != null) {
            state.confirmationsByUser.put(
                    Key.of(subject.user(), confirmation.purpose(), confirmation.createdAt(), confirmation.id()),
                    confirmation.id());
        }
    }

    @Override
    public void update(Confirmation confirmation) {
        Confirmation stored = find(confirmation.id())
                .filter(before -> before.version() == confirmation.version() - 1)
                .orElseThrow(() -> new RaceLostException(confirmation + " has another version"));
        state.confirmations.put(
                stored.id(),
                new Confirmation(
                        stored.id(),
                        stored.purpose(),
                        stored.subject(),
                        confirmation.secrets(),
                        confirmation.attempts(),
                        confirmation.state(),
                        stored.createdAt(),
                        confirmation.version()));
    }

    @Override
    public Optional<Confirmation> find(ConfirmationId id) {
        return state.confirmations.find(id);
    }

    @Override
    public Optional<ConfirmationFacts> forUpdate(ConfirmationId id) {
        return find(id).map(found -> new ConfirmationFacts(found, user(found), isNewest(found)));
    }

    private @Nullable User user(Confirmation confirmation) {
        Confirmation.Subject subject = confirmation.subject();
        return subject == null ? null : state.users.find(subject.user()).orElseThrow();
    }

    private boolean isNewest(Confirmation confirmation) {
        Confirmation.Subject subject = confirmation.subject();
        if (subject == null) {
            return true;
        }
        Key all = Key.of(subject.user(), confirmation.purpose());
        return state.confirmationsByUser
                .betweenDown(all, all.end())
                .findFirst()
                .filter(confirmation.id()::equals)
                .isPresent();
    }
}
