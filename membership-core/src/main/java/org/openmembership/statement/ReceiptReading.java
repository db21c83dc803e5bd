package org.openmembership.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.document.SaleReceiptDocuments;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SaleReceipt;
import org.openmembership.ledger.SaleReceipt.ClubPart;
import org.openmembership.ledger.SaleReceipt.Expiring;
import org.openmembership.ledger.SaleReceipt.Moved;
import org.openmembership.ledger.SaleReceipt.Now;
import org.openmembership.ledger.SaleReceipt.Own;
import org.openmembership.ledger.SaleReceipt.Owner;
import org.openmembership.ledger.SaleReceipt.Waiting;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.PublishedClubs;
import org.openmembership.step.ReviewPage;
import org.openmembership.storage.Stores;

/** Reads what one receipt says: all its accounts with one question each, however many they are. */
final class ReceiptReading {
    private static final Set<Operation> PAYING = Set.of(Operation.REDEMPTION, Operation.CAPTURE);
    private static final Set<Operation> ALL = Set.of(Operation.SALE, Operation.REDEMPTION, Operation.CAPTURE);

    private final ExternalKey sale;
    private final Set<ExternalKey> keys;
    private final boolean schemes;
    private final Instant now;

    /** @param schemes whether it says what is missing to the next scheme */
    ReceiptReading(ExternalKey sale, Set<ExternalKey> payments, boolean schemes, Instant now) {
        this.sale = sale;
        this.schemes = schemes;
        this.now = now;
        this.keys = new HashSet<>(payments);
        this.keys.add(sale);
    }

    /** The accounts that the sale and its payments were recorded for, also where they moved no points, or wait to do so. */
    Set<AccountId> accounts(Stores stores) {
        List<RecordedCommand> commands = new ArrayList<>(stores.commands().findAll(Operation.SALE, Set.of(sale)));
        PAYING.forEach(operation -> commands.addAll(stores.commands().findAll(operation, keys)));
        Set<AccountId> accounts = commands.stream()
                .map(command -> command.effect().account())
                .collect(Collectors.toCollection(TreeSet::new));
        stores.waitingSales().of(Set.of(sale)).stream()
                .filter(WaitingSale::isWaiting)
                .map(WaitingSale::holder)
                .forEach(accounts::add);
        return accounts;
    }

    Optional<ReceiptStatement> receipt(List<MemberAccount> accounts, PublishedClubs clubs, Stores stores) {
        if (accounts.isEmpty() && stores.purchases().find(sale).isEmpty()) {
            return Optional.empty();
        }
        Set<AccountId> ids = accounts.stream().map(MemberAccount::id).collect(Collectors.toSet());
        Map<AccountId, List<PointEntry>> entries = stores.ledger().entriesOf(ids, ALL, keys).stream()
                .filter(this::isOfSale)
                .collect(Collectors.groupingBy(PointEntry::account));
        Map<AccountId, List<Lot>> lots = stores.ledger().openLots(ids).stream()
                .collect(Collectors.groupingBy(lot -> lot.id().entry().account()));
        Instant at = accounts.stream()
                .map(account -> account.head().recordedAt(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
        Map<LotId, Points> held = Hold.byLot(stores.ledger().holds(ids, at));
        Map<AccountId, SchemeExplanation> standings =
                schemes ? ReviewPage.explain(new TreeSet<>(ids), at, clubs, stores) : Map.of();
        Map<AccountId, List<WaitingSale>> waiting =
                stores.waitingSales().heldBy(ids).stream().collect(Collectors.groupingBy(WaitingSale::holder));

        List<ClubPart> parts = new ArrayList<>();
        for (MemberAccount account : accounts) {
            Club club = clubs.require(account.club(), now, stores).club();
            parts.add(new ClubPart(
                    owner(account, club, at),
                    moved(account, entries.getOrDefault(account.id(), List.of())),
                    waiting(waiting.getOrDefault(account.id(), List.of())),
                    now(account, lots.getOrDefault(account.id(), List.of()), new Held(at, held), club),
                    standings.get(account.id())));
        }
        parts.sort(Comparator.comparing((ClubPart part) -> part.owner().club())
                .thenComparing(part -> part.owner().account()));
        SaleReceipt receipt = new SaleReceipt(sale, at, parts);
        return Optional.of(new ReceiptStatement(
                receipt, SaleReceiptDocuments.write(receipt).json()));
    }

    /** Another sale under the key of a payment is none of this receipt's. */
    private boolean isOfSale(PointEntry entry) {
        boolean isSale = entry.cause().origin().command().operation() == Operation.SALE;
        return !isSale || entry.cause().origin().command().key().equals(sale);
    }

    private Waiting waiting(List<WaitingSale> all) {
        Points own = Points.ZERO;
        Points sum = Points.ZERO;
        for (WaitingSale one : all) {
            sum = sum.plus(one.points());
            own = one.name().sale().equals(sale) ? own.plus(one.points()) : own;
        }
        return new Waiting(own, sum, all.size());
    }

    private static Owner owner(MemberAccount account, Club club, Instant at) {
        SchemeId scheme = account.schemeIn(club, at);
        String name = club.scheme(scheme).map(Scheme::name).orElse(scheme.value());
        return new Owner(club.id(), club.name(), account.id(), scheme, name);
    }

    private static Moved moved(MemberAccount account, List<PointEntry> entries) {
        if (entries.isEmpty()) {
            Points booked = account.head().booked();
            return new Moved(booked, Own.NOTHING, Points.ZERO, booked);
        }
        PointEntry first = entries.get(0);
        Points before = first.balanceAfter().minus(first.points());
        Points after = entries.get(entries.size() - 1).balanceAfter();
        Own own = entries.stream().map(ReceiptReading::own).reduce(Own.NOTHING, Own::plus);
        return new Moved(before, own, after.minus(before).minus(own.sum()), after);
    }

    private static Own own(PointEntry entry) {
        Points points = entry.points();
        return switch (entry.kind()) {
            case REDEMPTION -> new Own(Points.ZERO, points.negated(), Points.ZERO);
            case EXPIRY -> new Own(Points.ZERO, Points.ZERO, points.negated());
            // within a sale what was used comes back above zero, and what was earned goes back below
            case REVERSAL ->
                points.isPositive()
                        ? new Own(Points.ZERO, points.negated(), Points.ZERO)
                        : new Own(points, Points.ZERO, Points.ZERO);
            default -> new Own(points, Points.ZERO, Points.ZERO);
        };
    }

    private record Held(Instant at, Map<LotId, Points> byLot) {
        Points of(Lot lot) {
            return byLot.getOrDefault(lot.id(), Points.ZERO);
        }
    }

    private static Now now(MemberAccount account, List<Lot> lots, Held held, Club club) {
        Points inForce = Points.ZERO;
        Points pending = Points.ZERO;
        Points aside = Points.ZERO;
        for (Lot lot : lots) {
            if (lot.life().isInForce(held.at())) {
                inForce = inForce.plus(lot.remaining());
                aside = aside.plus(held.of(lot));
            } else if (lot.life().isPending(held.at())) {
                pending = pending.plus(lot.remaining());
            }
        }
        Points debt = account.head().debt();
        Balance balance =
                new Balance(account.head().booked(), inForce.minus(aside).minus(debt), debt);
        return new Now(balance, pending, aside, expiring(lots, held.at(), club));
    }

    private static @Nullable Expiring expiring(List<Lot> lots, Instant at, Club club) {
        List<Lot> ending = lots.stream()
                .filter(lot -> !lot.life().isLapsed(at) && lot.life().lapsesAt().isBefore(ExpiryRule.FOREVER))
                .toList();
        return ending.stream()
                .map(lot -> lot.life().lapsesAt())
                .min(Comparator.naturalOrder())
                .map(first -> new Expiring(
                        club.businessDate(first.minusNanos(1_000)),
                        ending.stream()
                                .filter(lot -> lot.life().lapsesAt().equals(first))
                                .map(Lot::remaining)
                                .reduce(Points.ZERO, Points::plus)))
                .orElse(null);
    }
}
