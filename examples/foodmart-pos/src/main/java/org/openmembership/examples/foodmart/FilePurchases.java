package org.openmembership.examples.foodmart;

import java.time.ZoneId;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.Scheme;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.ExternalKey;

/**
 * The sales of a file in the library's words.
 *
 * @param club whose zone and currency the file's times and prices are in
 */
record FilePurchases(Club club) {
    private static final ClubId CLUB = ClubId.of("file");
    private static final String SOURCE = "file";

    /** One point for each whole 1.00 of a document, cut toward zero; points never expire, and returns may leave a debt. */
    static Club plainClub(ZoneId zone, CurrencyUnit currency) {
        return Club.builder(CLUB)
                .name("Points from a file of sales")
                .in(currency, zone)
                .pointValue(PointValue.of(currency, "0.01"))
                .rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .schemes(Scheme.byHand("member", "Member", 1))
                .build();
    }

    ZoneId zone() {
        return club.place().zone();
    }

    private CurrencyUnit currency() {
        return club.place().currency();
    }

    /** The file's key of a customer. */
    static ExternalKey customer(String name) {
        return ExternalKey.of(SOURCE, name);
    }

    Purchase sale(SaleDocument document) {
        List<PurchaseLine> lines = document.lines().stream().map(this::line).toList();
        return new Purchase(
                ExternalKey.of(SOURCE, document.receipt()),
                document.soldAt().atZone(zone()).toInstant(),
                Purchase.Place.of("file", "FILE"),
                Buyer.customerReference(customer(document.customer())),
                new Purchase.Content(currency(), lines, List.of()));
    }

    private PurchaseLine line(SaleDocument.Line line) {
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(currency(), line.amount()));
        return new PurchaseLine(line.number(), Article.of(line.sku()), line.quantity(), price, null);
    }
}
