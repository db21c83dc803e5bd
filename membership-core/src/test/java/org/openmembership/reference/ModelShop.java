package org.openmembership.reference;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.openmembership.reference.ModelAccount.Entry;

/** What all commands share: the accounts, the rules of clubs as they followed each other, the clock, and the first answers. */
final class ModelShop {
    private static final Set<String> PASSING =
            Set.of("UNKNOWN_ACCOUNT", "UNKNOWN_ENTRY", "UNKNOWN_HOLD", "UNKNOWN_LOT");

    final Map<String, ModelAccount> accounts = new TreeMap<>();
    private final Map<String, TreeMap<Integer, Version>> clubs = new HashMap<>();
    private final Map<String, Answered> answered = new HashMap<>();
    Instant now;

    private record Version(Instant from, ModelRules rules) {}

    private record Answered(String content, Outcome outcome) {}

    ModelShop(Instant now) {
        this.now = now;
    }

    /** Publishes rules from now on; false where a version before would hold from later on. */
    boolean publish(String club, ModelRules rules) {
        TreeMap<Integer, Version> versions = clubs.computeIfAbsent(club, any -> new TreeMap<>());
        if (!versions.isEmpty() && now.isBefore(versions.lastEntry().getValue().from)) {
            return false;
        }
        versions.put(versions.size(), new Version(now, rules));
        return true;
    }

    ModelRules rules(String club) {
        return rules(club, now);
    }

    /** The rules for what occurs at an instant; the first ones also for what occurred before them. */
    ModelRules rules(String club, Instant at) {
        TreeMap<Integer, Version> versions = clubs.get(club);
        Version found = versions.get(0);
        for (Version version : versions.values()) {
            found = at.isBefore(version.from) ? found : version;
        }
        return found.rules;
    }

    /** The answer of before to the same command; else what {@code command} comes to, remembered if it stands. */
    Outcome once(
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
        int known = found.entries.size();
        Outcome outcome = command.apply(found);
        found.keepAlive(known);
        if (!PASSING.contains(outcome.name())) {
            answered.put(scope, new Answered(account + " " + content, outcome));
        }
        return outcome;
    }

    static Outcome done(ModelAccount account, Entry entry, Instant at) {
        account.end(entry);
        return new Outcome("DONE", List.of(entry.id), account.available(at), false);
    }
}
