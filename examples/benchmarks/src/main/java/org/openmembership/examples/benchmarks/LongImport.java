package org.openmembership.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.openmembership.Membership;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.importing.ImportReport;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;

/**
 * Takes a file of a million customers over, and prints how fast and in how much memory.
 *
 * <p>{@code LongImport [jdbc:postgresql://... | jdbc:sqlite:...] [rows]}; without an address a new SQLite file. Memory is what is
 * reachable: run it with {@code -Dmemory.arguments=-Xmx256m} to see that no more is needed.
 */
public final class LongImport {
    static final int MANY = 1_000_000;
    private static final int STEP = 50_000;
    private static final long MEGABYTE = 1 << 20;

    private LongImport() {}

    public static void main(String[] arguments) throws Exception {
        boolean addressed = arguments.length > 0 && arguments[0].startsWith("jdbc:");
        String url = addressed
                ? arguments[0]
                : "jdbc:sqlite:"
                        + Files.createTempDirectory("membership-import").resolve("import.db") + "?journal_mode=WAL";
        int last = addressed ? 1 : 0;
        int rows = arguments.length > last ? Integer.parseInt(arguments[last]) : MANY;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            System.out.printf("%12s %12s %12s%n", "rows", "rows/s", "MB reachable");
            ImportReport report = run(dataSource, rows, new Printer(System.nanoTime())::row);
            System.out.println(report);
        }
    }

    static ImportReport run(DataSource dataSource, int rows, Consumer<ImportReport> progress) throws IOException {
        JdbcSchema.of(dataSource).apply();
        Membership membership = Membership.on(JdbcStorage.over(dataSource))
                .clock(() -> Fixed.NOW)
                .open();
        ImportOptions options = ImportOptions.of(ImportKind.CUSTOMERS, ImportFormat.CSV)
                .source("old-pos")
                .progress(progress);
        return membership.importing().file(new Rows(rows), options);
    }

    /** Prints a line now and then. */
    private static final class Printer {
        private final long began;
        private long next = STEP;

        Printer(long began) {
            this.began = began;
        }

        void row(ImportReport report) {
            if (report.done() >= next) {
                next += STEP;
                long micros = (System.nanoTime() - began) / 1_000;
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.printf(
                        "%,12d %,12d %,12d%n",
                        report.done(),
                        report.done() * 1_000_000 / micros,
                        (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
            }
        }
    }

    /** A file that comes to be while it is read. */
    private static final class Rows extends InputStream {
        private final int rows;
        private int written;
        private ByteArrayInputStream line =
                line("reference,firstName,lastName,email,phone,line1,town,postcode,country,createdAt");

        Rows(int rows) {
            this.rows = rows;
        }

        private static ByteArrayInputStream line(String text) {
            return new ByteArrayInputStream((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            while (line.available() == 0) {
                if (written == rows) {
                    return -1;
                }
                int n = written++;
                line = line("c" + n + ",First" + n % 997 + ",Last" + n % 7919 + ",c" + n + "@example.org,," + n % 200
                        + " High Street,Town" + n % 89 + ",P" + n % 9_973 + ",GB,2025-01-01");
            }
            return line.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int first = read();
            if (first < 0 || length == 0) {
                return length == 0 ? 0 : -1;
            }
            into[offset] = (byte) first;
            return 1 + Math.max(0, line.read(into, offset + 1, length - 1));
        }
    }
}
