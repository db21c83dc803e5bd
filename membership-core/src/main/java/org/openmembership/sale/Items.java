package org.openmembership.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.RuleId;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.rules.Earner;
import org.openmembership.rules.ItemPrice;
import org.openmembership.shared.Points;
import org.openmembership.step.PublishedClub;

/** The item offers that were accepted on a sale, by the club as it was when the sale was made (B57, R51). */
final class Items {
    private final Checkout checkout;
    private final PublishedClub club;
    private final Purchase sold;
    private final SortedMap<Integer, Points> points = new TreeMap<>();

    Items(Checkout checkout, PublishedClub club) {
        this.checkout = checkout;
        this.club = club;
        this.sold = priced();
    }

    private Purchase priced() {
        Purchase asked = checkout.purchase();
        List<PurchaseLine> lines = new ArrayList<>();
        for (PurchaseLine line : asked.lines()) {
            Optional<ItemPrice> price = accepted(line).map(offer -> new ItemPrice(offer, line));
            price.ifPresent(made -> points.put(line.number(), made.points()));
            lines.add(price.map(ItemPrice::sold).orElse(line));
        }
        Purchase.Content content = new Purchase.Content(
                asked.currency(),
                lines,
                asked.content().tenders(),
                asked.content().grounds());
        return new Purchase(asked.key(), asked.purchasedAt(), asked.place(), asked.buyer(), content);
    }

    private Optional<ItemOffer> accepted(PurchaseLine line) {
        return Optional.ofNullable(checkout.accepted().get(line.number()))
                .filter(any -> line.quantity().signum() > 0)
                .flatMap(id -> club.club().terms().spending().tender().itemOffer(id));
    }

    /** The sale with lines as they are sold under the accepted offers. */
    Purchase sold() {
        return sold;
    }

    /** What the offers take, by line. */
    SortedMap<Integer, Points> points() {
        return points;
    }

    /** Whether points pay for nothing at all. */
    boolean isNothing() {
        return points.isEmpty()
                && sold.content().tenders().stream()
                        .noneMatch(tender -> club.club()
                                .terms()
                                .earning()
                                .base()
                                .pointTenders()
                                .contains(tender.type()));
    }

    /** An accepted offer that is not made on its line; empty where all are. */
    Optional<CheckoutResult> notMade(MemberAccount payer, Instant now) {
        Earner earner = earner(payer, club, now);
        for (Map.Entry<Integer, RuleId> accepted : checkout.accepted().entrySet()) {
            boolean isMade = checkout.purchase()
                    .line(accepted.getKey())
                    .map(line -> club.rules().itemOffers(checkout.purchase(), line, earner).stream()
                            .anyMatch(offer -> offer.id().equals(accepted.getValue())))
                    .orElse(false);
            if (!isMade) {
                return Optional.of(new CheckoutResult.OfferNotMade(accepted.getKey(), accepted.getValue()));
            }
        }
        return Optional.empty();
    }

    /** All that may be offered on the lines of a sale. */
    static List<OfferedItem> offered(Purchase purchase, PublishedClub club, MemberAccount payer, Instant now) {
        Earner earner = earner(payer, club, now);
        List<OfferedItem> offered = new ArrayList<>();
        for (PurchaseLine line : purchase.lines()) {
            for (ItemOffer offer : club.rules().itemOffers(purchase, line, earner)) {
                ItemPrice price = new ItemPrice(offer, line);
                offered.add(new OfferedItem(
                        line.number(), offer.id(), price.sold().amount(), price.points(), line.amount()));
            }
        }
        return offered;
    }

    private static Earner earner(MemberAccount payer, PublishedClub club, Instant now) {
        return Earner.of(RuleAccount.of(payer.id().value()), payer.schemeIn(club.club(), now));
    }
}
