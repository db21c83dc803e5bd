package org.openmembership.examples.backoffice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.openmembership.examples.foodmart.Database;
import org.openmembership.examples.foodmart.DatabaseOptions;
import org.openmembership.examples.foodmart.FoodMartShop;

/** A back office on a small slice of FoodMart, filled once for all tests of a JVM. */
final class RunningShop {
    static final String CLERK = "clerk-1";
    static final String SUPERVISOR = "supervisor-1";

    private static RunningShop only;

    private final String address;

    private RunningShop(String address) {
        this.address = address;
    }

    /** The shop, which goes on until the JVM ends. */
    static synchronized RunningShop open() throws IOException, SQLException {
        if (only == null) {
            Path directory = Files.createTempDirectory(Path.of("target"), "shop-");
            Database database = new DatabaseOptions().database(directory.resolve("shop.db"));
            ShopFloor floor = ShopFloor.open(directory, database.storage(), slice(new ByteArrayOutputStream()));
            Server server = floor.server(CLERK, SUPERVISOR, "127.0.0.1");
            only = new RunningShop("http://127.0.0.1:" + server.start(0));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                database.close();
            }));
        }
        return only;
    }

    /** One month of one household in a hundred. */
    static FoodMartShop slice(ByteArrayOutputStream out) {
        return new FoodMartShop(1, 100, new PrintStream(out, true, StandardCharsets.UTF_8), false);
    }

    String address() {
        return address;
    }
}
