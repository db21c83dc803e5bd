package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.storage.Storage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The program: two years of a supermarket chain, or any file of sales, through the library. */
@Command(
        name = "foodmart-pos",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "A supermarket chain with two years of sales brings its customers into a club.",
            "Killed and started again it goes on where it was; run twice it changes nothing.%n"
        })
public final class FoodMartPos implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            defaultValue = "target/foodmart-pos",
            description = "Where the SQLite file and the report are kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/foodmart-pos");

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--months",
            defaultValue = "24",
            description = "Replay only the first months (default: ${DEFAULT-VALUE}).")
    private int months = 24;

    @Option(
            names = "--one-household-in",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Replay only one household in N, to try something out (default: ${DEFAULT-VALUE}, all of them).")
    private int oneHouseholdIn = 1;

    @Option(
            names = "--back-test",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "",
            description = {
                "Try a changed club out on what an earlier run has replayed, and draw a chart; writes nothing else.",
                "FILE is its definition as JSON; by default one that comes with the program."
            })
    private @Nullable String backTest;

    @Option(names = "--no-progress", description = "Show no progress bars.")
    private boolean quiet;

    @Option(
            names = "--purchases",
            paramLabel = "FILE",
            description = "Replay this CSV of sales instead (UTF-8, with a header; .gz is decompressed).")
    private @Nullable Path purchases;

    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN,...",
            description = {
                "What its columns are called. Fields: receipt, time, customer, sku, quantity, price;",
                "by default InvoiceNo, InvoiceDate, CustomerID, StockCode, Quantity, UnitPrice.",
                "All rows of a receipt are one sale; rows without a customer are left out."
            })
    private @Nullable String columns;

    @Option(
            names = "--time-format",
            paramLabel = "PATTERN",
            defaultValue = SalesFile.USUAL_TIME_FORMAT,
            description = "The format of its times (default: ${DEFAULT-VALUE}).")
    private String timeFormat = SalesFile.USUAL_TIME_FORMAT;

    @Option(
            names = "--zone",
            defaultValue = "Europe/London",
            description = "The time zone of its shop (default: ${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("Europe/London");

    @Option(
            names = "--currency",
            defaultValue = "GBP",
            converter = CurrencyConverter.class,
            description = "The currency of its prices (default: ${DEFAULT-VALUE}).")
    private CurrencyUnit currency = CurrencyUnit.GBP;

    @Option(
            names = "--club",
            paramLabel = "FILE",
            description = {
                "The definition of the club that replays it, as JSON; zone and currency are the club's.",
                "By default one point for each whole 1.00, which never lapses."
            })
    private @Nullable Path club;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Runs, and exits with 0 if everything holds, 1 if not, 2 if an option is wrong. */
    public static void main(String[] arguments) {
        // the validator would log by another way than everything else
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(new CommandLine(new FoodMartPos()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Files.createDirectories(data);
        Console console = new Console(new PrintStream(System.out, true, StandardCharsets.UTF_8), !quiet);
        String file = purchases == null ? "foodmart" : "purchases";
        try (Database opened = database.database(data.resolve(file + ".db"))) {
            boolean good = run(opened::storage, console, data.resolve(file + ".html"));
            return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private boolean run(Supplier<Storage> target, Console console, Path report) throws IOException, SQLException {
        if (backTest != null) {
            String changed = backTest.isEmpty() ? null : Files.readString(Path.of(backTest));
            return new FoodMartBackTest(target, console).run(changed, data.resolve("back-test.svg"));
        }
        if (purchases == null) {
            return new FoodMartRun(target, console, slice()).run(report);
        }
        FileRun run = club == null
                ? FileRun.plain(target, console, zone, currency)
                : FileRun.of(target, console, Files.readString(club));
        return run.run(salesFile(purchases), report);
    }

    private Slice slice() {
        return orSayWhy(() -> Slice.of(months, oneHouseholdIn));
    }

    private SalesFile salesFile(Path file) {
        return orSayWhy(() -> {
            SalesColumns mapped = columns == null ? SalesColumns.USUAL : SalesColumns.of(columns);
            return SalesFile.of(file, mapped, timeFormat);
        });
    }

    /** Tells the caller what is wrong with an option. */
    private <T> T orSayWhy(Supplier<T> option) {
        try {
            return option.get();
        } catch (IllegalArgumentException wrong) {
            CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
            throw new ParameterException(line, wrong.getMessage(), wrong);
        }
    }

    /** Reads a currency by its code. */
    static final class CurrencyConverter implements CommandLine.ITypeConverter<CurrencyUnit> {
        @Override
        public CurrencyUnit convert(String code) {
            return CurrencyUnit.of(code);
        }
    }
}
