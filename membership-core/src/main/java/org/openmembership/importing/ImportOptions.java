package org.openmembership.importing;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.journal.DocumentCode;

/** How a file is taken over; what is not set has the documented default. Not thread-safe. */
public final class ImportOptions {
    /** The most rows of one commit. */
    public static final int MAX_CHUNK = 1_000;

    private static final int USUAL_CHUNK = 500;
    private static final int USUAL_ROW = 1 << 16;

    final ImportKind kind;
    final ImportFormat format;
    final Map<String, String> mapping = new LinkedHashMap<>();

    @Nullable
    String source;

    @Nullable
    ClubId club;

    @Nullable
    DocumentCode document;

    boolean dryRun;
    int chunk = USUAL_CHUNK;
    int maxRow = USUAL_ROW;
    char delimiter = ',';
    ImportPosition from = ImportPosition.START;
    OutputStream faults = OutputStream.nullOutputStream();
    Consumer<ImportReport> progress = report -> {};

    private ImportOptions(ImportKind kind, ImportFormat format) {
        this.kind = kind;
        this.format = format;
    }

    public static ImportOptions of(ImportKind kind, ImportFormat format) {
        return new ImportOptions(kind, format);
    }

    /**
     * The file calls one of our columns something else.
     *
     * @throws IllegalArgumentException if we have no such column
     */
    public ImportOptions column(String ours, String theirs) {
        if (!kind.columns().contains(ours)) {
            throw new IllegalArgumentException("there is no column " + ours + ", only " + kind.columns());
        }
        mapping.put(ours, theirs);
        return this;
    }

    /** The source of all rows that name none. */
    public ImportOptions source(String system) {
        source = system;
        return this;
    }

    /**
     * Each member who is new gets an account in this club, in its first scheme; cards are of this club, and need one.
     */
    public ImportOptions club(ClubId wanted) {
        club = wanted;
        return this;
    }

    /** @throws IllegalArgumentException where none was set, and what is imported is of one */
    ClubId requireClub() {
        if (club == null) {
            throw new IllegalArgumentException("say with club(..) of which club the " + kind + " are");
        }
        return club;
    }

    /**
     * Your number of the file. All journals that its opening balances become carry it, so that they are found, and undone, together; has
     * no effect on other kinds.
     */
    public ImportOptions document(DocumentCode number) {
        document = number;
        return this;
    }

    /** Everything is checked and counted, and nothing is kept. */
    public ImportOptions dryRun() {
        dryRun = true;
        return this;
    }

    /** How many rows are kept by one commit, 1 to 1,000; 500 unless set. */
    public ImportOptions chunk(int rows) {
        if (rows < 1 || rows > MAX_CHUNK) {
            throw new IllegalArgumentException("a chunk has 1 to " + MAX_CHUNK + " rows, not " + rows);
        }
        chunk = rows;
        return this;
    }

    /** How many bytes a row may have; 65,536 unless set. */
    public ImportOptions maxRow(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a row has at least one byte, not " + bytes);
        }
        maxRow = bytes;
        return this;
    }

    /** What stands between cells, such as a semicolon or a tab; a comma unless set. */
    public ImportOptions delimiter(char character) {
        if (character == '"' || character == '\n' || character == '\r' || character > '~') {
            throw new IllegalArgumentException("no delimiter: U+" + Integer.toHexString(character));
        }
        delimiter = character;
        return this;
    }

    /** Goes on where an earlier run of the same file has come to. */
    public ImportOptions from(ImportPosition position) {
        from = position;
        return this;
    }

    /** Where rows that are refused are written, with what is wrong and as they were; to be mended and taken over again. */
    public ImportOptions faults(OutputStream out) {
        faults = out;
        return this;
    }

    /** Hears after each commit how far it is; what it throws ends the run there. */
    public ImportOptions progress(Consumer<ImportReport> listener) {
        progress = listener;
        return this;
    }
}
