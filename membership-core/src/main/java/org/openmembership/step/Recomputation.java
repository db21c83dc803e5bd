package org.openmembership.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.openmembership.club.PointKind;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.rules.ClubRules;
import org.openmembership.rules.Earner;
import org.openmembership.rules.SaleEarning.KindEarning;
import org.openmembership.rules.SaleEarning.LinePoints;
import org.openmembership.shared.Points;

/**
 * What a sale would have earned without what came back, and what of its points is therefore due: by the rules, and for the
 * scheme, of then (R39 RECOMPUTE). A sale that falls below its club's least sale loses all it earned.
 *
 * <p>What was left to caps by other sales is not known any more: the remainder is worked out without the spans that caps
 * count, and never gives more than the sale had earned.
 *
 * @param sale as it was
 * @param back what has come back of each line by now, quantity and amount above zero
 */
record Recomputation(Purchase sale, Map<Integer, Back> back) {
    private static final int MONEY_SCALE = 4;

    /** What has come back of a line. */
    record Back(BigDecimal quantity, BigDecimal amount) {
        static final Back NOTHING = new Back(BigDecimal.ZERO, BigDecimal.ZERO);

        Back plus(BigDecimal moreQuantity, BigDecimal moreAmount) {
            return new Back(quantity.add(moreQuantity.abs()), amount.add(moreAmount.abs()));
        }
    }

    /**
     * What is due of each line that gave points of a kind, by line; nothing of those that are not there.
     *
     * @param left of each line what was not taken back before, by line
     */
    Map<Integer, Points> due(PointKind kind, Earner earner, ClubRules rules, Map<Integer, Points> left) {
        Map<Integer, Points> kept =
                remaining().map(sold -> earned(sold, kind, earner, rules)).orElse(Map.of());
        Points surplus = sum(left).minus(sum(kept)).max(Points.ZERO);
        Map<Integer, Points> due = new HashMap<>();
        List<Integer> lines = new ArrayList<>(left.keySet());
        lines.sort(null);
        for (int line : lines) {
            Points lost = left.getOrDefault(line, Points.ZERO)
                    .minus(kept.getOrDefault(line, Points.ZERO))
                    .max(Points.ZERO)
                    .min(surplus);
            surplus = surplus.minus(lost);
            due.put(line, lost);
        }
        return due;
    }

    private static Map<Integer, Points> earned(Purchase sold, PointKind kind, Earner earner, ClubRules rules) {
        Map<Integer, Points> byLine = new HashMap<>();
        rules.earning(sold, earner)
                .of(kind)
                .map(KindEarning::lines)
                .orElse(List.of())
                .forEach((LinePoints line) -> byLine.put(line.line(), line.points()));
        return byLine;
    }

    /** The sale without what came back; empty where nothing is left. */
    private Optional<Purchase> remaining() {
        List<PurchaseLine> lines = new ArrayList<>();
        for (PurchaseLine line : sale.lines()) {
            rest(line, back.getOrDefault(line.number(), Back.NOTHING)).ifPresent(lines::add);
        }
        BigDecimal worth = worth(sale.lines());
        boolean allBack = lines.stream().allMatch(line -> line.returnOf() != null);
        if (allBack) {
            return Optional.empty();
        }
        Purchase.Content content = new Purchase.Content(
                sale.currency(),
                lines,
                tenders(worth(lines), worth),
                sale.content().grounds());
        return Optional.of(new Purchase(sale.key(), sale.purchasedAt(), sale.place(), sale.buyer(), content));
    }

    private static Optional<PurchaseLine> rest(PurchaseLine line, Back back) {
        if (back.equals(Back.NOTHING)) {
            return Optional.of(line);
        }
        BigDecimal whole = line.amount().getAmount();
        BigDecimal amount = whole.subtract(back.amount());
        BigDecimal quantity = line.quantity().subtract(back.quantity());
        boolean isGone = quantity.signum() <= 0 || whole.signum() > 0 && amount.signum() <= 0;
        if (isGone) {
            return Optional.empty();
        }
        PurchaseLine.Price price = new PurchaseLine.Price(
                BigMoney.of(line.amount().getCurrencyUnit(), amount),
                share(line.price().tax(), amount, whole),
                share(line.price().discount(), amount, whole));
        return Optional.of(new PurchaseLine(line.number(), line.article(), quantity, price, null));
    }

    private List<Tender> tenders(BigDecimal rest, BigDecimal whole) {
        List<Tender> tenders = new ArrayList<>();
        for (Tender tender : sale.content().tenders()) {
            Money amount = whole.signum() == 0
                    ? tender.amount()
                    : share(tender.amount().toBigMoney(), rest, whole).toMoney(RoundingMode.HALF_UP);
            tenders.add(new Tender(tender.type(), amount));
        }
        return tenders;
    }

    private static BigMoney share(BigMoney of, BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? of
                : BigMoney.of(
                        of.getCurrencyUnit(),
                        of.getAmount().multiply(part).divide(whole, MONEY_SCALE, RoundingMode.HALF_UP));
    }

    private static BigDecimal worth(List<PurchaseLine> lines) {
        return lines.stream()
                .filter(line -> line.returnOf() == null)
                .map(line -> line.amount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Points sum(Map<Integer, Points> points) {
        return points.values().stream().reduce(Points.ZERO, Points::plus);
    }
}
