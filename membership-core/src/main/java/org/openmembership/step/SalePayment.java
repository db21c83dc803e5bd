package org.openmembership.step;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.joda.money.Money;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointKind;
import org.openmembership.club.SpendingTerms;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * What an account pays of a sale in points, in the sale's own unit of work and under its key (R49, B57): its tenders that are
 * points of the club, and what item offers take. Decided by our clock, like every redemption.
 */
public final class SalePayment {
    private final AccountLedger ledger;
    private final PublishedClub club;
    private final Purchase purchase;
    private final SortedMap<Integer, Points> items;
    private final Money tendered;
    private final Stores stores;

    private SalePayment(
            AccountLedger ledger,
            PublishedClub club,
            Purchase purchase,
            SortedMap<Integer, Points> items,
            Stores stores) {
        this.ledger = ledger;
        this.club = club;
        this.purchase = purchase;
        this.items = items;
        this.stores = stores;
        Money sum = Money.zero(purchase.currency());
        for (Tender tender : purchase.content().tenders()) {
            sum = SpentPoints.isPoints(tender, club.club()) ? sum.plus(tender.amount()) : sum;
        }
        this.tendered = sum;
    }

    /** @param items what item offers take, by line */
    public static SalePayment of(
            SaleJournal journal,
            AccountId payer,
            PublishedClub club,
            Purchase purchase,
            SortedMap<Integer, Points> items,
            Stores stores) {
        return new SalePayment(journal.ledger(payer), club, purchase, items, stores);
    }

    /** What was paid, and by which entries. */
    public record Paid(List<PointEntry> entries, Money amount) {
        public Paid {
            entries = List.copyOf(entries);
        }
    }

    /** The number of its part in the command says what an entry paid: the tenders, or the item on a line. */
    static int lineOf(PointEntry entry) {
        return entry.cause().origin().part() - 1;
    }

    /** Under which key it is recorded. */
    public static CommandKey key(PublishedClub club, ExternalKey sale) {
        return new CommandKey(Operation.REDEMPTION, club.club().id(), sale);
    }

    /** Whether there is anything to pay. */
    public boolean isNothing() {
        return tendered.isZero() && items.isEmpty();
    }

    /** All points it takes. */
    public Points points() {
        return tendered.isZero() ? taken() : asking().points().plus(taken());
    }

    public Optional<SpendingRefusal> refusal() {
        return hindrance().map(hindrance -> hindrance.told(points(), ledger));
    }

    private Optional<Asking.Refusal> hindrance() {
        return Asking.standing(ledger.account(), room().isEligible())
                .or(() -> room().beyondLimit(taken(), items.size()))
                .or(() -> tendered.isZero() ? Optional.empty() : asking().refusal(ledger.account()))
                .or(() -> ledger.available().isLessThan(points())
                        ? Optional.of(Asking.Refusal.of(SpendingRefusal.Reason.NOT_ENOUGH_POINTS))
                        : part());
    }

    /** What item offers take is no part of what the tender could use. */
    private Optional<Asking.Refusal> part() {
        return tendered.isZero()
                ? Optional.empty()
                : asking().part(ledger.available().minus(taken()));
    }

    /** What item offers take. */
    private Points taken() {
        return items.values().stream().reduce(Points.ZERO, Points::plus);
    }

    private SpendingRoom room() {
        return SpendingRoom.of(ledger.account(), club.club(), ledger.holds().total(), ledger.at(), stores);
    }

    /** What the tenders ask, in the room that item offers leave: they are redemptions too. */
    private Asking asking() {
        return new Asking(null, tendered, due(), room().after(taken(), items.size()));
    }

    /** What is really due; below zero it cannot be paid at all. */
    private Money due() {
        return purchase.total().toMoney(RoundingMode.HALF_UP);
    }

    /** Spends the points; nothing was refused. */
    public Paid post(SaleJournal journal, PointEntry.Scene scene) {
        SpendingTerms terms = club.club().terms().spending();
        CommandKey key = key(club, purchase.key());
        Points tender = tendered.isZero() ? Points.ZERO : asking().points();
        Workbooks.cover(ledger, null, null, new Cover(points(), terms.order(), ledger.at()), stores);
        List<PointEntry> entries = new ArrayList<>();
        if (tender.isPositive()) {
            entries.add(ledger.spend(cause(key, 0, scene), tender, terms.order(), Points.ZERO));
        }
        items.forEach((line, points) ->
                entries.add(ledger.spend(cause(key, line, scene), points, terms.order(), Points.ZERO)));
        Answer answer = Spending.answer(ledger.available(), tendered);
        journal.record(
                key,
                fingerprint(purchase, ledger.account().id(), items),
                ledger.account().id(),
                entries,
                answer);
        return new Paid(entries, tendered);
    }

    /** What a recorded payment came to. */
    public static Paid retell(RecordedCommand first, Stores stores) {
        List<PointEntry> entries = stores.ledger().entries(first.effect());
        Money paid = Spending.retell(first, stores).orElseThrow().paid();
        return new Paid(entries, paid);
    }

    /** What decides what is paid, besides the sale itself. */
    public static Fingerprint fingerprint(Purchase purchase, AccountId payer, Map<Integer, Points> items) {
        return Fingerprint.of("checkout;" + purchase.key() + ";" + payer + ";" + items);
    }

    private PointEntry.Cause cause(CommandKey key, int line, PointEntry.Scene scene) {
        return new PointEntry.Cause(
                EntryKind.REDEMPTION,
                PointKind.AWARD,
                new PointEntry.Times(ledger.at(), ledger.at()),
                new PointEntry.Basis(
                        ledger.account().schemeIn(club.club(), ledger.at()),
                        club.version(),
                        club.club().points().value().perPoint()),
                new PointEntry.Origin(key, line + 1, null, null, scene));
    }
}
