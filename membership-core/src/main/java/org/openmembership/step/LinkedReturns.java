package org.openmembership.step;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.rules.ReturnShare;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * The lines of a sale that give back lines of earlier sales, with what those earned (R39).
 *
 * <p>Points are taken back from the account they went to, whoever brings the goods back.
 *
 * @param unknown original lines that are not kept: the sale cannot be decided yet
 * @param parts what comes back of each line that earned
 */
public record LinkedReturns(List<OriginalLine> unknown, List<Part> parts) {
    public static final LinkedReturns NONE = new LinkedReturns(List.of(), List.of());

    public LinkedReturns {
        unknown = List.copyOf(unknown);
        parts = List.copyOf(parts);
    }

    /**
     * What comes back of one original line, as one account and kind of points earned by it.
     *
     * @param earned what the line earned
     * @param share of it that is due, given {@code value}
     * @param value what comes back now, in the measure of the share
     */
    public record Part(EarnedLine earned, ReturnShare share, BigDecimal value) {}

    public static boolean has(Purchase purchase) {
        return purchase.lines().stream().anyMatch(line -> line.returnOf() != null);
    }

    /**
     * Gathers what is known of the originals.
     *
     * @param undecided kept returns that have taken nothing back yet
     */
    public static LinkedReturns gather(Purchase purchase, Set<ExternalKey> undecided, Stores stores) {
        Map<OriginalLine, List<PurchaseLine>> returned = byOriginal(purchase);
        if (returned.isEmpty()) {
            return NONE;
        }
        Set<ExternalKey> keys = new HashSet<>();
        returned.keySet().forEach(original -> keys.add(original.purchase()));
        Map<ExternalKey, Purchase> originals = new HashMap<>();
        for (KeptPurchase kept : stores.purchases().findAll(keys)) {
            originals.put(kept.purchase().key(), kept.purchase());
        }
        List<ReturnedLine> before = stores.purchases().returnsOf(keys).stream()
                .filter(line -> !undecided.contains(line.purchase()))
                .toList();
        List<EarnedLine> earned = stores.ledger().earnedLines(keys);
        return decide(returned, originals, before, earned);
    }

    public Set<AccountId> accounts() {
        Set<AccountId> accounts = new TreeSet<>();
        parts.forEach(part -> accounts.add(part.earned().entry().account()));
        return accounts;
    }

    List<Part> of(AccountId account) {
        return parts.stream()
                .filter(part -> part.earned().entry().account().equals(account))
                .toList();
    }

    private static LinkedReturns decide(
            Map<OriginalLine, List<PurchaseLine>> returned,
            Map<ExternalKey, Purchase> originals,
            List<ReturnedLine> before,
            List<EarnedLine> earned) {
        List<OriginalLine> unknown = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        returned.forEach((original, lines) -> {
            Optional<PurchaseLine> sold =
                    Optional.ofNullable(originals.get(original.purchase())).flatMap(sale -> sale.line(original.line()));
            if (sold.isEmpty()) {
                unknown.add(original);
                return;
            }
            for (EarnedLine line : earned) {
                if (line.line().equals(original) && line.points().isPositive() && !isElsewhere(line, earned)) {
                    parts.add(part(line, sold.get(), lines, before, earned));
                }
            }
        });
        return new LinkedReturns(unknown, parts);
    }

    private static Part part(
            EarnedLine line,
            PurchaseLine sold,
            List<PurchaseLine> lines,
            List<ReturnedLine> before,
            List<EarnedLine> earned) {
        boolean byAmount = !sold.amount().isZero();
        BigDecimal whole = byAmount ? sold.amount().getAmount() : sold.quantity();
        BigDecimal earlier = BigDecimal.ZERO;
        for (ReturnedLine returned : before) {
            if (returned.original().equals(line.line())) {
                earlier = earlier.add(byAmount ? returned.amount().getAmount() : returned.quantity());
            }
        }
        BigDecimal value = BigDecimal.ZERO;
        for (PurchaseLine returned : lines) {
            value = value.add(byAmount ? returned.amount().getAmount() : returned.quantity());
        }
        ReturnShare share = new ReturnShare(line.points(), taken(line, earned), whole, earlier);
        return new Part(line, share, value);
    }

    /** Whether all of it was taken back because the sale is somebody else's now, who earned on it in turn (D13). */
    private static boolean isElsewhere(EarnedLine line, List<EarnedLine> earned) {
        return !isLeft(line, earned)
                && earned.stream()
                        .filter(other -> other.points().isPositive())
                        .anyMatch(other -> other.line().equals(line.line()) && isLeft(other, earned));
    }

    private static boolean isLeft(EarnedLine line, List<EarnedLine> earned) {
        return taken(line, earned).isLessThan(line.points());
    }

    /** What was taken back of it; where a line earned again on an account, what was given first was taken first. */
    private static Points taken(EarnedLine line, List<EarnedLine> earned) {
        Points taken = Points.ZERO;
        for (EarnedLine other : earned) {
            boolean same = other.line().equals(line.line())
                    && other.kind() == line.kind()
                    && other.entry().account().equals(line.entry().account());
            boolean before = other.entry().seq() < line.entry().seq();
            taken = same && (other.points().isNegative() || before) ? taken.minus(other.points()) : taken;
        }
        return taken.max(Points.ZERO).min(line.points());
    }

    private static Map<OriginalLine, List<PurchaseLine>> byOriginal(Purchase purchase) {
        Map<OriginalLine, List<PurchaseLine>> byOriginal = new LinkedHashMap<>();
        for (PurchaseLine line : purchase.lines()) {
            OriginalLine original = line.returnOf();
            if (original != null) {
                byOriginal.computeIfAbsent(original, any -> new ArrayList<>()).add(line);
            }
        }
        return byOriginal;
    }
}
