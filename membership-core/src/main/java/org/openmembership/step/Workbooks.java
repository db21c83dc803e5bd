package org.openmembership.step;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotSummary;
import org.openmembership.ledger.OpenLots;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** Opens the workbooks of locked accounts, reading only what their heads do not answer. */
public final class Workbooks {
    private Workbooks() {}

    /** A workbook for each account, by id; none has lots yet. */
    public static Map<AccountId, AccountLedger> open(Collection<MemberAccount> accounts, Instant now, Stores stores) {
        Map<Instant, Set<AccountId>> stale = new HashMap<>();
        for (MemberAccount account : accounts) {
            Instant at = account.head().recordedAt(now);
            if (!account.head().answersAt(at)) {
                stale.computeIfAbsent(at, any -> new HashSet<>()).add(account.id());
            }
        }
        Map<AccountId, LotSummary> summaries = new HashMap<>();
        stale.forEach((at, ids) -> summaries.putAll(stores.ledger().summaries(ids, at)));

        Map<AccountId, AccountLedger> ledgers = new TreeMap<>();
        for (MemberAccount account : accounts) {
            ledgers.put(account.id(), AccountLedger.of(account, now, summaries.get(account.id())));
        }
        learnHolds(ledgers, stores);
        return ledgers;
    }

    /** A workbook for one account. */
    public static AccountLedger open(MemberAccount account, Instant now, Stores stores) {
        return Objects.requireNonNull(open(List.of(account), now, stores).get(account.id()));
    }

    /** Only of accounts whose head says that some may be in force. */
    private static void learnHolds(Map<AccountId, AccountLedger> ledgers, Stores stores) {
        Map<Instant, Set<AccountId>> holding = new HashMap<>();
        ledgers.forEach((account, ledger) -> {
            if (ledger.at().isBefore(ledger.account().head().changes().heldUntil())) {
                holding.computeIfAbsent(ledger.at(), any -> new HashSet<>()).add(account);
            }
        });
        holding.forEach((at, accounts) -> {
            List<Hold> holds = stores.ledger().holds(accounts, at);
            for (AccountId account : accounts) {
                List<Hold> own = holds.stream()
                        .filter(hold -> hold.account().equals(account))
                        .toList();
                Objects.requireNonNull(ledgers.get(account)).holds().learn(own);
            }
        });
    }

    /**
     * Makes the lots known that cover {@code taken} besides what is held of them, reading again where those found by an earlier question do not reach,
     * or where that was asked for an earlier instant than the account's: what is in force then, and so comes first, may be
     * others.
     *
     * @param asked the question that {@code found} answers, for the same instant or an earlier one
     */
    public static void cover(
            AccountLedger ledger, @Nullable Cover asked, @Nullable OpenLots found, Cover taken, Stores stores) {
        Cover wanted = new Cover(taken.points().plus(ledger.holds().total()), taken.order(), taken.at());
        if (found != null) {
            ledger.with(found.lots());
        }
        boolean answered = found != null
                && (found.complete()
                        || wanted.equals(asked) && !inForce(found, wanted.at()).isLessThan(wanted.points()));
        if (!answered) {
            ledger.with(stores.ledger().lots(ledger.account().id(), wanted).lots());
        }
    }

    private static Points inForce(OpenLots found, Instant at) {
        Points sum = Points.ZERO;
        for (Lot lot : found.lots()) {
            sum = lot.life().isInForce(at) ? sum.plus(lot.remaining()) : sum;
        }
        return sum;
    }
}
