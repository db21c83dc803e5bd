package org.openmembership.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.CommandStore;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.shared.ExternalKey;

final class InMemoryCommands implements CommandStore {
    private final State state;

    InMemoryCommands(State state) {
        this.state = state;
    }

    @Override
    public void addAll(List<RecordedCommand> commands) {
        commands.forEach(command -> state.commands.add(place(command.key()), command));
    }

    @Override
    public Optional<RecordedCommand> find(CommandKey key) {
        return state.commands.find(place(key));
    }

    @Override
    public List<RecordedCommand> findInAllClubs(Operation operation, ExternalKey key) {
        Key prefix = Key.of(operation, key);
        return state.commands.between(prefix, prefix.end()).toList();
    }

    @Override
    public List<RecordedCommand> findAll(Operation operation, Collection<ExternalKey> keys) {
        return keys.stream()
                .distinct()
                .sorted()
                .flatMap(key -> findInAllClubs(operation, key).stream())
                .toList();
    }

    static Key place(CommandKey key) {
        return Key.of(key.operation(), key.key(), key.club());
    }
}
