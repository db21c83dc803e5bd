package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Points;
import org.openmembership.storage.Storage;

/** Replays a file of sales: its customers register the day before the first sale, and each document earns or deducts. */
final class FileRun {
    private static final int BATCH = 200;

    private final Supplier<Storage> storage;
    private final Console console;
    private final FilePurchases purchases;

    FileRun(Supplier<Storage> storage, Console console, FilePurchases purchases) {
        this.storage = storage;
        this.console = console;
        this.purchases = purchases;
    }

    /** Runs, prints the summary, and writes the report; false if the file is refused or a figure or the audit disagrees. */
    boolean run(SalesFile file, Path report) throws IOException {
        SalesReading reading = file.read();
        if (reading instanceof SalesReading.Refused refused) {
            console.say(Figures.of(refused.count()) + " rows cannot be read, so nothing is written:");
            refused.problems().forEach(problem -> console.say("  " + problem));
            return false;
        }
        SalesReading.Read read = (SalesReading.Read) reading;
        console.say(Figures.of(read.rows()) + " rows, of which " + Figures.of(read.rowsWithoutCustomer())
                + " name no customer and are left out.");
        if (read.documents().isEmpty()) {
            console.say("There is no sale in them.");
            return true;
        }
        return replay(read.documents(), report);
    }

    private boolean replay(List<SaleDocument> documents, Path report) throws IOException {
        SalesFileFigures expected = SalesFileFigures.of(documents);
        console.say("Worked out from the file: " + expected.sentence());
        Shop shop = Shop.on(storage.get(), new ReplayClock(purchases.zone()));
        LocalDate firstDay = documents.get(0).soldAt().toLocalDate();
        shop.clock().set(firstDay.minusDays(1).atStartOfDay(purchases.zone()).toInstant());
        Club club = purchases.club();
        shop.publish(club, firstDay.minusDays(1));
        List<Person> people = people(documents);
        Roster roster = register(shop.newcomers(club), people);
        console.withBar("Replaying", documents.size(), progress -> {
            for (List<SaleDocument> batch : batches(documents)) {
                record(shop, batch);
                progress.accept(batch.size());
            }
            return documents;
        });
        return finish(expected, shop, new SummaryReader(shop, club, roster, people), roster, documents, report);
    }

    /** The clock stands at the last sale of the batch, as if the till sent them then. */
    private void record(Shop shop, List<SaleDocument> batch) {
        List<Purchase> sales = batch.stream().map(purchases::sale).toList();
        shop.clock().set(sales.get(sales.size() - 1).purchasedAt());
        shop.record(sales);
    }

    private Roster register(Newcomers newcomers, List<Person> people) {
        newcomers.takeOver(people);
        return console.withBar("Registering", people.size(), done -> newcomers.register(people, done));
    }

    private boolean finish(
            SalesFileFigures expected,
            Shop shop,
            SummaryReader reader,
            Roster roster,
            List<SaleDocument> documents,
            Path report)
            throws IOException {
        Summary summary = reader.read(bestSellers(documents));
        new SummaryText(console.out()).print(summary);
        Report.write(summary, report);
        console.say("The report is in " + report.toAbsolutePath());
        SalesFileFigures kept = kept(expected, shop, roster);
        boolean agrees = kept.equals(expected);
        console.say("Kept by the library: " + kept.sentence() + (agrees ? " The two agree." : " THE TWO DISAGREE."));
        return agrees && summary.audit().clean();
    }

    /** The figures as the ledger has them; what the file alone knows is taken from there. */
    private static SalesFileFigures kept(SalesFileFigures expected, Shop shop, Roster roster) {
        Points balance = Points.ZERO;
        long belowZero = 0;
        Map<AccountId, ?> accounts = roster.accounts();
        for (AccountId account : accounts.keySet()) {
            Points booked = shop.membership()
                    .statements()
                    .balance(account)
                    .orElseThrow()
                    .booked();
            balance = balance.plus(booked);
            belowZero += booked.isNegative() ? 1 : 0;
        }
        return new SalesFileFigures(expected.documents(), accounts.size(), expected.total(), balance, belowZero);
    }

    private static List<Person> people(List<SaleDocument> documents) {
        return documents.stream()
                .map(SaleDocument::customer)
                .distinct()
                .sorted()
                .map(People::of)
                .toList();
    }

    /** Documents of one day at most, so that the library's clock is never a day off. */
    private static List<List<SaleDocument>> batches(List<SaleDocument> documents) {
        Map<LocalDate, List<SaleDocument>> days = documents.stream()
                .collect(Collectors.groupingBy(
                        document -> document.soldAt().toLocalDate(), TreeMap::new, Collectors.toList()));
        List<List<SaleDocument>> batches = new ArrayList<>();
        for (List<SaleDocument> day : days.values()) {
            for (int from = 0; from < day.size(); from += BATCH) {
                batches.add(day.subList(from, Math.min(day.size(), from + BATCH)));
            }
        }
        return batches;
    }

    private static List<Summary.Category> bestSellers(List<SaleDocument> documents) {
        BestSellers bestSellers = new BestSellers();
        for (SaleDocument document : documents) {
            document.lines().forEach(line -> bestSellers.add(line.sku(), line.amount(), line.quantity()));
        }
        return bestSellers.top(10);
    }
}
