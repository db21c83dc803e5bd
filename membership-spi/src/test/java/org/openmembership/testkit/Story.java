package org.openmembership.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.PointKind;
import org.openmembership.customer.Customer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.shared.Points;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;

/**
 * Tells a storage what happened, one unit of work at a time, as the verbs would: every person and posting is complete, so
 * that all invariants hold afterwards. Not thread-safe.
 */
public final class Story {
    private final Storage storage;

    public Story(Storage storage) {
        this.storage = storage;
    }

    /** A published club. */
    public Club club() {
        return club(AnyClub.anyClub());
    }

    public Club club(Club club) {
        return kept(stores -> {
            stores.clubs().add(AnyClub.anyVersion(club, 1), AnyClub.schemes(club));
            return club;
        });
    }

    /** An active member with a user and one customer. */
    public Member member() {
        User user = AnyMember.anyUser();
        Customer customer = AnyMember.anyCustomerLike(user);
        return member(user.verified(AnyMember.provenAt()), customer);
    }

    /** An active member with this user, who is added, and this customer, who is added. */
    public Member member(User user, Customer customer) {
        Member member = AnyMember.anyActiveMember(user, customer.id());
        return kept(stores -> {
            stores.customers().add(customer);
            stores.users().add(user);
            stores.members().add(member);
            return member;
        });
    }

    /** An account of a new member in a new club. */
    public MemberAccount account() {
        return account(club(), member());
    }

    public MemberAccount account(Club club, Member member) {
        MemberAccount account = AnyClub.anyAccount(club, member.id());
        return kept(stores -> {
            stores.accounts().open(account, AnyClub.opening(account));
            return account;
        });
    }

    public MemberAccount current(AccountId id) {
        return storage.read(stores -> stores.accounts().find(id).orElseThrow());
    }

    /** Points that never lapse. */
    public PointEntry earn(AccountId id, String points, Instant at) {
        return earn(id, points, AnyEntry.forEver(at), at);
    }

    public PointEntry earn(AccountId id, String points, Lot.Life life, Instant at) {
        return post(
                id,
                Operation.SALE,
                at,
                (ledger, key) -> ledger.earn(
                        AnyEntry.anyCause(EntryKind.SALE, ledger.account(), key, at), points(points), life));
    }

    /** Points for the lines of a purchase, which is kept with them; what each line earned is its number. */
    public PointEntry sell(AccountId id, KeptPurchase kept, PointKind kind, Instant at) {
        return kept(stores -> {
            stores.purchases().addAll(List.of(kept));
            AccountLedger ledger = opened(stores, id, at);
            CommandKey key = new CommandKey(
                    Operation.SALE, ledger.account().club(), kept.purchase().key());
            PointEntry.Cause cause = AnyEntry.anyCause(EntryKind.SALE, ledger.account(), key, at);
            PointEntry.Cause labelled =
                    new PointEntry.Cause(EntryKind.SALE, kind, cause.times(), cause.basis(), cause.origin());
            List<EarnedLine> lines = kept.purchase().lines().stream()
                    .map(line -> new EarnedLine(
                            ledger.nextId(),
                            new OriginalLine(kept.purchase().key(), line.number()),
                            kind,
                            Points.of(line.number())))
                    .toList();
            Points sum = lines.stream().map(EarnedLine::points).reduce(Points.ZERO, Points::plus);
            PointEntry entry = ledger.earn(labelled, sum, AnyEntry.forEver(at));
            append(stores, ledger, key, lines);
            return entry;
        });
    }

    public PointEntry spend(AccountId id, String points, Instant at) {
        return post(
                id,
                Operation.REDEMPTION,
                at,
                (ledger, key) -> ledger.spend(
                        AnyEntry.anyCause(EntryKind.REDEMPTION, ledger.account(), key, at),
                        points(points),
                        ConsumptionOrder.NEAREST_EXPIRY,
                        Points.ZERO));
    }

    /** Takes points from an account, into debt where there are not enough. */
    public PointEntry deduct(AccountId id, String points, Instant at) {
        return post(
                id,
                Operation.ADJUSTMENT,
                at,
                (ledger, key) -> ledger.deduct(
                        AnyEntry.anyCause(EntryKind.NEGATIVE_ADJUSTMENT, ledger.account(), key, at),
                        points(points),
                        Set.of(),
                        ConsumptionOrder.NEAREST_EXPIRY,
                        points(points)));
    }

    /** Takes back all that an entry gave, and says so. */
    public PointEntry reverse(PointEntry entry, Instant at) {
        return takeBack(entry, entry.points(), at);
    }

    /** Takes back some of what an entry gave, and says so. */
    public PointEntry reverse(PointEntry entry, String points, Instant at) {
        return takeBack(entry, points(points), at);
    }

    private PointEntry takeBack(PointEntry entry, Points points, Instant at) {
        return post(entry.account(), Operation.REVERSAL, at, (ledger, key) -> {
            PointEntry.Origin origin = new PointEntry.Origin(key, 1, entry.id(), null, PointEntry.Scene.UNKNOWN);
            return ledger.deduct(
                    AnyEntry.anyCause(EntryKind.REVERSAL, ledger.account(), at, origin),
                    points,
                    Set.of(new LotId(entry.id(), 1)),
                    ConsumptionOrder.NEAREST_EXPIRY,
                    points);
        });
    }

    public PointEntry expire(LotId lot, Instant at) {
        return post(lot.entry().account(), Operation.EXPIRY, at, (ledger, key) -> {
            PointEntry.Origin origin = new PointEntry.Origin(key, 1, lot.entry(), null, PointEntry.Scene.UNKNOWN);
            return ledger.expire(AnyEntry.anyCause(EntryKind.EXPIRY, ledger.account(), at, origin), lot);
        });
    }

    /** Moves points to another account of the club without loss; answers the half that left. */
    public PointEntry transfer(AccountId from, AccountId to, String points, Instant at) {
        return kept(stores -> {
            stores.accounts().lock(new TreeSet<>(Set.of(from, to)));
            AccountLedger source = opened(stores, from, at);
            AccountLedger target = opened(stores, to, at);
            CommandKey key =
                    AnyEntry.anyCommandKey(Operation.TRANSFER, source.account().club());
            AccountLedger.Moved moved = source.transferring()
                    .move(
                            AnyEntry.anyCause(
                                    EntryKind.TRANSFER_FROM,
                                    source.account(),
                                    at,
                                    new PointEntry.Origin(key, 1, target.nextId(), null, PointEntry.Scene.UNKNOWN)),
                            points(points),
                            ConsumptionOrder.NEAREST_EXPIRY,
                            at);
            target.receive(
                    AnyEntry.anyCause(
                            EntryKind.TRANSFER_TO,
                            target.account(),
                            at,
                            new PointEntry.Origin(key, 2, moved.entry().id(), null, PointEntry.Scene.UNKNOWN)),
                    moved.portions());
            stores.commands().addAll(List.of(AnyEntry.anyCommand(key, effect(source))));
            stores.ledger().append(List.of(source.posting(), target.posting()), List.of());
            return moved.entry();
        });
    }

    /** One entry of one command, decided with all open lots known. */
    public PointEntry post(
            AccountId id, Operation operation, Instant at, BiFunction<AccountLedger, CommandKey, PointEntry> decision) {
        return kept(stores -> {
            AccountLedger ledger = opened(stores, id, at);
            CommandKey key = AnyEntry.anyCommandKey(operation, ledger.account().club());
            PointEntry entry = decision.apply(ledger, key);
            append(stores, ledger, key, List.of());
            return entry;
        });
    }

    /** A workbook of an account, which is locked, with all its open lots. */
    public static AccountLedger opened(Stores stores, AccountId id, Instant at) {
        MemberAccount account =
                stores.accounts().lock(new TreeSet<>(Set.of(id))).get(0);
        Instant now = account.head().recordedAt(at);
        return AccountLedger.of(
                        account, at, stores.ledger().summaries(Set.of(id), now).get(id))
                .with(stores.ledger().lotsAsOf(id, account.head().seq()));
    }

    public static void append(Stores stores, AccountLedger ledger, CommandKey key, List<EarnedLine> lines) {
        stores.commands().addAll(List.of(AnyEntry.anyCommand(key, effect(ledger))));
        stores.ledger().append(List.of(ledger.posting()), lines);
    }

    private static RecordedCommand.Effect effect(AccountLedger ledger) {
        long first = ledger.account().head().seq() + 1;
        return new RecordedCommand.Effect(
                ledger.account().id(), first, ledger.nextId().seq() - 1);
    }

    private <R> R kept(Function<Stores, R> work) {
        return storage.inUnitOfWork(work);
    }

    private static Points points(String text) {
        return Points.of(new BigDecimal(text));
    }
}
