package org.openmembership.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.reference.ModelAccount.Entry;
import org.openmembership.reference.ModelAccount.Lot;
import org.openmembership.reference.ModelSale.Line;
import org.openmembership.reference.ModelSale.Original;

/** Sales, and returns linked to the lines of earlier ones. */
final class ModelSales {
    private static final Duration MAX_EARLY = Duration.ofDays(1);

    private final ModelShop shop;
    private final Map<String, Kept> kept = new HashMap<>();
    private final List<Gain> gains = new ArrayList<>();

    private final ModelRefunds refunds;

    private record Kept(ModelSale sale, Outcome outcome) {}

    /** What a line earned on an account, and how much of that was called back since, whether it was there or not. */
    private static final class Gain {
        final Original line;
        final ModelAccount account;
        final Entry entry;
        final long points;
        long calledBack;

        Gain(Original line, ModelAccount account, Entry entry, long points) {
            this.line = line;
            this.account = account;
            this.entry = entry;
            this.points = points;
        }
    }

    /** What a sale calls back of one entry. */
    private static final class Due {
        final Map<Gain, Long> shares = new LinkedHashMap<>();
        long points;
    }

    ModelSales(ModelShop shop) {
        this.shop = shop;
        this.refunds = new ModelRefunds(shop);
    }

    private List<ModelSale> soldBefore() {
        return kept.values().stream().map(Kept::sale).toList();
    }

    Outcome sell(ModelSale sale) {
        Kept before = kept.get(sale.key());
        if (before != null) {
            return before.sale.equals(sale) ? before.outcome.again() : Outcome.refused("KEY_REUSED", 0);
        }
        if (!sale.originals().stream().allMatch(this::isKept)) {
            return Outcome.refused("UNKNOWN_ORIGINAL", 0);
        }
        TreeMap<String, ModelAccount> buying = new TreeMap<>();
        for (String id : sale.accounts()) {
            buying.put(shop.accounts.get(id).club, shop.accounts.get(id));
        }
        TreeMap<String, ModelAccount> concerned = new TreeMap<>(sale.onlyBringsBack() ? Map.of() : buying);
        for (ModelAccount back : accountsOf(sale.originals())) {
            ModelAccount other = concerned.put(back.club, back);
            if (other != null && other != back) {
                return Outcome.refused("OTHER_ACCOUNT", 0);
            }
        }
        buying.forEach(concerned::putIfAbsent);
        ModelRefund refund = refunds.of(sale, concerned.values(), soldBefore());
        if (refund.refusal() != null) {
            return Outcome.refused("REFUND_" + refund.refusal(), 0);
        }
        Outcome refusal = refusal(sale, concerned, buying, refund);
        return refusal == null ? keep(sale, concerned, buying, refund) : refusal;
    }

    private boolean isKept(Original line) {
        Kept sale = kept.get(line.key());
        return sale != null && line.line() <= sale.sale.lines().size();
    }

    private Set<ModelAccount> accountsOf(Set<Original> lines) {
        Set<ModelAccount> accounts = new LinkedHashSet<>();
        for (Gain gain : gains) {
            if (gain.points > 0 && lines.contains(gain.line)) {
                accounts.add(gain.account);
            }
        }
        return accounts;
    }

    private @Nullable Outcome refusal(
            ModelSale sale, Map<String, ModelAccount> concerned, Map<String, ModelAccount> buying, ModelRefund refund) {
        Duration age = Duration.between(sale.at(), shop.now);
        for (String club : concerned.keySet()) {
            Duration maxLate = shop.rules(club, sale.at()).earning().maxLate();
            if (age.compareTo(maxLate) > 0 || age.negated().compareTo(MAX_EARLY) > 0) {
                return Outcome.refused("OUT_OF_TIME", 0);
            }
        }
        if (sale.foreign() && !concerned.isEmpty()) {
            return Outcome.refused("RATE_MISSING", 0);
        }
        for (ModelAccount account : concerned.values()) {
            if (!account.closed && isShort(sale, account, buying.containsValue(account), refund)) {
                return Outcome.refused("POINTS_SPENT", account.available(account.at(shop.now)));
            }
        }
        return null;
    }

    /** Whether points would have to be taken back that are not there, not even with those the sale itself brings. */
    private boolean isShort(ModelSale sale, ModelAccount account, boolean buys, ModelRefund refund) {
        ModelRules rules = shop.rules(account.club, sale.at());
        Instant at = account.at(shop.now);
        long earned = buys ? sum(earned(sale, account, rules, refund)) : 0;
        long given = Math.max(earned, 0) + refund.points(account, rules);
        long asked = Math.max(-earned, 0);
        for (Due due : dues(sale, account).values()) {
            asked += due.points;
        }
        boolean stays = rules.endOfNew(sale.at()).isAfter(at);
        long there = account.unlapsed(at) + (stays ? Math.max(given - account.debt, 0) : 0);
        return rules.spending().gone() == ModelRules.Gone.REFUSE && asked > 0 && there < asked;
    }

    /** Money that is paid back as points counts as any other money. */
    private static Map<Integer, Long> earned(
            ModelSale sale, ModelAccount account, ModelRules rules, ModelRefund refund) {
        return ModelEarning.of(sale, sale.tenders().points().add(refund.money(account)), rules.earning());
    }

    private static long sum(Map<Integer, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    private Outcome keep(
            ModelSale sale, Map<String, ModelAccount> concerned, Map<String, ModelAccount> buying, ModelRefund refund) {
        List<String> names = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        long available = 0;
        for (ModelAccount account : concerned.values()) {
            List<Entry> made = account.closed ? List.of() : post(sale, account, buying.containsValue(account), refund);
            made.forEach(entry -> entries.add(entry.id));
            names.add(account.closed ? "CLOSED" : made.isEmpty() ? "NOTHING" : "POSTED");
            available += account.available(account.at(shop.now));
        }
        Outcome outcome = new Outcome(String.join("+", names), entries, available, false);
        kept.put(sale.key(), new Kept(sale, outcome));
        return outcome;
    }

    /** What is given comes before what is taken. */
    private List<Entry> post(ModelSale sale, ModelAccount account, boolean buys, ModelRefund refund) {
        int known = account.entries.size();
        Instant at = account.at(shop.now);
        ModelRules rules = shop.rules(account.club, sale.at());
        Map<Entry, Due> dues = dues(sale, account);
        List<Entry> made = new ArrayList<>();
        Map<Integer, Long> earned = buys ? earned(sale, account, rules, refund) : Map.of();
        if (sum(earned) > 0) {
            made.add(earn(sale, account, earned, rules));
        }
        long paidBack = refund.points(account, rules);
        if (paidBack > 0) {
            Entry entry = account.begin("POSITIVE_ADJUSTMENT", sale.at(), at);
            account.open(entry, account.repay(paidBack), sale.at(), at, rules.endOfNew(sale.at()));
            account.end(entry);
            made.add(entry);
        }
        if (sum(earned) < 0) {
            made.add(earn(sale, account, earned, rules));
        }
        dues.forEach((given, due) -> {
            Entry back = account.begin("REVERSAL", sale.at(), at);
            back.related = given.id;
            account.takeBack(back, given, due.points, at, rules.spending());
            account.end(back);
            given.calledBack += due.points;
            due.shares.forEach((gain, share) -> gain.calledBack += share);
            made.add(back);
        });
        for (Lot lot : account.lapsed(at)) {
            if (made.contains(lot.entry)) {
                made.add(account.expire(lot, sale.at(), at));
            }
        }
        account.keepAlive(known);
        return made;
    }

    private Entry earn(ModelSale sale, ModelAccount account, Map<Integer, Long> earned, ModelRules rules) {
        Instant at = account.at(shop.now);
        Entry entry = account.begin("SALE", sale.at(), at);
        long points = sum(earned);
        if (points > 0) {
            account.open(entry, account.repay(points), sale.at(), at, rules.endOfNew(sale.at()));
        } else {
            account.takeBack(entry, null, -points, at, rules.spending());
        }
        account.end(entry);
        earned.forEach((line, part) -> gains.add(new Gain(new Original(sale.key(), line), account, entry, part)));
        return entry;
    }

    private Map<Entry, Due> dues(ModelSale sale, ModelAccount account) {
        Map<Entry, Due> dues = new LinkedHashMap<>();
        long step = shop.rules(account.club, sale.at()).earning().rounding().hundredths();
        for (Original line : sale.originals()) {
            for (Gain gain : gains) {
                long share = gain.account == account && gain.line.equals(line) ? share(sale, gain, step) : 0;
                if (share > 0) {
                    dues.computeIfAbsent(gain.entry, any -> new Due()).shares.put(gain, share);
                }
            }
        }
        dues.forEach((entry, due) -> due.points = Math.min(
                due.shares.values().stream().mapToLong(Long::longValue).sum(),
                account.left(entry, account.at(shop.now))));
        dues.values().removeIf(due -> due.points == 0);
        return dues;
    }

    /** The share of the value that has come back by now, in whole steps, less what was called back; all with the last part. */
    private long share(ModelSale sale, Gain gain, long step) {
        Line sold = kept.get(gain.line.key()).sale.lines().get(gain.line.line() - 1);
        boolean byAmount = sold.amount().signum() != 0;
        BigDecimal whole = byAmount ? sold.amount() : sold.quantity();
        BigDecimal back = back(sale, gain.line, byAmount);
        for (Kept earlier : kept.values()) {
            back = back.add(back(earlier.sale, gain.line, byAmount));
        }
        long steps = back.compareTo(whole) >= 0
                ? gain.points
                : step
                        * back.multiply(BigDecimal.valueOf(gain.points))
                                .divide(whole.multiply(BigDecimal.valueOf(step)), 0, RoundingMode.FLOOR)
                                .longValueExact();
        return Math.max(steps - gain.calledBack, 0);
    }

    private static BigDecimal back(ModelSale sale, Original line, boolean byAmount) {
        return sale.lines().stream()
                .filter(part -> line.equals(part.back()))
                .map(part -> byAmount ? part.amount() : part.quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .abs();
    }
}
