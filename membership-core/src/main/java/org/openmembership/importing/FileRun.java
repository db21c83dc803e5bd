package org.openmembership.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.openmembership.document.FileRow;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;

/**
 * One file on its way in: rows are read, a chunk of them is kept by one commit, those that are refused are written down,
 * and nothing of it is held any longer.
 *
 * @param <N> what a row becomes
 */
final class FileRun<N> {
    private final ImportOptions options;
    private final FileColumns columns;
    private final Function<Cells, N> reader;
    private final Keeper<N> keeper;
    private ImportReport report;

    /** Keeps a chunk in one unit of work, or only looks. */
    @FunctionalInterface
    interface Keeper<N> {
        ImportReport.Kept keep(List<N> chunk);
    }

    FileRun(ImportOptions options, FileColumns columns, Function<Cells, N> reader, Keeper<N> keeper) {
        this.options = options;
        this.columns = columns;
        this.reader = reader;
        this.keeper = keeper;
        this.report = new ImportReport(0, 0, 0, 0, options.from);
    }

    ImportReport run(ImportFile file) throws IOException {
        List<Good<N>> good = new ArrayList<>();
        long failed = 0;
        long read = 0;
        Optional<FileRow> row = file.rows().next();
        while (row.isPresent()) {
            FileRow current = row.get();
            Optional<N> noun = read(current, file);
            noun.ifPresent(found -> good.add(new Good<>(current, found)));
            failed += noun.isPresent() ? 0 : 1;
            read++;
            ImportPosition position = new ImportPosition(current.number(), current.end());
            row = file.rows().next();
            if (read == options.chunk || row.isEmpty()) {
                commit(good, failed, position, file);
                good.clear();
                failed = 0;
                read = 0;
            }
        }
        return report;
    }

    /** A row of which nothing is wrong as far as the row itself tells. */
    private record Good<N>(FileRow row, N noun) {}

    /** The faults of a chunk are on their way before it is reported: after a crash they are written again, never lost. */
    private void commit(List<Good<N>> good, long failed, ImportPosition position, ImportFile file) throws IOException {
        file.faults().flush();
        ImportReport.Kept kept = good.isEmpty()
                ? ImportReport.Kept.NOTHING
                : keeper.keep(good.stream().map(Good::noun).toList());
        for (Map.Entry<Integer, Violation> refused : new TreeMap<>(kept.refused()).entrySet()) {
            refuse(good.get(refused.getKey()).row(), List.of(refused.getValue()), file);
        }
        file.faults().flush();
        report = report.plus(good.size(), kept, failed, position);
        options.progress.accept(report);
    }

    private Optional<N> read(FileRow row, ImportFile file) throws IOException {
        String problem = row.problem();
        if (problem != null) {
            file.faults().write(row, "", problem);
            return Optional.empty();
        }
        Cells cells = columns.cells(row.cells());
        try {
            N noun = reader.apply(cells);
            if (cells.broken().isEmpty()) {
                return Optional.of(noun);
            }
            refuse(row, cells.broken(), file);
        } catch (InvalidRequestException refused) {
            List<Violation> all = new ArrayList<>(cells.broken());
            refused.violations().stream()
                    .filter(found -> all.stream().noneMatch(one -> one.path().equals(RowFault.column(found.path()))))
                    .forEach(all::add);
            refuse(row, all, file);
        }
        return Optional.empty();
    }

    private void refuse(FileRow row, List<Violation> violations, ImportFile file) throws IOException {
        RowFault fault = RowFault.of(violations);
        file.faults().write(row, fault.column(), fault.reason());
    }
}
