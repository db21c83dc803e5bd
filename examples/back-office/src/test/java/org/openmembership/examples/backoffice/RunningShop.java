package org.openmembership.examples.backoffice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.openmembership.Membership;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.Customers;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.examples.foodmart.Database;
import org.openmembership.examples.foodmart.DatabaseOptions;
import org.openmembership.examples.foodmart.FoodMartShop;
import org.openmembership.shared.ExternalKey;

/** A back office on a small slice of FoodMart, filled once for all tests of a JVM. */
final class RunningShop {
    static final String CLERK = "clerk-1";
    static final String SUPERVISOR = "supervisor-1";

    private static RunningShop only;

    private final String address;
    private final Customers customers;

    private RunningShop(String address, Customers customers) {
        this.address = address;
        this.customers = customers;
    }

    /** The shop, which goes on until the JVM ends. */
    static synchronized RunningShop open() throws IOException, SQLException {
        if (only == null) {
            Path directory = Files.createTempDirectory(Path.of("target"), "shop-");
            Database database = new DatabaseOptions().database(directory.resolve("shop.db"));
            ShopFloor floor = ShopFloor.open(directory, database.storage(), slice(new ByteArrayOutputStream()));
            Server server = floor.server(CLERK, SUPERVISOR, "127.0.0.1");
            Customers customers = Membership.on(database.storage()).open().customers();
            only = new RunningShop("http://127.0.0.1:" + server.start(0), customers);
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

    /** Adds a customer who is no member, as the POS would, and answers with the path of the page about it. */
    String customer(CustomerForm form) {
        ExternalKey key = ExternalKey.of("pos", UUID.randomUUID().toString());
        CreationResult created = customers.create(key, NewCustomerKind.IN_STORE, form);
        return Paths.of(((CreationResult.Created) created).customer().id());
    }
}
