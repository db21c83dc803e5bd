package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.envoy.EnvoyReward;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.envoy.Patronage;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Stores;

/**
 * Gives envoys their share of what recruits earn in a journal of sales, and takes it back with what comes back (A52, R56).
 *
 * <p>Each of its entries belongs to a command of its own, named by the recruit's entry it goes with, so that it is written once
 * however often the sale is sent. Not thread-safe.
 */
final class EnvoyRewards {
    /** Why an envoy has the points. */
    static final ReasonCode REASON = ReasonCode.of("ENVOY");

    private final SaleJournal journal;
    private final Stores stores;
    private final Map<MemberId, Patronage> patronages = new HashMap<>();
    private final List<EnvoyReward> kept = new ArrayList<>();

    EnvoyRewards(SaleJournal journal, Stores stores) {
        this.journal = journal;
        this.stores = stores;
    }

    /** Learns who has recruited these members, and locks what accounts of theirs are not locked yet. */
    void expect(Set<MemberId> members) {
        for (Patronage patronage : stores.envoys().patronages(members)) {
            patronages.put(patronage.recruit().member(), patronage);
            journal.lock(Set.copyOf(patronage.accounts()));
        }
    }

    /**
     * Heeds what a sale has earned, and what came back with it.
     *
     * @param lines the shares in entries of {@code account} that were just decided
     * @param buyer who bought, null where that is nobody
     */
    void heed(List<EarnedLine> lines, AccountId account, @Nullable MemberId buyer, Instant at) {
        Map<ExternalKey, Points> sums = new TreeMap<>();
        Map<ExternalKey, EntryId> entries = new HashMap<>();
        for (EarnedLine line : lines) {
            if (line.kind() == PointKind.AWARD) {
                sums.merge(line.line().purchase(), line.points(), Points::plus);
                entries.putIfAbsent(line.line().purchase(), line.entry());
            }
        }
        Map<ExternalKey, Points> back = new TreeMap<>();
        sums.forEach((sale, points) -> {
            EntryId entry = entries.get(sale);
            if (points.isPositive() && buyer != null && entry != null) {
                give(
                        new EnvoyReward.Place(
                                sale, account, journal.account(account).club()),
                        entry,
                        points,
                        buyer,
                        at);
            } else if (points.isNegative()) {
                back.put(sale, points.negated());
            }
        });
        if (!back.isEmpty()) {
            takeBack(back, entries, account);
        }
    }

    private void give(EnvoyReward.Place place, EntryId by, Points earned, MemberId buyer, Instant at) {
        Patronage patronage = patronages.get(buyer);
        Optional<EnvoyTerms> terms = patronage == null ? Optional.empty() : patronage.termsAt(at);
        Optional<AccountLedger> account =
                terms.isEmpty() || patronage == null ? Optional.empty() : account(patronage, place);
        if (account.isEmpty()) {
            return;
        }
        AccountLedger envoy = account.get();
        PublishedClub published = journal.clubs().require(place.club(), at, stores);
        if (!journal.isEligible(envoy.account().id(), published)) {
            return;
        }
        Club club = published.club();
        EnvoyReward.Promise promise =
                new EnvoyReward.Promise(terms.get().percent(), club.points().rounding());
        Points due = terms.get().of(earned, promise.rounding());
        if (due.isPositive() && fits(envoy, due)) {
            PointEntry.Cause cause = cause(envoy, EntryKind.POSITIVE_ADJUSTMENT, by, null);
            PointEntry entry = envoy.earn(cause, due, life(envoy, club, at));
            kept.add(EnvoyReward.first(place, entry.id(), promise, earned, due));
            record(entry);
            journal.explain(entry, EnvoyShare.explain(entry, earned, promise, club));
        }
    }

    /** The envoy's in the same club, while it may collect; an envoy gets nothing for what is earned on an account of its own. */
    private Optional<AccountLedger> account(Patronage patronage, EnvoyReward.Place place) {
        for (AccountId id : patronage.accounts()) {
            AccountLedger envoy = journal.ledger(id);
            if (envoy.account().club().equals(place.club())) {
                boolean mayCollect = !id.equals(place.account())
                        && !envoy.account().isClosed()
                        && envoy.account().block().isEmpty();
                return mayCollect ? Optional.of(envoy) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean fits(AccountLedger envoy, Points due) {
        try {
            envoy.balance().booked().plus(due);
            return true;
        } catch (ArithmeticException beyond) {
            return false;
        }
    }

    /** As usable as what the recruit earned, and for as long as what is earned today. */
    private static Lot.Life life(AccountLedger envoy, Club club, Instant soldAt) {
        Instant available = club.availableFrom(soldAt);
        return new Lot.Life(
                envoy.at(), available.isAfter(envoy.at()) ? available : envoy.at(), club.lapsesAt(envoy.at()));
    }

    private void takeBack(Map<ExternalKey, Points> back, Map<ExternalKey, EntryId> by, AccountId account) {
        for (EnvoyReward before : stores.envoys().rewards(back.keySet())) {
            EntryId entry = by.get(before.place().sale());
            boolean isHere =
                    before.place().club().equals(journal.account(account).club());
            if (isHere && entry != null && before.earned().isPositive()) {
                EnvoyReward after =
                        before.without(back.getOrDefault(before.place().sale(), Points.ZERO));
                kept.add(after);
                takeBack(before, before.given().minus(after.given()), entry);
            }
        }
    }

    private void takeBack(EnvoyReward reward, Points points, EntryId by) {
        if (!points.isPositive()) {
            return;
        }
        AccountLedger envoy = holder(reward.entry().account());
        if (envoy.account().isClosed()) {
            return;
        }
        Club club = journal.clubs()
                .require(reward.place().club(), envoy.at(), stores)
                .club();
        EnvoyShare.takeBack(reward, points, envoy, club, stores)
                .flatMap(share -> share.takeBack()
                        .from(
                                envoy,
                                cause(envoy, EntryKind.REVERSAL, by, reward.entry()),
                                share.points(),
                                club.terms().spending(),
                                stores))
                .ifPresent(this::record);
    }

    /** Who has what the account had, locked; it may be merged away while it is waited for. */
    private AccountLedger holder(AccountId account) {
        AccountId holder = ReturnAccounts.holders(Set.of(account), stores).getOrDefault(account, account);
        while (journal.lock(Set.of(holder))) {
            holder = ReturnAccounts.holders(Set.of(account), stores).getOrDefault(account, account);
        }
        return journal.ledger(holder);
    }

    private PointEntry.Cause cause(AccountLedger envoy, EntryKind kind, EntryId by, @Nullable EntryId related) {
        PublishedClub club = journal.clubs().require(envoy.account().club(), envoy.at(), stores);
        return EnvoyShare.cause(envoy, club, kind, by, related);
    }

    private void record(PointEntry entry) {
        CommandKey key = entry.cause().origin().command();
        journal.record(key, Fingerprint.of(key.toString()), entry.account(), List.of(entry), Answer.of("GIVEN"));
    }

    void write() {
        if (!kept.isEmpty()) {
            stores.envoys().keep(List.copyOf(kept));
            kept.clear();
        }
    }
}
