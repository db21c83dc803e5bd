package org.openmembership.examples.foodmart;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openmembership.Membership;
import org.openmembership.card.CardNumber;
import org.openmembership.storage.Storage;

/** FoodMart for other examples: a shop with members, sales, points and cards in a storage. */
public final class FoodMartShop {
    /** Whose day it is in the shop. */
    public static final ZoneId ZONE = FoodMartClub.ZONE;

    private final Console console;
    private final Slice slice;

    /**
     * @param months 1 to 24
     * @param oneHouseholdIn 1 for all customers, 10 for one household in ten
     * @param progress whether bars show how far it is
     * @throws IllegalArgumentException for another number of months or households
     */
    public FoodMartShop(int months, int oneHouseholdIn, PrintStream out, boolean progress) {
        this.console = new Console(out, progress);
        this.slice = Slice.of(months, oneHouseholdIn);
    }

    /**
     * What is in the storage now.
     *
     * @param until the evening that the shop has come to; nothing was recorded later
     * @param articles what the articles are called, by SKU
     */
    public record Filled(Instant until, Map<String, String> articles) {}

    /** Fills a storage; one that was being filled is filled to the end, and one that is full stays as it is. */
    public Filled fill(Storage storage) throws SQLException {
        console.say("Opening the POS's database ...");
        try (FoodMart foodMart = FoodMart.open()) {
            Catalogue catalogue = Catalogue.of(foodMart);
            Shop shop = Shop.on(storage, new ReplayClock());
            List<PosCustomer> customers = CustomerReader.all(foodMart);
            FoodMartReplay.Replayed replayed = new FoodMartReplay(shop, console, slice)
                    .run(customers, catalogue, SalesReader.of(foodMart, catalogue));
            console.say("Handing out cards ...");
            customers.forEach(customer -> handOut(customer, replayed.roster(), shop.till()));
            Map<String, String> articles = new TreeMap<>();
            catalogue.products().values().forEach(product -> articles.put(product.sku(), product.name()));
            return new Filled(shop.clock().instant(), articles);
        }
    }

    /** Who shares an address shares an account, so it has several cards. */
    private static void handOut(PosCustomer customer, Roster roster, Membership till) {
        roster.of(FoodMartPurchases.customer(customer.number()))
                .ifPresent(seat -> till.cards()
                        .assign(CardNumber.of(customer.account().cardNumber()), seat.account(), seat.member()));
    }
}
