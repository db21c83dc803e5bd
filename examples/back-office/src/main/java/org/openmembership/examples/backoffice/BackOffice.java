package org.openmembership.examples.backoffice;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.openmembership.examples.foodmart.Database;
import org.openmembership.examples.foodmart.DatabaseOptions;
import org.openmembership.examples.foodmart.FoodMartShop;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program: a web page for the clerks of FoodMart. */
@Command(
        name = "back-office",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "A web page with which the clerks of a shop look after its members.",
            "The first start fills the shop; later ones find it as it was left.%n"
        })
public final class BackOffice implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "7070",
            description = "Where it listens; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port = 7070;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address it listens on; by default this machine alone reaches it.")
    private String address = "127.0.0.1";

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            defaultValue = "target/back-office",
            description = "Where the SQLite file is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/back-office");

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--clerk",
            paramLabel = "NUMBER",
            defaultValue = "clerk-1",
            description = "Who is signed in, in place of a sign-in (default: ${DEFAULT-VALUE}).")
    private String clerk = "clerk-1";

    @Option(
            names = "--supervisor",
            paramLabel = "NUMBER",
            defaultValue = "supervisor-1",
            description = "Who may decide what clerks may not (default: ${DEFAULT-VALUE}).")
    private String supervisor = "supervisor-1";

    @Option(
            names = "--months",
            defaultValue = "2",
            description = "How many months of sales the first start fills in (default: ${DEFAULT-VALUE}).")
    private int months = 2;

    @Option(
            names = "--one-household-in",
            paramLabel = "N",
            defaultValue = "40",
            description = "Of how many households one comes to this shop (default: ${DEFAULT-VALUE}).")
    private int oneHouseholdIn = 40;

    @Option(names = "--no-progress", description = "Show no progress bars.")
    private boolean quiet;

    /** Serves until it is stopped; exits with 2 if an option is wrong. */
    public static void main(String[] arguments) {
        // the validator would log by another way than everything else
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(new CommandLine(new BackOffice()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(data);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        FoodMartShop foodMart = new FoodMartShop(months, oneHouseholdIn, out, !quiet);
        try (Database opened = database.database(data.resolve("back-office.db"))) {
            ShopFloor floor = ShopFloor.open(data, opened.storage(), foodMart);
            try (Server server = floor.server(clerk, supervisor, address)) {
                int listening = server.start(port);
                out.println("The back office is at http://" + address + ":" + listening + " for " + clerk
                        + "; stop it with Ctrl-C.");
                new CountDownLatch(1).await();
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
