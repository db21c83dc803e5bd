package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation.Gift;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.rules.SaleEarning;
import org.openmembership.rules.SaleEarning.KindEarning;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.storage.Stores;

/**
 * What one sale does to one account: what its lines earn, what its returns take back, and what of that had lapsed before it
 * arrived (R28, R39). Worked out first, and then posted.
 */
final class SalePosting {
    private final AccountLedger ledger;
    private final PublishedClub club;
    private final Purchase purchase;
    private final SaleEarning earning;
    private final ReturnDues dues;
    private final List<LinkedReturns.Spent> spent;
    private final Points refund;
    private final Stores stores;
    private final List<PointEntry> entries = new ArrayList<>();
    private final List<EarnedLine> lines = new ArrayList<>();
    private final Set<EntryId> undone = new HashSet<>();

    SalePosting(
            AccountLedger ledger,
            PublishedClub club,
            Purchase purchase,
            SaleEarning earning,
            LinkedReturns returns,
            ReturnDues dues,
            Stores stores) {
        this.ledger = ledger;
        this.club = club;
        this.purchase = purchase;
        this.stores = stores;
        this.dues = dues;
        this.spent = returns.spent();
        Refund money = returns.refund();
        this.refund = money == null ? Points.ZERO : money.points(purchase, club.club());
        this.earning = money == null ? earning : money.explained(earning, purchase, club, scheme());
    }

    SaleEarning earning() {
        return earning;
    }

    /** @throws ArithmeticException if the balance would leave the range that points have */
    void requireInRange() {
        Points given = ledger.balance().booked().plus(refund);
        Points taken = ledger.balance().booked().minus(dues.points());
        for (KindEarning kind : earning.kinds()) {
            given = given.plus(kind.points().max(Points.ZERO));
            taken = taken.plus(kind.points().min(Points.ZERO));
        }
        for (LinkedReturns.Spent back : spent) {
            given = given.plus(back.points().due());
        }
        for (Gift gift : earning.gifts()) {
            given = given.plus(gift.points());
        }
    }

    /** What all of it comes to. */
    Points net() {
        Points net = refund;
        for (KindEarning kind : earning.kinds()) {
            net = net.plus(kind.points());
        }
        for (Gift gift : earning.gifts()) {
            net = net.plus(gift.points());
        }
        for (LinkedReturns.Spent back : spent) {
            net = net.plus(back.points().due());
        }
        return net.minus(dues.points());
    }

    /** What it takes back, where that is not there, not even with what it brings itself, and the club refuses to take back what is spent; empty where all is well. */
    Optional<Points> shortOf() {
        Points asked = Points.ZERO;
        for (KindEarning kind : earning.kinds()) {
            asked = kind.points().isNegative() ? asked.minus(kind.points()) : asked;
        }
        asked = asked.plus(dues.points());
        SpendingTerms terms = club.club().terms().spending();
        if (asked.isZero() || terms.whenSpent() != SpendingTerms.WhenSpent.REFUSE) {
            return Optional.empty();
        }
        dues.all()
                .forEach(due ->
                        ledger.with(due.takeBack().lotsOn(ledger.account().id())));
        TakeBack.know(ledger, asked, terms, stores);
        return ledger.unlapsed().plus(brought()).isLessThan(asked) ? Optional.of(asked) : Optional.empty();
    }

    private List<AccountLedger.Returned> restored(LinkedReturns.Spent back) {
        SpentPoints points = back.points();
        return GiveBack.gather(points.redemption(), stores).parts(ledger, points.due(), club.club());
    }

    /** What it brings that can be taken again at once: not what repays debt, nor what has lapsed already. */
    private Points brought() {
        Points given = refund;
        for (KindEarning kind : earning.kinds()) {
            given = given.plus(kind.points().max(Points.ZERO));
        }
        for (Gift gift : earning.gifts()) {
            given = given.plus(gift.points());
        }
        boolean lapsed = !ledger.at().isBefore(club.club().lapsesAt(purchase.purchasedAt()));
        Points brought = lapsed ? Points.ZERO : given;
        for (LinkedReturns.Spent back : spent) {
            for (AccountLedger.Returned part : restored(back)) {
                boolean isGone = part.fresh().isLapsed(ledger.at());
                brought = isGone ? brought : brought.plus(part.points());
            }
        }
        return brought.minus(ledger.balance().debt()).max(Points.ZERO);
    }

    /** Adds the entries to the workbook; what is given comes before what is taken, so that an exchange leaves no debt. */
    void post(CommandKey key, PointEntry.Scene scene) {
        Causes causes = new Causes(key, scene);
        earning.kinds().stream().filter(kind -> kind.points().isPositive()).forEach(kind -> give(kind, causes));
        earning.gifts().forEach(gift -> give(gift, causes));
        spent.forEach(back -> giveBack(back, causes));
        if (refund.isPositive()) {
            entries.add(ledger.earn(causes.next(PointKind.OTHER, Refund.REASON), refund, life(ledger.at())));
        }
        earning.kinds().stream().filter(kind -> kind.points().isNegative()).forEach(kind -> take(kind, causes));
        dues.all().forEach(due -> takeBack(due, causes));
        for (Lot lapsed : ledger.bornLapsed()) {
            entries.add(ledger.expire(
                    causes.next(EntryKind.EXPIRY, lapsed.kind(), lapsed.id().entry()), lapsed.id()));
        }
    }

    Instant soldAt() {
        return purchase.purchasedAt();
    }

    List<PointEntry> entries() {
        return entries;
    }

    /** The entries of which it has left nothing. */
    Set<EntryId> undone() {
        return undone;
    }

    /** The share of each line in the entries. */
    List<EarnedLine> lines() {
        return lines;
    }

    private void give(KindEarning kind, Causes causes) {
        add(kind, ledger.earn(causes.next(EntryKind.SALE, kind.kind(), null), kind.points(), life()));
    }

    /** As usable as what the sale itself earns; no line has a share in it. */
    private void give(Gift gift, Causes causes) {
        entries.add(ledger.earn(causes.next(gift.kind(), gift.event()), gift.points(), life()));
    }

    private SchemeId scheme() {
        return ledger.account().schemeIn(club.club(), ledger.at());
    }

    private Lot.Life life() {
        return life(club.club().availableFrom(purchase.purchasedAt()));
    }

    private Lot.Life life(Instant available) {
        return new Lot.Life(
                purchase.purchasedAt(),
                available.isAfter(ledger.at()) ? available : ledger.at(),
                club.club().lapsesAt(purchase.purchasedAt()));
    }

    private void giveBack(LinkedReturns.Spent back, Causes causes) {
        PointEntry redemption = back.points().redemption();
        PointEntry.Cause cause =
                causes.next(EntryKind.REVERSAL, redemption.cause().pointKind(), redemption.id());
        entries.add(ledger.restore(cause, restored(back)));
    }

    private void take(KindEarning kind, Causes causes) {
        PointEntry.Cause cause = causes.next(EntryKind.SALE, kind.kind(), null);
        Points points = kind.points().negated();
        TakeBack.fromAny(ledger, cause, points, club.club().terms().spending(), stores)
                .ifPresent(entry -> add(kind, entry));
    }

    private void add(KindEarning kind, PointEntry entry) {
        entries.add(entry);
        kind.lines()
                .forEach(line -> lines.add(new EarnedLine(
                        entry.id(), new OriginalLine(purchase.key(), line.line()), kind.kind(), line.points())));
    }

    private void takeBack(ReturnDues.Due due, Causes causes) {
        PointEntry original = due.takeBack().entry();
        PointEntry.Cause cause =
                causes.next(EntryKind.REVERSAL, original.cause().pointKind(), original.id());
        due.takeBack()
                .from(ledger, cause, due.points(), club.club().terms().spending(), stores)
                .ifPresent(entry -> {
                    entries.add(entry);
                    if (due.isLast(entry.points().negated())) {
                        undone.add(original.id());
                    }
                    due.shares()
                            .forEach(share ->
                                    lines.add(new EarnedLine(entry.id(), share.line(), share.kind(), share.points())));
                });
    }

    /** Numbers the entries of the sale. */
    private final class Causes {
        private final CommandKey key;
        private final PointEntry.Scene scene;
        private int part;

        private Causes(CommandKey key, PointEntry.Scene scene) {
            this.key = key;
            this.scene = scene;
        }

        private PointEntry.Cause next(PointKind kind, ReasonCode reason) {
            return next(EntryKind.POSITIVE_ADJUSTMENT, kind, null, reason);
        }

        private PointEntry.Cause next(EntryKind kind, PointKind pointKind, @Nullable EntryId related) {
            return next(kind, pointKind, related, null);
        }

        private PointEntry.Cause next(
                EntryKind kind, PointKind pointKind, @Nullable EntryId related, @Nullable ReasonCode reason) {
            part++;
            return new PointEntry.Cause(
                    kind,
                    pointKind,
                    new PointEntry.Times(purchase.purchasedAt(), ledger.at()),
                    new PointEntry.Basis(
                            scheme(),
                            club.version(),
                            club.club().points().value().perPoint()),
                    new PointEntry.Origin(key, part, related, reason, scene));
        }
    }
}
