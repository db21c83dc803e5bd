package org.openmembership.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubStore;
import org.openmembership.club.ClubVersion;
import org.openmembership.club.SchemeId;

final class InMemoryClubs implements ClubStore {
    private final State state;

    InMemoryClubs(State state) {
        this.state = state;
    }

    @Override
    public void add(ClubVersion version, Set<SchemeId> schemes) {
        state.clubVersions.add(Key.of(version.club(), version.number()), version);
        for (SchemeId scheme : schemes) {
            if (!version.club().equals(ownerOf(scheme).orElse(version.club()))) {
                throw new RaceLostException("scheme " + scheme + " belongs to another club");
            }
            state.schemeOwners.put(scheme, version.club());
        }
    }

    @Override
    public List<ClubVersion> versions(ClubId club) {
        Key prefix = Key.of(club);
        return state.clubVersions.between(prefix, prefix.end()).toList();
    }

    @Override
    public List<ClubVersion> versionsAfter(ClubId club, int number) {
        return versions(club).stream()
                .filter(version -> version.number() > number)
                .toList();
    }

    @Override
    public List<ClubId> all() {
        return state.clubVersions.values().map(ClubVersion::club).distinct().toList();
    }

    @Override
    public Optional<ClubId> ownerOf(SchemeId scheme) {
        return state.schemeOwners.find(scheme);
    }

    /** The number of the last published version, if there is one. */
    Optional<Integer> lastNumber(ClubId club) {
        Key prefix = Key.of(club);
        return state.clubVersions.betweenDown(prefix, prefix.end()).findFirst().map(ClubVersion::number);
    }
}
