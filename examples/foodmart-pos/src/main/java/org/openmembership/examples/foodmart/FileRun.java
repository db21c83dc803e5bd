package org.openmembership.examples.foodmart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Purchase;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.Points;
import org.openmembership.storage.Storage;

/** Replays a file of sales: its customers register the day before the first sale, and each document earns or deducts. */
final class FileRun {
    private static final int BATCH = 200;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final Supplier<Storage> storage;
    private final Console console;
    private final Function<Shop, FilePurchases> words;
    private final boolean foreseen;

    private FileRun(Supplier<Storage> storage, Console console, Function<Shop, FilePurchases> words, boolean foreseen) {
        this.storage = storage;
        this.console = console;
        this.words = words;
        this.foreseen = foreseen;
    }

    /** A run by the plain rule, whose balances are foreseen from the file and compared. */
    static FileRun plain(Supplier<Storage> storage, Console console, ZoneId zone, CurrencyUnit currency) {
        FilePurchases purchases = new FilePurchases(FilePurchases.plainClub(zone, currency));
        return new FileRun(storage, console, shop -> purchases, true);
    }

    /** A run by a club's own rules, whose definition is a document; a faulty one is refused before anything is written. */
    static FileRun of(Supplier<Storage> storage, Console console, String club) {
        return new FileRun(storage, console, shop -> new FilePurchases(shop.club(club)), false);
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
        console.say("Worked out from the file at one point for each whole 1.00: " + expected.sentence());
        Shop shop = Shop.on(storage.get(), new ReplayClock());
        FilePurchases purchases = words.apply(shop);
        LocalDate firstDay = documents.get(0).soldAt().toLocalDate();
        shop.clock().set(firstDay.minusDays(1).atStartOfDay(), purchases.zone());
        Club club = purchases.club();
        shop.publish(club, firstDay.minusDays(1));
        List<Person> people = people(documents);
        Roster roster = register(shop.newcomers(club), people);
        console.withBar("Replaying", documents.size(), progress -> {
            for (List<SaleDocument> batch : batches(documents)) {
                record(shop, purchases, batch);
                progress.accept(batch.size());
            }
            return documents;
        });
        closeLastDay(shop, purchases, documents);
        return finish(expected, shop, new SummaryReader(shop, club, roster, people), roster, documents, report);
    }

    /** The clock stands at the last sale of the batch, as if the till sent them then. */
    private static void record(Shop shop, FilePurchases purchases, List<SaleDocument> batch) {
        List<Purchase> sales = batch.stream().map(purchases::sale).toList();
        shop.clock().set(sales.get(sales.size() - 1).purchasedAt());
        shop.record(sales);
    }

    /** At the end of the last day: what has lapsed is written off, and schemes are reviewed. */
    private static void closeLastDay(Shop shop, FilePurchases purchases, List<SaleDocument> documents) {
        LocalDate lastDay = documents.get(documents.size() - 1).soldAt().toLocalDate();
        shop.clock().set(lastDay.atTime(LAST_MINUTE), purchases.zone());
        shop.membership().expiry().run(purchases.club().id(), Progress.NONE);
        shop.membership().review().run(purchases.club().id(), ReviewOptions.ALL, Progress.NONE);
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
        boolean agrees = !foreseen || kept.equals(expected);
        String verdict = agrees ? " The two agree." : " THE TWO DISAGREE.";
        console.say("Kept by the library: " + kept.sentence() + (foreseen ? verdict : ""));
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
