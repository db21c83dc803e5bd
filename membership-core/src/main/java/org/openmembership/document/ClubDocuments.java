package org.openmembership.document;

import org.openmembership.club.Club;
import org.openmembership.shared.Document;

/**
 * Clubs as JSON: a club written and read again is equal to itself. Thread-safe.
 *
 * <p>What is written names every setting, defaults too, so that a document keeps its meaning when a default changes.
 */
public final class ClubDocuments {
    public static final String KIND = "club";
    public static final int VERSION = 1;

    private ClubDocuments() {}

    public static Document write(Club club) {
        return new Document(KIND, VERSION, ClubWriter.write(club));
    }

    /** Reads a club, or finds everything that is wrong with the text; never throws for its content. */
    public static ClubReading read(String json) {
        Faults faults = new Faults();
        Part<JsonValue> tree = JsonTree.read(json, faults);
        Part<Club> club = tree.isWhole() ? ClubReader.FORMAT.read(tree.get(), "$", faults) : Part.faulty();
        return faults.found().isEmpty() ? new ClubReading.Whole(club.get()) : new ClubReading.Faulty(faults.found());
    }

    /**
     * The club in a document that was published.
     *
     * @throws IllegalStateException if the document is none of {@link #write}
     */
    public static Club published(Document document) {
        if (!document.kind().equals(KIND) || document.version() != VERSION) {
            throw new IllegalStateException(
                    "no club of version " + VERSION + ": " + document.kind() + " of version " + document.version());
        }
        ClubReading reading = read(document.json());
        if (reading instanceof ClubReading.Whole whole) {
            return whole.club();
        }
        throw new IllegalStateException("a published club cannot be read: " + reading);
    }
}
