package org.openmembership.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ClubVersion;
import org.openmembership.command.Caller;
import org.openmembership.document.ClubDocuments;
import org.openmembership.document.ClubReading;
import org.openmembership.storage.Stores;

/** The door to club definitions: read, write and publish them (B17, B21, R48). Thread-safe. */
public final class Clubs {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Clubs(Caller caller) {
        this.caller = caller;
    }

    /** As {@link #publish(Club, Instant)}, from now on. */
    public PublishResult publish(Club club) {
        return publishFrom(club, null);
    }

    /**
     * Makes {@code club} the definition of its club for all that occurs from {@code effectiveFrom} on, in whichever order
     * it arrives.
     *
     * <p>A first version holds for what occurred before it, too. Publishing what is the last version already changes
     * nothing, whatever the instant, so that a host may publish its clubs whenever it starts.
     *
     * @throws IllegalArgumentException if the definition as JSON is longer than a document may be
     * @throws IllegalStateException in a host's transaction: every call reads definitions once and keeps them, and a rollback
     *     would leave behind one that was never published
     */
    public PublishResult publish(Club club, Instant effectiveFrom) {
        return publishFrom(club, effectiveFrom.truncatedTo(ChronoUnit.MICROS));
    }

    private PublishResult publishFrom(Club club, @Nullable Instant effectiveFrom) {
        if (!caller.ownsTransaction()) {
            throw new IllegalStateException("a club cannot be published inside a host's transaction");
        }
        Instant now = caller.now();
        Publication publication = new Publication(club, effectiveFrom == null ? now : effectiveFrom, now);
        return caller.change(Permission.PUBLISH_CLUB, Subject.NOBODY, publication::run);
    }

    /** Reads a club's document, or reports all that is wrong in it; nothing is published. */
    public ClubDocumentResult read(String json) {
        ClubReading reading = ClubDocuments.read(json);
        if (reading instanceof ClubReading.Faulty faulty) {
            return new ClubDocumentResult.Faulty(faulty.faults().stream()
                    .map(fault -> new DocumentFault(fault.path(), fault.message()))
                    .toList());
        }
        return new ClubDocumentResult.Read(((ClubReading.Whole) reading).club());
    }

    /** The club as a document that {@link #read} gives back equal. */
    public String write(Club club) {
        return ClubDocuments.write(club).json();
    }

    /** The definition that holds now; empty for an unknown club. */
    public Optional<Club> current(ClubId club) {
        Instant now = caller.now();
        return caller.read(stores -> current(club, now, stores));
    }

    /** The definitions of all clubs that hold now, by id. */
    public List<Club> all() {
        Instant now = caller.now();
        return caller.read(stores -> stores.clubs().all().stream()
                .flatMap(club -> current(club, now, stores).stream())
                .toList());
    }

    private static Optional<Club> current(ClubId club, Instant now, Stores stores) {
        ClubVersion found = null;
        for (ClubVersion version : stores.clubs().versions(club)) {
            if (found == null || !now.isBefore(version.effectiveFrom())) {
                found = version;
            }
        }
        return Optional.ofNullable(found).map(ClubVersion::document).map(ClubDocuments::published);
    }
}
