package org.openmembership.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.reference.ModelAccount.Lot;

/** Accounts, lots, debts, keys, and what commands do to them. */
public final class Model {
    private final ModelShop shop;
    private final ModelSpending spending;
    private final ModelReversals reversals;
    private final ModelTransfers transfers;
    private final ModelSales sales;
    private final ModelHolds holds;
    private final ModelExtensions extensions;

    public Model(Instant now) {
        shop = new ModelShop(now);
        spending = new ModelSpending(shop);
        reversals = new ModelReversals(shop);
        transfers = new ModelTransfers(shop);
        sales = new ModelSales(shop);
        holds = new ModelHolds(shop);
        extensions = new ModelExtensions(shop);
    }

    public Instant now() {
        return shop.now;
    }

    public void setNow(Instant instant) {
        shop.now = instant;
    }

    /** Publishes rules from now on; false where a version before would hold from later on. */
    public boolean publish(String club, ModelRules rules) {
        return shop.publish(club, rules);
    }

    public void open(String account, String club) {
        shop.accounts.put(account, new ModelAccount(account, club, shop));
    }

    public void setBlocked(String account, boolean blocked) {
        shop.accounts.get(account).blocked = blocked;
    }

    public void close(String account) {
        shop.accounts.get(account).closed = true;
    }

    public Outcome redeem(String account, long points, @Nullable Instant grantedOfflineAt, String key) {
        return spending.redeem(account, points, grantedOfflineAt, key);
    }

    public Outcome adjust(String account, long points, String key) {
        return spending.adjust(account, points, key);
    }

    public Outcome reverse(String account, long seq, String key) {
        return reversals.reverse(account, seq, key);
    }

    public Outcome transfer(String from, String to, long points, String key) {
        return transfers.transfer(from, to, points, key);
    }

    public Outcome hold(String account, long points, Duration life, String key) {
        return holds.place(account, points, life, key);
    }

    public Outcome capture(String account, String hold, long points, String key) {
        return holds.capture(account, hold, points, key);
    }

    public Outcome release(String account, String hold, String key) {
        return holds.release(account, hold, key);
    }

    public Outcome extend(String account, long seq, LocalDate lastDay, String key) {
        return extensions.extend(account, seq, lastDay, key);
    }

    public Outcome sell(ModelSale sale) {
        return sales.sell(sale);
    }

    /** Writes off what has lapsed in a club; how many accounts, lots and hundredths that were. */
    public List<Long> expire(String club) {
        long[] sums = new long[3];
        for (ModelAccount account : shop.accounts.values()) {
            if (account.club.equals(club) && !account.lapsed(shop.now).isEmpty()) {
                Instant at = account.at(shop.now);
                sums[0]++;
                for (Lot lot : account.lapsed(at)) {
                    sums[1]++;
                    sums[2] += lot.open;
                    account.expire(lot, at, at);
                }
            }
        }
        return List.of(sums[0], sums[1], sums[2]);
    }

    /** The next instant after now at which points of an account lapse or a hold ends. */
    public @Nullable Instant nextEnd() {
        Stream<Instant> lots = shop.accounts.values().stream()
                .flatMap(account -> account.lots.stream())
                .filter(lot -> lot.open > 0)
                .map(lot -> lot.end);
        Stream<Instant> holds = shop.accounts.values().stream()
                .flatMap(account -> account.holds.stream())
                .filter(hold -> !hold.over)
                .map(hold -> hold.until);
        return Stream.concat(lots, holds)
                .filter(end -> end.isAfter(shop.now) && end.isBefore(ModelRules.NEVER))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** All that can be seen of an account, as lines of text. */
    public List<String> view(String id) {
        ModelAccount account = shop.accounts.get(id);
        Instant at = account.at(shop.now);
        List<String> lines = new ArrayList<>();
        lines.add("balance " + account.booked() + " " + account.available(at) + " " + account.debt);
        account.lots.stream()
                .filter(lot -> lot.open > 0)
                .map(lot -> String.join(
                        " ",
                        "lot",
                        lot.name,
                        lot.open + "/" + lot.granted,
                        "" + lot.earnedAt,
                        "" + lot.from,
                        "" + lot.end,
                        "" + lot.ownEnd))
                .forEach(lines::add);
        account.holds.stream()
                .filter(hold -> hold.isInForce(at))
                .sorted(Comparator.comparing(hold -> hold.key))
                .map(hold -> "hold " + hold.key + " " + hold.points() + " " + hold.until)
                .forEach(lines::add);
        account.entries.stream()
                .map(entry -> String.join(
                        " ",
                        entry.id,
                        entry.kind,
                        "" + entry.points,
                        "" + entry.balanceAfter,
                        "" + entry.occurredAt,
                        "" + entry.recordedAt,
                        "" + entry.related))
                .forEach(lines::add);
        return lines;
    }
}
