package org.openmembership.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.reference.ModelAccount.Entry;
import org.openmembership.reference.ModelAccount.Lot;
import org.openmembership.reference.ModelAccount.Take;

/** Accounts, lots, debts, keys, and what commands do to them. */
public final class Model {
    private static final Set<String> REVERSIBLE =
            Set.of("SALE", "REDEMPTION", "POSITIVE_ADJUSTMENT", "NEGATIVE_ADJUSTMENT", "OPENING");
    private static final Set<String> PASSING = Set.of("UNKNOWN_ACCOUNT", "UNKNOWN_ENTRY");

    private final Map<String, ModelAccount> accounts = new TreeMap<>();
    private final Map<String, TreeMap<Integer, Version>> clubs = new HashMap<>();
    private final Map<String, Answered> answered = new HashMap<>();
    private Instant now;

    private record Version(Instant from, ModelRules rules) {}

    private record Answered(String content, Outcome outcome) {}

    public Model(Instant now) {
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    public void setNow(Instant instant) {
        now = instant;
    }

    /** Publishes rules from now on; false where a version before would hold from later on. */
    public boolean publish(String club, ModelRules rules) {
        TreeMap<Integer, Version> versions = clubs.computeIfAbsent(club, any -> new TreeMap<>());
        if (!versions.isEmpty() && now.isBefore(versions.lastEntry().getValue().from)) {
            return false;
        }
        versions.put(versions.size(), new Version(now, rules));
        return true;
    }

    private ModelRules rules(String club) {
        TreeMap<Integer, Version> versions = clubs.get(club);
        Version found = versions.get(0);
        for (Version version : versions.values()) {
            found = now.isBefore(version.from) ? found : version;
        }
        return found.rules;
    }

    public void open(String account, String club) {
        accounts.put(account, new ModelAccount(account, club));
    }

    public void setBlocked(String account, boolean blocked) {
        accounts.get(account).blocked = blocked;
    }

    public void close(String account) {
        accounts.get(account).closed = true;
    }

    /** The answer of before to the same command; else what {@code command} comes to, remembered if it stands. */
    private Outcome once(
            String operation, String key, String account, String content, Function<ModelAccount, Outcome> command) {
        ModelAccount found = accounts.get(account);
        if (found == null) {
            return Outcome.refused(operation.equals("REVERSAL") ? "UNKNOWN_ENTRY" : "UNKNOWN_ACCOUNT", 0);
        }
        String scope = operation + " " + found.club + " " + key;
        Answered before = answered.get(scope);
        if (before != null) {
            boolean same = before.content.equals(account + " " + content);
            return same ? before.outcome.again() : Outcome.refused("KEY_REUSED", 0);
        }
        Outcome outcome = command.apply(found);
        if (!PASSING.contains(outcome.name())) {
            answered.put(scope, new Answered(account + " " + content, outcome));
        }
        return outcome;
    }

    public Outcome redeem(String account, long points, @Nullable Instant grantedOfflineAt, String key) {
        return once("REDEMPTION", key, account, points + " " + grantedOfflineAt, found -> {
            ModelRules.Spending rules = rules(found.club).spending();
            Instant at = found.at(now);
            long available = found.available(at);
            long limit = Math.max(available, 0) + (grantedOfflineAt == null ? 0 : rules.offlineLimit());
            if (found.closed || found.blocked) {
                return Outcome.refused(found.closed ? "CLOSED" : "BLOCKED", available);
            }
            if (points < rules.minimum() || points > limit) {
                return Outcome.refused(points < rules.minimum() ? "BELOW_MINIMUM" : "NOT_ENOUGH_POINTS", available);
            }
            Entry entry = found.begin("REDEMPTION", grantedOfflineAt == null ? at : grantedOfflineAt, at);
            found.owe(entry, spend(found, entry, points, at, rules.oldestFirst()));
            return done(found, entry, at);
        });
    }

    private static long spend(ModelAccount account, Entry entry, long points, Instant at, boolean oldestFirst) {
        long left = points;
        for (Lot lot : account.inForce(at, oldestFirst)) {
            left = account.take(entry, lot, left);
        }
        return left;
    }

    private static Outcome done(ModelAccount account, Entry entry, Instant at) {
        account.end(entry);
        return new Outcome("DONE", List.of(entry.id), account.available(at), false);
    }

    public Outcome adjust(String account, long points, String key) {
        return once("ADJUSTMENT", key, account, Long.toString(points), found -> {
            ModelRules rules = rules(found.club);
            Instant at = found.at(now);
            if (found.closed) {
                return Outcome.refused("CLOSED", found.available(at));
            }
            if (-points > Math.max(found.available(at), 0)) {
                return Outcome.refused("NOT_ENOUGH_POINTS", found.available(at));
            }
            Entry entry = found.begin(points > 0 ? "POSITIVE_ADJUSTMENT" : "NEGATIVE_ADJUSTMENT", at, at);
            if (points > 0) {
                found.open(entry, found.repay(points), at, at, rules.endOfNew(at));
            } else {
                spend(found, entry, -points, at, rules.spending().oldestFirst());
            }
            return done(found, entry, at);
        });
    }

    public Outcome reverse(String account, long seq, String key) {
        return once("REVERSAL", key, account, Long.toString(seq), found -> {
            if (seq > found.entries.size()) {
                return Outcome.refused("UNKNOWN_ENTRY", 0);
            }
            Entry undone = found.entries.get((int) seq - 1);
            if (found.closed) {
                return Outcome.refused("CLOSED", 0);
            }
            if (!REVERSIBLE.contains(undone.kind)) {
                return Outcome.refused("NOT_REVERSIBLE", 0);
            }
            if (undone.undone) {
                return Outcome.refused("ALREADY_REVERSED", 0);
            }
            return undone.points < 0 ? giveBack(found, undone) : takeBack(found, undone);
        });
    }

    private Outcome takeBack(ModelAccount account, Entry undone) {
        Instant at = account.at(now);
        ModelRules.Spending rules = rules(account.club).spending();
        long points = undone.points - undone.takenBack;
        for (Lot lot : account.lots) {
            if (lot.entry == undone) {
                points -= lot.expired + (lot.isLapsed(at) ? lot.open : 0);
            }
        }
        points = Math.max(points, 0);
        long there = account.lots.stream()
                .filter(lot -> !lot.isLapsed(at))
                .mapToLong(lot -> lot.open)
                .sum();
        if (rules.gone() == ModelRules.Gone.REFUSE && there < points) {
            return Outcome.refused("ALREADY_SPENT", 0);
        }
        Entry entry = account.begin("REVERSAL", at, at);
        entry.related = undone.id;
        long left = points;
        for (Lot lot : ownFirst(account, undone, at, rules.oldestFirst())) {
            left = account.take(entry, lot, left);
        }
        account.owe(entry, rules.gone() == ModelRules.Gone.DEBT ? left : 0);
        undone.undone = true;
        return done(account, entry, at);
    }

    private static List<Lot> ownFirst(ModelAccount account, Entry own, Instant at, boolean oldestFirst) {
        List<Lot> first = new ArrayList<>();
        List<Lot> others = new ArrayList<>();
        List<Lot> pending = new ArrayList<>();
        account.lots.stream().sorted(ModelAccount.order(oldestFirst)).forEach(lot -> {
            if (!lot.isLapsed(at)) {
                (lot.entry == own ? first : lot.isPending(at) ? pending : others).add(lot);
            }
        });
        first.addAll(others);
        first.addAll(pending);
        return first;
    }

    private Outcome giveBack(ModelAccount account, Entry undone) {
        Instant at = account.at(now);
        ModelRules rules = rules(account.club);
        Entry entry = account.begin("REVERSAL", at, at);
        entry.related = undone.id;
        List<Lot> late = new ArrayList<>();
        for (Take take : debtFirst(undone)) {
            long left = account.repay(take.points());
            Lot from = take.lot();
            if (from == null) {
                account.open(entry, left, at, at, rules.endOfNew(at));
            } else if (!from.isLapsed(at)) {
                from.open += left;
            } else {
                Instant grace = rules.endOfGrace(at);
                Instant end = from.end.isBefore(grace) ? grace : from.end;
                Lot fresh = account.open(entry, left, from.earnedAt, at, end);
                if (fresh != null && fresh.isLapsed(at)) {
                    late.add(fresh);
                }
            }
        }
        undone.undone = true;
        account.end(entry);
        List<String> made = new ArrayList<>(List.of(entry.id));
        for (Lot lot : late) {
            account.expire(lot, at);
            made.add(account.entries.get(account.entries.size() - 1).id);
        }
        return new Outcome("DONE", made, account.available(at), false);
    }

    /** What was left owing is settled first, then lot by lot as they were opened. */
    private static List<Take> debtFirst(Entry entry) {
        List<Take> takes = new ArrayList<>(entry.takes);
        takes.sort((one, other) -> {
            Lot first = one.lot();
            Lot second = other.lot();
            if (first == null || second == null) {
                return first == second ? 0 : first == null ? -1 : 1;
            }
            int bySeq = Long.compare(first.entry.seq, second.entry.seq);
            return bySeq != 0 ? bySeq : Integer.compare(first.number, second.number);
        });
        return takes;
    }

    public Outcome transfer(String from, String to, long points, String key) {
        return once("TRANSFER", key, from, to + " " + points, source -> {
            ModelAccount target = accounts.get(to);
            if (target == null) {
                return Outcome.refused("UNKNOWN_ACCOUNT", 0);
            }
            ModelRules rules = rules(source.club);
            Instant at = source.at(now);
            String refusal = refusal(source, target, points, rules, at);
            return refusal == null
                    ? move(source, target, points, rules, at)
                    : Outcome.refused(refusal, source.available(at));
        });
    }

    private static @Nullable String refusal(
            ModelAccount source, ModelAccount target, long points, ModelRules rules, Instant at) {
        if (!source.club.equals(target.club)) {
            return "OTHER_CLUB";
        }
        if (source.closed || target.closed) {
            return "CLOSED";
        }
        if (source.blocked || target.blocked) {
            return "BLOCKED";
        }
        Instant outlived = rules.mustOutlive(at);
        long lasting = source.lots.stream()
                .filter(lot -> lot.isInForce(at) && lot.end.isAfter(outlived))
                .mapToLong(lot -> lot.open)
                .sum();
        if (Math.min(lasting, source.available(at)) < points) {
            return "NOT_ENOUGH_POINTS";
        }
        return rules.arriving(points) == 0 ? "NOTHING_ARRIVES" : null;
    }

    private Outcome move(ModelAccount source, ModelAccount target, long points, ModelRules rules, Instant at) {
        Instant there = target.at(now);
        Entry left = source.begin("TRANSFER_FROM", at, at);
        Entry arrived = target.begin("TRANSFER_TO", there, there);
        left.related = arrived.id;
        arrived.related = left.id;
        long arriving = rules.arriving(points);
        long gone = 0;
        long given = 0;
        for (Lot lot : source.inForce(at, rules.spending().oldestFirst())) {
            if (lot.end.isAfter(rules.mustOutlive(at))) {
                gone = points - source.take(left, lot, points - gone);
                long upToHere = Math.multiplyExact(arriving, gone) / points;
                Instant end = rules.endOfMoved(lot.end, there);
                target.open(arrived, target.repay(upToHere - given), lot.earnedAt, there, end);
                given = upToHere;
            }
        }
        source.end(left);
        target.end(arrived);
        return new Outcome("DONE", List.of(left.id, arrived.id), 0, false);
    }

    /** Writes off what has lapsed in a club; how many accounts, lots and hundredths that were. */
    public List<Long> expire(String club) {
        long[] sums = new long[3];
        for (ModelAccount account : accounts.values()) {
            if (account.club.equals(club) && !account.lapsed(now).isEmpty()) {
                Instant at = account.at(now);
                sums[0]++;
                for (Lot lot : account.lapsed(at)) {
                    sums[1]++;
                    sums[2] += lot.open;
                    account.expire(lot, at);
                }
            }
        }
        return List.of(sums[0], sums[1], sums[2]);
    }

    /** The next instant after now at which points of an account lapse. */
    public @Nullable Instant nextEnd() {
        return accounts.values().stream()
                .flatMap(account -> account.lots.stream())
                .filter(lot -> lot.open > 0 && lot.end.isAfter(now) && lot.end.isBefore(ModelRules.NEVER))
                .map(lot -> lot.end)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** All that can be seen of an account, as lines of text. */
    public List<String> view(String id) {
        ModelAccount account = accounts.get(id);
        Instant at = account.at(now);
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
                        "" + lot.end))
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
