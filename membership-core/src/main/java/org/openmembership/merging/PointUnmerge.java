package org.openmembership.merging;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.merging.UnmergeResult.Reason;
import org.openmembership.merging.UnmergeResult.Refused;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.step.Facts;
import org.openmembership.step.PointMerge;
import org.openmembership.step.WaitingHolders;
import org.openmembership.storage.Stores;

/** Takes accounts, points and cards back to where a merge took them from, if all of it is still there. */
final class PointUnmerge {
    private final PointMerge points;
    private final Merge merge;
    private final Stores stores;
    private final List<Brought> brought = new ArrayList<>();

    /** What an entry brought, and what of it may go back: its lots and its debt, untouched. */
    private record Brought(MergeMove move, PointEntry entry, List<Lot> lots, Points debt) {}

    PointUnmerge(PointMerge points, Merge merge, Stores stores) {
        this.points = points;
        this.merge = merge;
        this.stores = stores;
    }

    /** Locks what will be changed; tells what has changed since the merge. */
    Optional<Refused> contradiction() {
        Set<AccountId> touched = new LinkedHashSet<>();
        merge.of(Kind.CLOSED_ACCOUNT).forEach(move -> {
            touched.add(AccountId.of(move.from()));
            touched.add(AccountId.of(move.to()));
        });
        merge.of(Kind.ACCOUNT).forEach(move -> touched.add(AccountId.of(move.subject())));
        Optional<Refused> blocked = points.lock(touched).values().stream()
                .map(AccountLedger::account)
                .filter(account -> account.block().isPresent())
                .findFirst()
                .map(account -> new Refused(Reason.ACCOUNT_CHANGED, account.id().value()));
        return blocked.or(this::usedPoints).or(this::changedCard);
    }

    private Optional<Refused> usedPoints() {
        for (MergeMove move : merge.of(Kind.POINTS).toList()) {
            EntryId id = entryId(move);
            PointEntry entry = stores.ledger().find(id).orElseThrow();
            List<Lot> lots = stores.ledger().lotsOpenedBy(List.of(id));
            List<Allocation> did = stores.ledger().allocations(List.of(id));
            Points debt = sum(did);
            boolean untouched = did.stream().allMatch(done -> done.purpose() == Purpose.OWED)
                    && lots.stream().allMatch(lot -> isWhole(lot, move))
                    && !points.ledger(AccountId.of(move.to())).balance().debt().isLessThan(debt);
            if (!untouched) {
                return Optional.of(new Refused(Reason.POINTS_USED, move.to()));
            }
            brought.add(new Brought(move, entry, lots, debt));
        }
        return Optional.empty();
    }

    /**
     * Whether all of it can go back, with the holds that came with it. What was held when the merge brought it was held under the
     * name of another account; what is held under the name of this one was set aside since.
     */
    private boolean isWhole(Lot lot, MergeMove move) {
        boolean lapsed = lot.life()
                        .isLapsed(points.ledger(AccountId.of(move.to())).at())
                || lot.life().isLapsed(points.ledger(AccountId.of(move.from())).at());
        List<Hold> holds = points.ledger(AccountId.of(move.to())).holds().on(lot.id());
        Points held = Hold.byLot(holds).getOrDefault(lot.id(), Points.ZERO);
        boolean came =
                holds.stream().noneMatch(hold -> hold.id().account().value().equals(move.to()));
        return lot.remaining().equals(lot.granted()) && came && (!lapsed || held.equals(lot.remaining()));
    }

    private static Points sum(List<Allocation> did) {
        Points sum = Points.ZERO;
        for (Allocation done : did) {
            sum = done.purpose() == Purpose.OWED ? sum.plus(done.points()) : sum;
        }
        return sum;
    }

    private Optional<Refused> changedCard() {
        for (MergeMove move : merge.of(Kind.CARD).toList()) {
            Optional<MembershipCard> card = stores.cards().find(CardNumber.of(move.subject()));
            if (card.flatMap(MembershipCard::account)
                    .filter(account -> account.value().equals(move.to()))
                    .isEmpty()) {
                return Optional.of(new Refused(Reason.CARD_CHANGED, move.subject()));
            }
        }
        return Optional.empty();
    }

    void undo(Facts told) {
        Map<AccountId, List<Brought>> byOwner = new LinkedHashMap<>();
        brought.forEach(back -> byOwner.computeIfAbsent(AccountId.of(back.move().from()), any -> new ArrayList<>())
                .add(back));
        byOwner.forEach(this::giveBack);
        Map<AccountId, MemberAccount> kept = points.write(merge.command().fingerprint(), told);
        List<MergeMove> closed = merge.of(Kind.CLOSED_ACCOUNT).toList();
        closed.stream()
                .map(move -> requireNonNull(kept.get(AccountId.of(move.from()))))
                .forEach(account -> {
                    stores.accounts().update(account.reopened());
                    stores.accounts().separate(account.id());
                });
        closed.forEach(move -> WaitingHolders.settle(AccountId.of(move.to()), stores));
        merge.of(Kind.ACCOUNT)
                .forEach(move -> AccountWriter.handOver(
                        requireNonNull(kept.get(AccountId.of(move.subject()))),
                        MemberId.of(move.to()),
                        MemberId.of(move.from()),
                        stores));
        cards();
    }

    private void giveBack(AccountId owner, List<Brought> all) {
        AccountId holder = AccountId.of(all.get(0).move().to());
        ExternalKey key = ExternalKey.of("unmerge", merge.id() + "/" + owner);
        CommandKey command =
                new CommandKey(Operation.UNMERGE, points.ledger(owner).account().club(), key);
        points.move(command, holder, owner, all.stream().map(PointUnmerge::part).toList());
    }

    private static PointMerge.Part part(Brought back) {
        Map<LotId, Points> lots = new LinkedHashMap<>();
        back.lots().forEach(lot -> lots.put(lot.id(), lot.remaining()));
        return new PointMerge.Part(back.entry().cause().pointKind(), lots, back.debt());
    }

    /** A card is written once, with its account and its carrier. */
    private void cards() {
        Map<CardNumber, AccountId> accounts = new LinkedHashMap<>();
        Map<CardNumber, MemberId> carriers = new LinkedHashMap<>();
        merge.of(Kind.CARD).forEach(move -> accounts.put(CardNumber.of(move.subject()), AccountId.of(move.from())));
        merge.of(Kind.CARRIER).forEach(move -> carriers.put(CardNumber.of(move.subject()), MemberId.of(move.from())));
        Set<CardNumber> numbers = new LinkedHashSet<>(accounts.keySet());
        numbers.addAll(carriers.keySet());
        List<MembershipCard> back = new ArrayList<>();
        for (CardNumber number : numbers) {
            MembershipCard card = stores.cards().find(number).orElseThrow();
            MembershipCard.Holder now = card.holder();
            if (now != null) {
                AccountId account = accounts.getOrDefault(number, now.account());
                back.add(AccountWriter.held(
                        card, account, now.member() == null ? null : carriers.getOrDefault(number, now.member())));
            }
        }
        if (!back.isEmpty()) {
            stores.cards().update(back);
        }
    }

    private static EntryId entryId(MergeMove move) {
        String text = move.subject();
        int hash = text.lastIndexOf('#');
        return new EntryId(AccountId.of(text.substring(0, hash)), Long.parseLong(text.substring(hash + 1)));
    }
}
