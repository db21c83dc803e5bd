package org.openmembership.merging;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.MembershipCard;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.merging.MergePlan.AccountChange;
import org.openmembership.step.Facts;
import org.openmembership.step.PointMerge;
import org.openmembership.step.WaitingHolders;
import org.openmembership.storage.Stores;

/** Brings the accounts and cards of members who are merged away to the one who stays. */
record AccountWriter(MergePlan plan, Merge.Command command, Stores stores, Facts told) {
    void write(Member main, PointMerge points, List<MergeMove> moves) {
        for (AccountChange change : plan.accounts()) {
            if (!change.isHandover()) {
                CommandKey key = new CommandKey(Operation.MERGE, change.from().club(), command.key());
                for (PointEntry entry :
                        points.moveAll(key, change.from().id(), change.into().id())) {
                    moves.add(move(Kind.POINTS, entry.id().toString(), change));
                }
            }
        }
        Map<AccountId, MemberAccount> kept = points.write(command.fingerprint(), told);
        for (AccountChange change : plan.accounts()) {
            cards(change, main, moves);
            MemberAccount account = requireNonNull(kept.get(change.from().id()));
            if (change.isHandover()) {
                handOver(account, change.owner().id(), main.id(), stores);
                moves.add(new MergeMove(
                        Kind.ACCOUNT,
                        account.id().value(),
                        change.owner().id().value(),
                        main.id().value()));
            } else {
                stores.accounts().update(account.closed());
                stores.accounts().succeed(account.id(), change.into().id(), null);
                WaitingHolders.settle(account.id(), stores);
                moves.add(move(Kind.CLOSED_ACCOUNT, account.id().value(), change));
            }
        }
    }

    private static MergeMove move(Kind kind, String subject, AccountChange change) {
        return new MergeMove(
                kind, subject, change.from().id().value(), change.into().id().value());
    }

    private void cards(AccountChange change, Member main, List<MergeMove> moves) {
        List<MembershipCard> moved = new ArrayList<>();
        for (MembershipCard card : stores.cards().of(change.from().id())) {
            MemberId carrier = card.carrier();
            boolean carried = change.owner().id().equals(carrier);
            if (carried || !change.isHandover()) {
                MemberId next = carried ? main.id() : carrier;
                moved.add(held(card, change.into().id(), next));
            }
            if (!change.isHandover()) {
                moves.add(move(Kind.CARD, card.number().value(), change));
            }
            if (carried) {
                moves.add(new MergeMove(
                        Kind.CARRIER,
                        card.number().value(),
                        change.owner().id().value(),
                        main.id().value()));
            }
        }
        if (!moved.isEmpty()) {
            stores.cards().update(moved);
        }
    }

    /** Puts one member in the place of another who shares an account. */
    static void handOver(MemberAccount account, MemberId from, MemberId to, Stores stores) {
        SortedSet<MemberId> members = new TreeSet<>(stores.accounts().membersOf(account.id()));
        members.remove(from);
        members.add(to);
        boolean main = from.equals(account.owner().mainMember());
        stores.accounts().share(main ? account.representedBy(to) : account, members);
    }

    /** The card of another account or carrier, handed out when it was. */
    static MembershipCard held(MembershipCard card, AccountId account, @Nullable MemberId carrier) {
        MembershipCard.Holder before = requireNonNull(card.holder());
        return card.heldBy(
                new MembershipCard.Holder(account, carrier, before.since()),
                card.life().lastValidOn());
    }
}
