package org.openmembership.sale;

import java.math.RoundingMode;
import java.util.List;
import org.joda.money.BigMoney;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.TenderType;

/** Fills in what a sale does not say (A55). What was said decides whether it is a repeat, whatever is filled in meanwhile. */
record Filling(ServerDefaults defaults) {
    Purchase fill(Purchase said) {
        Buyer buyer = buyer(said.buyer());
        List<Tender> tenders = tenders(said);
        Purchase.Content content = said.content();
        if (buyer.equals(said.buyer()) && tenders.equals(content.tenders())) {
            return said;
        }
        return new Purchase(
                said.key(),
                said.purchasedAt(),
                said.place(),
                buyer,
                new Purchase.Content(content.currency(), content.lines(), tenders, content.grounds()));
    }

    private Buyer buyer(Buyer said) {
        CustomerId customer = defaults.customer();
        return customer == null || !said.isGuest() ? said : Buyer.customer(customer);
    }

    private List<Tender> tenders(Purchase said) {
        TenderType payment = defaults.payment();
        List<Tender> tenders = said.content().tenders();
        BigMoney total = said.total();
        return payment == null || !tenders.isEmpty() || total.isZero()
                ? tenders
                : List.of(new Tender(payment, total.toMoney(RoundingMode.HALF_UP)));
    }

    /** Whether the sale names the customer who stands for nobody, and nobody besides. */
    boolean isNobody(Buyer buyer) {
        CustomerId customer = defaults.customer();
        return customer != null && buyer.equals(Buyer.customer(customer));
    }
}
