package org.openmembership.backtest;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.backtest.BackTestResult.Amounts;
import org.openmembership.backtest.BackTestResult.Comparison;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.purchase.SharedPurchase;
import org.openmembership.rules.ClubRules;
import org.openmembership.shared.Points;
import org.openmembership.step.PublishedClubs;
import org.openmembership.step.SaleTrial;
import org.openmembership.storage.Stores;

/** A page of accounts, whose purchases go by page by page: seven questions for each page, however long receipts are. */
final class AccountsPage {
    private static final int PURCHASES = 500;

    private final Map<AccountId, AccountTrial> trials = new LinkedHashMap<>();
    private final List<MemberAccount> accounts;
    private final Club current;
    private final ClubRules changed;
    private final Instant now;

    AccountsPage(List<MemberAccount> accounts, Club current, ClubRules changed, Instant now) {
        this.accounts = List.copyOf(accounts);
        this.current = current;
        this.changed = changed;
        this.now = now;
    }

    Collection<Outcome> read(BackTestOptions options, PublishedClubs clubs, Stores stores) {
        Set<AccountId> ids = accounts.stream().map(MemberAccount::id).collect(Collectors.toSet());
        Map<AccountId, List<SchemeMove>> moves =
                stores.accounts().movesOf(ids).stream().collect(groupingBy(SchemeMove::account));
        for (MemberAccount account : accounts) {
            trials.put(account.id(), new AccountTrial(account, moves.getOrDefault(account.id(), List.of())));
        }
        @Nullable SharedPurchase last = null;
        List<SharedPurchase> page;
        do {
            page = stores.purchases().shared(ids, options.from(), options.to(), last, PURCHASES);
            KnownPurchases known = KnownPurchases.of(page, changed.club(), stores);
            page.forEach(one -> add(one, known, clubs, stores));
            last = page.size() < PURCHASES ? null : page.get(PURCHASES - 1);
        } while (last != null);
        return trials.values().stream().map(this::outcome).toList();
    }

    private Outcome outcome(AccountTrial trial) {
        return new Outcome(trial, trial.schemeBefore(current), trial.schemeAfter(changed.club()), isReviewed(trial));
    }

    private boolean isReviewed(AccountTrial trial) {
        MemberAccount account = trial.account();
        return !account.isClosed() && account.pinOn(current.businessDate(now)).isEmpty();
    }

    /** An account at its end. */
    record Outcome(AccountTrial trial, SchemeId before, SchemeId after, boolean reviewed) {}

    private void add(SharedPurchase one, KnownPurchases known, PublishedClubs clubs, Stores stores) {
        Purchase sale = one.kept().purchase();
        boolean onlyGivesBack = sale.lines().stream().allMatch(line -> line.returnOf() != null);
        if (onlyGivesBack || !known.isPosted(one)) {
            return;
        }
        AccountTrial trial = Objects.requireNonNull(trials.get(one.account()));
        Map<PointKind, Points> given = known.given(one);
        List<ReturnedLine> back = known.back(sale.key());
        SaleTrial.Outcome would =
                new SaleTrial(sale, back).by(changed, trial.earner(one.kept().recordedAt(), changed.club()));

        Club then = clubs.require(current.id(), sale.purchasedAt(), stores).club();
        Points before = given.values().stream().reduce(Points.ZERO, Points::plus);
        Comparison comparison = new Comparison(amounts(before, then), amounts(would.points(), changed.club()));
        trial.add(YearMonth.from(current.businessDate(sale.purchasedAt())), comparison, would.used());
        trial.award(given, would.of(PointKind.AWARD));
        if (sale.currency().equals(current.place().currency())) {
            trial.spent(spent(sale, back));
        }
    }

    private static Amounts amounts(Points points, Club club) {
        BigDecimal perPoint = club.points().value().perPoint().getAmount();
        return new Amounts(points, perPoint.multiply(points.toBigDecimal()));
    }

    private static BigDecimal spent(Purchase sale, List<ReturnedLine> back) {
        BigDecimal spent = BigDecimal.ZERO;
        for (var line : sale.lines()) {
            spent = line.returnOf() == null ? spent.add(line.amount().getAmount()) : spent;
        }
        for (ReturnedLine line : back) {
            spent = spent.add(line.amount().getAmount());
        }
        return spent;
    }
}
