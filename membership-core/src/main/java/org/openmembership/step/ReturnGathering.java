package org.openmembership.step;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.EarningTerms.Policies.Returns;
import org.openmembership.club.RuleAccount;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.rules.Earner;
import org.openmembership.rules.ReturnMeasure;
import org.openmembership.rules.ReturnShare;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.LinkedReturns.GivenFirst;
import org.openmembership.step.LinkedReturns.Part;
import org.openmembership.step.LinkedReturns.Spent;
import org.openmembership.storage.Stores;

/** Finds out what a sale with linked returns gives back, and what of it is due (R39). */
final class ReturnGathering {
    private final Purchase purchase;
    private final PublishedClubs clubs;
    private final Stores stores;
    private final Map<OriginalLine, List<PurchaseLine>> returned;
    private final Map<AccountId, ClubId> clubOf = new HashMap<>();
    private final Map<ExternalKey, Purchase> originals = new HashMap<>();
    private final EarlierReturns before;
    private final List<EarnedLine> earned;
    private final ReturnAccounts accounts;
    private final TakenLines taken;
    private final SaleEntries entries;
    private final List<OriginalLine> unknown = new ArrayList<>();
    private final Map<ClubId, SpentPoints.Said> said = new HashMap<>();
    private BigDecimal undone = BigDecimal.ZERO;

    private ReturnGathering(Purchase purchase, Set<ExternalKey> undecided, PublishedClubs clubs, Stores stores) {
        this.purchase = purchase;
        this.clubs = clubs;
        this.stores = stores;
        this.returned = byOriginal(purchase);
        Set<ExternalKey> keys = new LinkedHashSet<>();
        returned.keySet().forEach(original -> keys.add(original.purchase()));
        for (KeptPurchase kept : stores.purchases().findAll(keys)) {
            originals.put(kept.purchase().key(), kept.purchase());
        }
        this.before = EarlierReturns.of(keys, undecided, stores);
        this.earned = stores.ledger().earnedLines(keys);
        this.accounts = ReturnAccounts.of(earned, stores);
        this.taken = new TakenLines(earned, accounts);
        this.entries = SaleEntries.of(earned, stores);
    }

    static LinkedReturns of(Purchase purchase, Set<ExternalKey> undecided, PublishedClubs clubs, Stores stores) {
        ReturnGathering gathering = new ReturnGathering(purchase, undecided, clubs, stores);
        List<Spent> spent = gathering.spent();
        return new LinkedReturns(
                gathering.unknown(),
                gathering.before.waiting(purchase, gathering.originals),
                gathering.parts(),
                gathering.gifts(),
                spent,
                gathering.paidBack(),
                null);
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

    private List<OriginalLine> unknown() {
        returned.keySet().stream().filter(line -> sold(line).isEmpty()).forEach(unknown::add);
        return unknown;
    }

    private Purchase original(ExternalKey key) {
        return Objects.requireNonNull(originals.get(key));
    }

    private Optional<PurchaseLine> sold(OriginalLine line) {
        return Optional.ofNullable(originals.get(line.purchase())).flatMap(sale -> sale.line(line.line()));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Set<EntryId> anew = new LinkedHashSet<>();
        for (EarnedLine line : earned) {
            if (!line.points().isPositive()
                    || !originals.containsKey(line.line().purchase())
                    || taken.isElsewhere(line)) {
                continue;
            }
            if (policy(line) == Returns.RECOMPUTE) {
                anew.add(line.entry());
            } else {
                sold(line.line())
                        .filter(sold -> returned.containsKey(line.line()))
                        .ifPresent(sold -> parts.add(share(line, sold)));
            }
        }
        anew.forEach(entry -> parts.addAll(workedOutAnew(entry)));
        return parts;
    }

    private List<GivenFirst> gifts() {
        return entries.gifts().stream()
                .map(gift -> new GivenFirst(accounts.holder(gift.entry().account()), gift, left(gift)))
                .toList();
    }

    /** What is left of all that was earned with it. */
    private Points left(FirstGift gift) {
        return earned.stream()
                .filter(line -> gift.with().contains(line.entry()))
                .map(taken::left)
                .reduce(Points.ZERO, Points::plus);
    }

    /** By the rules of the sale's own time. */
    private Returns policy(EarnedLine line) {
        ClubId club = clubOf(line.entry().account());
        Purchase sale = original(line.line().purchase());
        return clubs.require(club, sale.purchasedAt(), stores)
                .club()
                .terms()
                .earning()
                .policies()
                .returns();
    }

    private ClubId clubOf(AccountId account) {
        return clubOf.computeIfAbsent(
                account, any -> stores.accounts().find(account).orElseThrow().club());
    }

    private Part share(EarnedLine line, PurchaseLine sold) {
        ReturnMeasure measure = ReturnMeasure.of(sold, sameCurrency(line.line().purchase()));
        BigDecimal earlier = BigDecimal.ZERO;
        for (ReturnedLine back : before.in(clubOf(line.entry().account()))) {
            if (back.original().equals(line.line())) {
                earlier = earlier.add(measure.of(back.quantity(), back.amount()));
            }
        }
        BigDecimal value = BigDecimal.ZERO;
        for (PurchaseLine back : returned.getOrDefault(line.line(), List.of())) {
            value = value.add(measure.of(back.quantity(), back.amount()));
        }
        ReturnShare share = new ReturnShare(line.points(), taken.of(line), measure.whole(sold), earlier);
        return new Part(
                accounts.holder(line.entry().account()),
                entries.require(line.entry()),
                line,
                share,
                value,
                Points.ZERO);
    }

    /** Whether all that ever came back of a sale was paid back in the sale's own money. */
    private boolean sameCurrency(ExternalKey sale) {
        Purchase sold = original(sale);
        return sold.currency().equals(purchase.currency())
                && before.all().stream()
                        .filter(back -> back.original().purchase().equals(sale))
                        .allMatch(back -> back.amount().getCurrencyUnit().equals(sold.currency()));
    }

    private List<Part> workedOutAnew(EntryId id) {
        PointEntry entry = entries.require(id);
        List<EarnedLine> lines = earned.stream()
                .filter(line -> line.entry().equals(id) && line.points().isPositive())
                .toList();
        Purchase sale = original(lines.get(0).line().purchase());
        Recomputation rest = new Recomputation(sale, back(sale, clubOf(entry.account())));
        PublishedClub club = clubs.require(clubOf(entry.account()), sale.purchasedAt(), stores);
        Map<Integer, Points> due = rest.due(
                entry.cause().pointKind(),
                Earner.of(
                        RuleAccount.of(entry.account().value()),
                        entry.cause().basis().scheme()),
                club.rules(),
                left(lines));
        return lines.stream()
                .map(line -> new Part(
                        accounts.holder(line.entry().account()),
                        entry,
                        line,
                        null,
                        BigDecimal.ZERO,
                        due.getOrDefault(line.line().line(), Points.ZERO)))
                .toList();
    }

    private Map<Integer, Points> left(List<EarnedLine> lines) {
        Map<Integer, Points> left = new HashMap<>();
        lines.forEach(line -> left.put(line.line().line(), taken.left(line)));
        return left;
    }

    /** What has come back of each line of a sale, with this return. */
    private Map<Integer, Recomputation.Back> back(Purchase sale, ClubId club) {
        Map<Integer, Recomputation.Back> back = before.back(sale.key(), club);
        returned.forEach((original, lines) -> {
            if (original.purchase().equals(sale.key())) {
                lines.forEach(line -> back.merge(
                        original.line(),
                        Recomputation.Back.NOTHING.plus(
                                line.quantity(), line.amount().getAmount()),
                        (one, other) -> one.plus(other.quantity(), other.amount())));
            }
        });
        return back;
    }

    private List<Spent> spent() {
        List<Spent> spent = new ArrayList<>();
        List<SpentPoints.Restorable> all = SpentPoints.gather(originals.keySet(), stores);
        Map<AccountId, AccountId> holders = ReturnAccounts.holders(
                all.stream().map(paid -> paid.redemption().account()).collect(toSet()), stores);
        for (SpentPoints.Restorable paid : all) {
            Club club = clubs.require(clubOf(paid.redemption().account()), purchase.purchasedAt(), stores)
                    .club();
            Points due = paid.line() > 0 ? forItem(paid, club) : forTender(paid, club);
            if (due.isPositive()) {
                AccountId account = paid.redemption().account();
                spent.add(new Spent(holders.getOrDefault(account, account), new SpentPoints(paid.redemption(), due)));
            }
        }
        return spent;
    }

    private PaidBack paidBack() {
        BigDecimal given = undone;
        for (SpentPoints.Said club : said.values()) {
            given = given.add(club.given());
        }
        BigDecimal value = BigDecimal.ZERO;
        for (Map.Entry<OriginalLine, List<PurchaseLine>> line : returned.entrySet()) {
            Optional<PurchaseLine> sold = sold(line.getKey());
            if (sold.isPresent() && sameCurrency(line.getKey().purchase())) {
                value = value.add(PaidBack.value(line.getKey(), sold.get(), line.getValue(), before.all()));
            }
        }
        return new PaidBack(List.copyOf(originals.values()), given, value);
    }

    private Points forTender(SpentPoints.Restorable paid, Club club) {
        Purchase sale = original(paid.sale());
        undone = undone.add(paid.undone(sale, club));
        return purchase.content().tenders().isEmpty()
                ? paid.forValue(backInMoney(sale, club.id()), SpentPoints.worth(sale))
                : paid.forMoney(
                        sale, said.computeIfAbsent(club.id(), any -> new SpentPoints.Said(purchase, club)), club);
    }

    /** What an item offer took comes back with the item, whatever is paid back in money. */
    private Points forItem(SpentPoints.Restorable paid, Club club) {
        Purchase sale = original(paid.sale());
        Recomputation.Back back = back(sale, club.id()).get(paid.line());
        Optional<PurchaseLine> sold = sale.line(paid.line());
        return back == null || sold.isEmpty()
                ? Points.ZERO
                : paid.forQuantity(back.quantity(), sold.get().quantity());
    }

    private BigDecimal backInMoney(Purchase sale, ClubId club) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Recomputation.Back back : back(sale, club).values()) {
            sum = sum.add(back.amount());
        }
        return sum;
    }
}
