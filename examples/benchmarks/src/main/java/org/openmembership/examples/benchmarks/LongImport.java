package org.openmembership.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.openmembership.Membership;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.Scheme;
import org.openmembership.importing.ImportFormat;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportOptions;
import org.openmembership.importing.ImportReport;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;

/**
 * Takes files of a million customers, of as many cards and of an opening balance for each card over, and prints how fast and in
 * how much memory.
 *
 * <p>{@code LongImport [jdbc:postgresql://... | jdbc:sqlite:...] [rows]}; without an address a new SQLite file. Each card is
 * nobody's yet and gets an account. Memory is what is reachable: run it with {@code -Dmemory.arguments=-Xmx256m} to see that no more is needed.
 */
public final class LongImport {
    static final int MANY = 1_000_000;
    static final List<ImportKind> KINDS = List.of(ImportKind.CUSTOMERS, ImportKind.CARDS, ImportKind.OPENINGS);
    private static final int STEP = 50_000;

    private static final Club CLUB = Club.builder(ClubId.of("import"))
            .name("Import")
            .in(CurrencyUnit.EUR, ZoneId.of("UTC"))
            .pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
            .expiry(ExpiryRule.after(Period.ofYears(3)))
            .schemes(Scheme.byHand("standard", "Standard", 1))
            .build();

    private LongImport() {}

    public static void main(String[] arguments) throws Exception {
        int rows = LongRun.many(arguments, MANY);
        try (HikariDataSource dataSource = LongRun.open(arguments, "import")) {
            for (ImportKind kind : KINDS) {
                System.out.printf("%12s %12s %12s%n", kind, "rows/s", "MB reachable");
                LongRun run = new LongRun(STEP);
                System.out.println(run(dataSource, kind, rows, report -> run.done(report.done())));
            }
        }
    }

    static ImportReport run(DataSource dataSource, ImportKind kind, int rows, Consumer<ImportReport> progress)
            throws IOException {
        JdbcSchema.of(dataSource).apply();
        Membership membership = Membership.on(JdbcStorage.over(dataSource))
                .clock(() -> Fixed.NOW)
                .open();
        membership.clubs().publish(CLUB);
        return take(membership, kind, rows, progress);
    }

    /** Into a club that is published. */
    static ImportReport take(Membership membership, ImportKind kind, int rows, Consumer<ImportReport> progress)
            throws IOException {
        ImportOptions options =
                ImportOptions.of(kind, ImportFormat.CSV).source("old-pos").progress(progress);
        return membership
                .importing()
                .file(new Rows(kind, rows), kind == ImportKind.CUSTOMERS ? options : options.club(CLUB.id()));
    }

    private static String header(ImportKind kind) {
        return switch (kind) {
            case CARDS -> "number,status";
            case OPENINGS -> "reference,card,points,earnedOn";
            case MEMBERS -> "reference,firstName,lastName,email,registeredAt";
            default -> "reference,firstName,lastName,email,phone,line1,town,postcode,country,createdAt";
        };
    }

    private static String row(ImportKind kind, int n) {
        return switch (kind) {
            case CARDS -> "L" + n + ",ACTIVE";
            case OPENINGS -> "o" + n + ",L" + n + "," + (n % 500 + 1) + ",2026-01-01";
            case MEMBERS -> "c" + n + ",First" + n % 997 + ",Last" + n % 7919 + ",c" + n + "@example.org,2025-01-01";
            default ->
                "c" + n + ",First" + n % 997 + ",Last" + n % 7919 + ",c" + n + "@example.org,," + n % 200
                        + " High Street,Town" + n % 89 + ",P" + n % 9_973 + ",GB,2025-01-01";
        };
    }

    /** A file that comes to be while it is read. */
    private static final class Rows extends InputStream {
        private final ImportKind kind;
        private final int rows;
        private int written;
        private ByteArrayInputStream line;

        Rows(ImportKind kind, int rows) {
            this.kind = kind;
            this.rows = rows;
            this.line = line(header(kind));
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
                line = line(row(kind, written++));
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
