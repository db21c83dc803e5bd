package org.openmembership.testkit;

import java.util.Optional;
import org.openmembership.user.Credential;
import org.openmembership.user.CredentialStore;
import org.openmembership.user.UserId;

final class InMemoryCredentials implements CredentialStore {
    private final State state;

    InMemoryCredentials(State state) {
        this.state = state;
    }

    @Override
    public void put(Credential credential) {
        int stored = find(credential.user()).map(Credential::version).orElse(0);
        if (stored != credential.version() - 1) {
            throw new RaceLostException(credential.user() + " has another password");
        }
        state.credentials.put(credential.user(), credential);
    }

    @Override
    public Optional<Credential> find(UserId user) {
        return state.credentials.find(user);
    }
}
