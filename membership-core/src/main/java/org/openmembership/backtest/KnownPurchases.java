package org.openmembership.backtest;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.purchase.SharedPurchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** What is known of a page of purchases. */
record KnownPurchases(
        Map<ExternalKey, List<RecordedCommand>> commands,
        Map<ExternalKey, List<EarnedLine>> earned,
        Map<ExternalKey, List<ReturnedLine>> returns,
        Map<ExternalKey, KeptPurchase> receipts) {
    private static final Set<String> COUNTED = Set.of("POSTED", "NOTHING", "OUT_OF_RANGE");

    static KnownPurchases of(List<SharedPurchase> page, Club club, Stores stores) {
        List<ExternalKey> keys =
                page.stream().map(one -> one.kept().purchase().key()).distinct().toList();
        List<RecordedCommand> ofClub = new ArrayList<>(stores.commands().findAll(Operation.SALE, keys));
        ofClub.removeIf(command -> !command.key().club().equals(club.id()));
        List<ReturnedLine> returns = stores.purchases().returnsOf(keys);
        List<ExternalKey> receipts =
                returns.stream().map(ReturnedLine::purchase).distinct().toList();
        List<KeptPurchase> kept =
                receipts.isEmpty() ? List.of() : stores.purchases().findAll(receipts);
        return new KnownPurchases(
                ofClub.stream().collect(groupingBy(command -> command.key().key())),
                stores.ledger().earnedLines(keys).stream()
                        .collect(groupingBy(line -> line.line().purchase())),
                returns.stream().collect(groupingBy(line -> line.original().purchase())),
                kept.stream().collect(toMap(one -> one.purchase().key(), one -> one)));
    }

    /** Whether it was posted to the account, at once or because the sale was given to it later (D13). */
    boolean isPosted(SharedPurchase one) {
        boolean recorded = commands.getOrDefault(one.kept().purchase().key(), List.of()).stream()
                .anyMatch(command -> command.effect().account().equals(one.account())
                        && COUNTED.contains(command.answer().outcome()));
        return recorded || lines(one).stream().anyMatch(line -> line.points().isPositive());
    }

    private List<EarnedLine> lines(SharedPurchase one) {
        return earned.getOrDefault(one.kept().purchase().key(), List.of()).stream()
                .filter(line -> line.entry().account().equals(one.account()))
                .toList();
    }

    /** What it earned and has not given back, by the label on the points. */
    Map<PointKind, Points> given(SharedPurchase one) {
        Map<PointKind, Map<EntryId, Points>> sums = lines(one).stream()
                .collect(groupingBy(
                        EarnedLine::kind,
                        groupingBy(EarnedLine::entry, reducing(Points.ZERO, EarnedLine::points, Points::plus))));
        Map<PointKind, Points> given = new EnumMap<>(PointKind.class);
        sums.forEach((kind, entries) -> given.put(kind, net(entries.values())));
        return given;
    }

    /** Lines say what was due of a return, which may be more than the sale had given as a whole. */
    private static Points net(Collection<Points> entries) {
        Points gave = Points.ZERO;
        Points took = Points.ZERO;
        for (Points entry : entries) {
            gave = gave.plus(entry.max(Points.ZERO));
            took = took.minus(entry.min(Points.ZERO));
        }
        return gave.isZero() ? took.negated() : gave.minus(took.min(gave));
    }

    /** The receipts on which lines of a sale came back, in the order in which they were recorded. */
    List<Back> backs(ExternalKey sale) {
        Map<ExternalKey, List<ReturnedLine>> byReceipt =
                back(sale).stream().collect(groupingBy(ReturnedLine::purchase));
        return byReceipt.entrySet().stream()
                .map(entry -> new Back(Objects.requireNonNull(receipts.get(entry.getKey())), entry.getValue()))
                .sorted(comparing((Back back) -> back.receipt().recordedAt())
                        .thenComparing(back -> back.receipt().id()))
                .toList();
    }

    /** What came back of one sale on one receipt. */
    record Back(KeptPurchase receipt, List<ReturnedLine> lines) {
        /** What was paid back in the sale's own money, below zero. */
        BigDecimal amount(CurrencyUnit currency) {
            return lines.stream()
                    .map(ReturnedLine::amount)
                    .filter(amount -> amount.getCurrencyUnit().equals(currency))
                    .map(BigMoney::getAmount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    List<ReturnedLine> back(ExternalKey sale) {
        return returns.getOrDefault(sale, List.of());
    }
}
