package org.openmembership.backtest;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
import org.openmembership.backtest.AccountTrial.Awards;
import org.openmembership.backtest.BackTestResult.Amounts;
import org.openmembership.backtest.BackTestResult.Comparison;
import org.openmembership.backtest.KnownPurchases.Back;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.purchase.SharedPurchase;
import org.openmembership.rules.ClubRules;
import org.openmembership.rules.Earner;
import org.openmembership.shared.Points;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.PublishedClubs;
import org.openmembership.step.SaleTrial;
import org.openmembership.storage.Stores;

/** A page of accounts, whose purchases go by page by page: seven questions for each page, however long receipts are, and two more where
 * lines came back. */
final class AccountsPage {
    private static final int PURCHASES = 500;

    private final Map<AccountId, AccountTrial> trials = new LinkedHashMap<>();
    private final List<MemberAccount> accounts;
    private final Club current;
    private final ClubRules changed;
    private final BackTestOptions options;
    private final Instant now;

    AccountsPage(List<MemberAccount> accounts, Club current, ClubRules changed, BackTestOptions options, Instant now) {
        this.accounts = List.copyOf(accounts);
        this.current = current;
        this.changed = changed;
        this.options = options;
        this.now = now;
    }

    Collection<Outcome> read(PublishedClubs clubs, Stores stores) {
        Set<AccountId> ids = accounts.stream().map(MemberAccount::id).collect(Collectors.toSet());
        Map<AccountId, List<SchemeMove>> moves =
                stores.accounts().movesOf(ids).stream().collect(groupingBy(SchemeMove::account));
        for (MemberAccount account : accounts) {
            trials.put(
                    account.id(),
                    new AccountTrial(
                            account,
                            moves.getOrDefault(account.id(), List.of()),
                            first(account),
                            List.of(current, changed.club()),
                            clubs));
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

    /** Of an account that was there before, the first day of the stretch. */
    private LocalDate first(MemberAccount account) {
        Instant opened = account.owner().openedAt();
        return current.businessDate(opened.isBefore(options.from()) ? options.from() : opened);
    }

    private Outcome outcome(AccountTrial trial) {
        Instant end = options.to();
        trial.until(end);
        return new Outcome(trial, trial.schemeBefore(end), trial.schemeAfter(end), isReviewed(trial));
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
        Instant recorded = one.kept().recordedAt();
        trial.until(recorded);
        Earner earner = trial.earner(recorded, changed.club(), options.earning());
        SaleTrial.Outcome would = new SaleTrial(sale, known.back(sale.key())).by(changed, earner);

        PublishedClub posting = clubs.require(current.id(), sale.purchasedAt(), stores);
        Club then = posting.club();
        Points before = given.values().stream().reduce(Points.ZERO, Points::plus);
        Comparison comparison = new Comparison(amounts(before, then), amounts(would.points(), changed.club()));
        if (sale.currency().equals(current.place().currency())) {
            List<Back> backs = known.backs(sale.key());
            Earner held = new Earner(earner.account(), trial.schemeAt(recorded, then), earner.counted());
            Points left = given.getOrDefault(PointKind.AWARD, Points.ZERO);
            trial.sold(
                    sale,
                    backs,
                    awards(sale, backs, posting.rules(), held, left),
                    awards(sale, backs, changed, earner, would.of(PointKind.AWARD)));
        }
        trial.add(YearMonth.from(current.businessDate(sale.purchasedAt())), comparison, would.used());
    }

    /** @param left what is left of it in the end */
    private static Awards awards(Purchase sale, List<Back> backs, ClubRules rules, Earner earner, Points left) {
        List<Points> awards = new ArrayList<>();
        List<ReturnedLine> back = new ArrayList<>();
        for (Back receipt : backs) {
            awards.add(new SaleTrial(sale, back).by(rules, earner).of(PointKind.AWARD));
            back.addAll(receipt.lines());
        }
        awards.add(left);
        return new Awards(awards);
    }

    private static Amounts amounts(Points points, Club club) {
        BigDecimal perPoint = club.points().value().perPoint().getAmount();
        return new Amounts(points, perPoint.multiply(points.toBigDecimal()));
    }
}
