package org.openmembership.club;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the versions of club definitions, and which club owns which scheme code. */
public interface ClubStore {
    /**
     * Adds a version and claims its scheme codes for its club.
     *
     * <p>If another unit of work has added the same number meanwhile, this one is run again.
     */
    void add(ClubVersion version, Set<SchemeId> schemes);

    /** All versions of a club by number, the first first; empty for an unknown club. */
    List<ClubVersion> versions(ClubId club);

    /**
     * The versions of a club that came after a number, by number; usually none. Cheap however long the definitions are, so
     * that a process may ask before each decision whether it knows all of them.
     */
    List<ClubVersion> versionsAfter(ClubId club, int number);

    /** The clubs that have a version, by id. */
    List<ClubId> all();

    /** The club that owns a scheme code, over all clubs (B21). */
    Optional<ClubId> ownerOf(SchemeId scheme);
}
