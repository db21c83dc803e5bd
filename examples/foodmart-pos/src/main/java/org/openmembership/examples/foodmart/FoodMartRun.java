package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.openmembership.storage.Storage;

/** The main job: a replay of FoodMart, its summary and its report. */
final class FoodMartRun {
    private final Supplier<Storage> storage;
    private final Console console;
    private final Slice slice;

    /** @param storage asked only after the input was found right */
    FoodMartRun(Supplier<Storage> storage, Console console, Slice slice) {
        this.storage = storage;
        this.console = console;
        this.slice = slice;
    }

    /** Runs, prints the summary, and writes the report; false if the input is refused or the audit finds something. */
    boolean run(Path report) throws SQLException, IOException {
        console.say("Opening the POS's database ...");
        try (FoodMart foodMart = FoodMart.open()) {
            Catalogue catalogue = Catalogue.of(foodMart);
            SalesReader sales = SalesReader.of(foodMart, catalogue);
            if (!new InputCheck(console).holds(sales)) {
                return false;
            }
            Summary summary = run(CustomerReader.all(foodMart), catalogue, sales);
            new SummaryText(console.out()).print(summary);
            Report.write(summary, report);
            console.say("The report is in " + report.toAbsolutePath());
            return summary.audit().clean();
        }
    }

    private Summary run(List<PosCustomer> customers, Catalogue catalogue, SalesReader sales) throws SQLException {
        Shop shop = Shop.on(storage.get(), new ReplayClock());
        FoodMartReplay.Replayed replayed = new FoodMartReplay(shop, console, slice).run(customers, catalogue, sales);
        console.say("Adding up ...");
        BestSellers bestSellers = new BestSellers();
        replayed.months().forEach(month -> bestSellers.add(month.baskets()));
        return new SummaryReader(shop, replayed.club(), replayed.roster(), replayed.people()).read(bestSellers.top(10));
    }
}
