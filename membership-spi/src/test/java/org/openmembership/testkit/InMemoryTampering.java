package org.openmembership.testkit;

import java.time.Instant;
import java.util.List;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.CustomerId;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointCount;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.MemberId;
import org.openmembership.onaccount.CustomerAccount;

final class InMemoryTampering implements Tampering {
    private final InMemoryStorage storage;

    InMemoryTampering(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void put(PointEntry entry) {
        storage.tamper(state -> {
            state.entries.put(entry.id(), entry);
            entry.related().ifPresent(related -> state.entriesByRelated.put(Key.of(related, entry.id()), entry.id()));
        });
    }

    @Override
    public void remove(EntryId entry) {
        storage.tamper(state -> state.entries.remove(entry));
    }

    @Override
    public void put(Lot lot) {
        storage.tamper(state -> {
            state.lots.put(lot.id(), lot);
            new InMemoryLots(state).index(lot);
        });
    }

    @Override
    public void put(Allocation allocation) {
        storage.tamper(state -> {
            LotId lot = allocation.lot();
            if (lot == null) {
                state.allocations.remove(Key.of(allocation.entry(), 0, allocation.purpose()));
            } else {
                state.allocations.remove(Key.of(allocation.entry(), 1, lot, allocation.purpose()));
                state.allocationsByLot.remove(Key.of(lot, allocation.entry(), allocation.purpose()));
            }
            new InMemoryLots(state).add(allocation);
        });
    }

    @Override
    public void put(Hold hold) {
        storage.tamper(state -> new InMemoryHolds(state).put(hold));
    }

    @Override
    public void add(EarnedLine line) {
        storage.tamper(state -> new InMemoryEntries(state).addLines(List.of(line)));
    }

    @Override
    public void put(PointCount count) {
        storage.tamper(state -> state.pointCounts.put(InMemoryEarning.place(count), count));
    }

    @Override
    public void put(MemberAccount account) {
        storage.tamper(state -> state.accounts.put(account.id(), account));
    }

    @Override
    public void share(MemberAccount account, MemberId member, boolean main) {
        storage.tamper(state -> {
            state.shares.put(Key.of(account.id(), member), new State.Share(account.id(), member, main));
            state.accountsByMember.put(Key.of(member, account.club(), account.id()), account.id());
        });
    }

    @Override
    public void put(CustomerAccount account) {
        storage.tamper(state -> state.onAccounts.put(account.customer(), account));
    }

    @Override
    public void put(GiftCard card) {
        storage.tamper(state -> state.giftCards.put(card.id(), card));
    }

    @Override
    public void remove(GiftCardId card, long seq) {
        storage.tamper(state -> {
            Key place = Key.of(card, seq);
            GiftCardEntry entry = state.giftCardEntries.find(place).orElseThrow();
            state.giftCardEntries.remove(place);
            if (entry.related().points() != null) {
                state.giftCardEntriesByPoints.remove(entry.related().points());
            }
        });
    }

    @Override
    public void remove(CommandKey command) {
        storage.tamper(state -> state.commands.remove(InMemoryCommands.place(command)));
    }

    @Override
    public void unlink(CustomerId customer) {
        storage.tamper(state -> unlink(state, customer));
    }

    @Override
    public void relink(CustomerId customer, Instant at) {
        storage.tamper(state -> {
            MemberId member = unlink(state, customer);
            state.membersByCustomer.put(customer, member);
            state.links.put(Key.of(member, at, customer), new CustomerLink(customer, at));
        });
    }

    @Override
    public void redirect(CustomerId customer, CustomerId to) {
        storage.tamper(state -> state.redirects.put(customer, to));
    }

    @Override
    public void redirect(MemberId member, MemberId to) {
        storage.tamper(state -> state.memberRedirects.put(member, to));
    }

    @Override
    public boolean removeTerms(MemberId member) {
        return false;
    }

    @Override
    public boolean overflow(EntryId entry) {
        return false;
    }

    private static MemberId unlink(State state, CustomerId customer) {
        MemberId member = state.membersByCustomer
                .find(customer)
                .orElseThrow(() -> new IllegalStateException(customer + " belongs to no member"));
        state.membersByCustomer.remove(customer);
        Key prefix = Key.of(member);
        CustomerLink link = state.links
                .between(prefix, prefix.end())
                .filter(one -> one.customer().equals(customer))
                .findFirst()
                .orElseThrow();
        state.links.remove(Key.of(member, link.linkedAt(), customer));
        return member;
    }
}
