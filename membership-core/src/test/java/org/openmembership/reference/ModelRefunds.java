package org.openmembership.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmembership.reference.ModelSale.Line;
import org.openmembership.reference.ModelSale.Original;

/**
 * Decides what money becomes points: never more than the goods that come back are worth, nor than the other tenders leave.
 *
 * <p>No receipt of the model has points of a redemption that could go back.
 */
final class ModelRefunds {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final ModelShop shop;

    ModelRefunds(ModelShop shop) {
        this.shop = shop;
    }

    /** @param kept all sales of before */
    ModelRefund of(ModelSale sale, Collection<ModelAccount> concerned, List<ModelSale> kept) {
        BigDecimal money = sale.tenders().points().negate();
        List<ModelAccount> paying = new ArrayList<>();
        boolean isDenied = false;
        for (ModelAccount account : concerned) {
            boolean pays = rules(sale, account).moneyToo();
            if (pays && money.compareTo(CENT) >= 0) {
                paying.add(account);
            }
            isDenied |= !pays && money.subtract(paidInPoints(sale, kept)).compareTo(CENT) >= 0;
        }
        if (paying.isEmpty()) {
            return isDenied ? ModelRefund.refused("NOT_ALLOWED") : ModelRefund.NONE;
        }
        String refusal = refusal(sale, paying, money.compareTo(due(sale, kept)) > 0);
        return refusal == null ? new ModelRefund(null, paying.get(0), money) : ModelRefund.refused(refusal);
    }

    private String refusal(ModelSale sale, List<ModelAccount> paying, boolean tooMuch) {
        ModelAccount account = paying.get(0);
        if (paying.size() > 1) {
            return "SEVERAL_CLUBS";
        } else if (account.closed) {
            return "CLOSED";
        } else if (rules(sale, account).perPoint().signum() == 0) {
            return "NO_VALUE";
        } else if (sale.foreign()) {
            return "RATE_MISSING";
        }
        return tooMuch ? "MORE_THAN_DUE" : null;
    }

    private ModelRules.Refunding rules(ModelSale sale, ModelAccount account) {
        return shop.rules(account.club, sale.at()).refunding();
    }

    /** What the sales of which something comes back were paid with in points. */
    private static BigDecimal paidInPoints(ModelSale sale, List<ModelSale> kept) {
        Set<String> keys = new HashSet<>();
        sale.originals().forEach(line -> keys.add(line.key()));
        return kept.stream()
                .filter(sold -> keys.contains(sold.key()))
                .map(sold -> sold.tenders().points().max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal due(ModelSale sale, List<ModelSale> kept) {
        BigDecimal left = sale.tenders().others().subtract(sale.total());
        BigDecimal worth = BigDecimal.ZERO;
        for (Line line : sale.lines()) {
            boolean withoutReceipt = line.back() == null && line.quantity().signum() < 0;
            worth = withoutReceipt ? worth.subtract(line.amount()) : worth;
        }
        for (Original line : sale.originals()) {
            worth = worth.add(worth(line, sale, kept));
        }
        return left.min(worth).max(BigDecimal.ZERO);
    }

    /** What comes back of a line, no more than is left of its price; nothing where prices are in different currencies. */
    private static BigDecimal worth(Original line, ModelSale sale, List<ModelSale> kept) {
        BigDecimal left = BigDecimal.ZERO;
        boolean comparable = true;
        for (ModelSale other : kept) {
            boolean touches = other.key().equals(line.key())
                    || other.originals().stream().anyMatch(back -> back.key().equals(line.key()));
            comparable &= !touches || other.foreign() == sale.foreign();
            left = other.key().equals(line.key())
                    ? left.add(other.lines().get(line.line() - 1).amount())
                    : left.subtract(back(other, line));
        }
        return comparable ? back(sale, line).min(left).max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    private static BigDecimal back(ModelSale sale, Original line) {
        return sale.lines().stream()
                .filter(part -> line.equals(part.back()))
                .map(part -> part.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
