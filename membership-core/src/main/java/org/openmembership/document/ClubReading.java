package org.openmembership.document;

import java.util.List;
import org.openmembership.club.Club;

/** What reading a club's document comes to. */
public sealed interface ClubReading {
    /** The document is a club. */
    record Whole(Club club) implements ClubReading {}

    /** Everything that is wrong in the document, at least one thing, in the order in which it was met. */
    record Faulty(List<Fault> faults) implements ClubReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
