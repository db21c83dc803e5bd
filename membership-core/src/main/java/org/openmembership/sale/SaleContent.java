package org.openmembership.sale;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;

/** The content of a sale in one canonical spelling, and the sale as it may be kept. */
final class SaleContent {
    /** No code can hold it. */
    private static final char SEPARATOR = '\u001f';

    private final StringBuilder text = new StringBuilder("sale");

    private SaleContent() {}

    /** All that decides a sale's effect; of an email only that there is one, so that nothing kept can be tested for it. */
    static Fingerprint fingerprint(Purchase purchase) {
        SaleContent content = new SaleContent();
        Purchase.Place place = purchase.place();
        Buyer buyer = purchase.buyer();
        content.add(purchase.purchasedAt()).add(place.store()).add(place.till()).add(place.channel());
        content.add(place.orderType()).add(buyer.card()).add(buyer.member()).add(buyer.customer());
        content.add(buyer.customerReference()).add(buyer.email() == null ? null : "email");
        Purchase.Grounds grounds = purchase.content().grounds();
        content.add(purchase.currency()).add(grounds.priceGroup()).addSorted(grounds.attributes());
        content.add(
                grounds.rate() == null
                        ? null
                        : grounds.rate().currency() + " " + grounds.rate().rate());
        purchase.lines().forEach(content::add);
        purchase.content().tenders().forEach(content::add);
        return Fingerprint.of(content.text.toString());
    }

    /** The sale without the email in its buyer. */
    static Purchase withoutEmail(Purchase purchase) {
        Buyer buyer = purchase.buyer();
        if (buyer.email() == null) {
            return purchase;
        }
        Buyer kept = new Buyer(buyer.card(), buyer.member(), buyer.customer(), buyer.customerReference(), null);
        return new Purchase(purchase.key(), purchase.purchasedAt(), purchase.place(), kept, purchase.content());
    }

    private void add(PurchaseLine line) {
        add("line").add(line.number()).add(line.article().sku());
        addSorted(line.article().categories()).addSorted(line.article().specialGroups());
        add(line.article().promotion()).add(line.quantity().toPlainString());
        add(line.amount()).add(line.price().tax()).add(line.price().discount());
        add(line.returnOf() == null ? null : line.returnOf().purchase())
                .add(line.returnOf() == null ? null : line.returnOf().line());
    }

    private void add(Tender tender) {
        add("tender").add(tender.type()).add(tender.amount());
    }

    private SaleContent addSorted(Collection<?> values) {
        values.stream().map(Object::toString).sorted().forEach(this::add);
        return add(values.size());
    }

    private SaleContent add(@Nullable Object value) {
        text.append(SEPARATOR).append(value == null ? "" : value);
        return this;
    }
}
