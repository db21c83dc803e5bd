package org.openmembership.publishing;

import java.util.List;
import org.openmembership.club.Club;

/** What reading a club's document came to. */
public sealed interface ClubDocumentResult {
    /** The document is a club; it is not published by being read. */
    record Read(Club club) implements ClubDocumentResult {}

    /** Everything that is wrong in the document, at least one thing. */
    record Faulty(List<DocumentFault> faults) implements ClubDocumentResult {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
