package org.openmembership.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.PurchaseStore;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.purchase.SharedPurchase;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;

final class InMemoryPurchases implements PurchaseStore {
    private static final Comparator<SharedPurchase> SHARED_ORDER = Comparator.comparing(SharedPurchase::account)
            .thenComparing(one -> one.kept().recordedAt())
            .thenComparing(one -> one.kept().id());

    private final State state;

    InMemoryPurchases(State state) {
        this.state = state;
    }

    @Override
    public void addAll(List<KeptPurchase> purchases) {
        for (KeptPurchase kept : purchases) {
            state.purchasesByKey.add(kept.purchase().key(), kept.id());
            state.purchases.add(kept.id(), kept);
            state.purchasesByTime.put(Key.of(kept.purchase().purchasedAt(), kept.id()), kept.id());
            index(kept);
            kept.purchase().lines().forEach(line -> indexReturn(kept.purchase().key(), line));
        }
    }

    private void indexReturn(ExternalKey purchase, PurchaseLine line) {
        OriginalLine original = line.returnOf();
        if (original != null) {
            state.returnsByOriginal.put(
                    Key.of(original.purchase(), purchase, line.number()),
                    new ReturnedLine(original, purchase, line.quantity(), line.amount()));
        }
    }

    @Override
    public void assign(PurchaseId purchase, KeptPurchase.Owner owner) {
        state.purchases.find(purchase).ifPresent(kept -> {
            MemberId before = kept.member().member();
            if (before != null) {
                state.purchasesByMember.remove(place(before, kept));
            }
            KeptPurchase assigned =
                    new KeptPurchase(kept.id(), kept.purchase(), kept.fingerprint(), owner, kept.recordedAt());
            state.purchases.put(purchase, assigned);
            index(assigned);
        });
    }

    @Override
    public void add(SaleAssignment assignment) {
        state.saleAssignments.add(assignment.key(), assignment);
        state.assignmentsBySale.add(Key.of(assignment.sale(), assignment.number()), assignment);
    }

    @Override
    public Optional<SaleAssignment> assignment(ExternalKey key) {
        return state.saleAssignments.find(key);
    }

    @Override
    public List<SaleAssignment> assignments(ExternalKey sale) {
        return state.assignmentsBySale.between(Key.of(sale), Key.of(sale).end()).toList();
    }

    @Override
    public Optional<KeptPurchase> find(ExternalKey key) {
        return state.purchasesByKey.find(key).flatMap(state.purchases::find);
    }

    @Override
    public Optional<KeptPurchase> lock(ExternalKey key) {
        return find(key);
    }

    @Override
    public List<KeptPurchase> findAll(Collection<ExternalKey> keys) {
        return keys.stream()
                .distinct()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<ReturnedLine> returnsOf(Collection<ExternalKey> originals) {
        return originals.stream()
                .distinct()
                .map(Key::of)
                .flatMap(original -> state.returnsByOriginal.between(original, original.end()))
                .toList();
    }

    @Override
    public Page<KeptPurchase> list(PurchaseFilter filter, Page.Request page) {
        Whose whose = Whose.of(filter.who(), new InMemoryIdentities(state));
        Key before = page.after() == null ? Key.of().end() : place(page.after());
        List<KeptPurchase> found = state.purchasesByTime
                .betweenDown(Key.of(), before)
                .map(state.purchases::find)
                .flatMap(Optional::stream)
                .filter(kept -> whose.bought(kept) && matches(kept, filter))
                .limit(page.limit() + 1L)
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<KeptPurchase> items = found.subList(0, page.limit());
        return new Page<>(
                items, new Page.Cursor(items.get(items.size() - 1).id().value()));
    }

    @Override
    public List<KeptPurchase> awaiting(MemberId member, @Nullable PurchaseId after, int limit) {
        Optional<KeptPurchase> last = Optional.ofNullable(after).flatMap(state.purchases::find);
        Key from = last.map(kept -> place(member, kept).end()).orElse(Key.of(member));
        return state.purchasesByMember
                .between(from, Key.of(member).end())
                .map(state.purchases::find)
                .flatMap(Optional::stream)
                .filter(kept -> kept.member().awaiting())
                .limit(limit)
                .toList();
    }

    @Override
    public List<SharedPurchase> shared(
            Set<AccountId> accounts, Instant from, Instant to, @Nullable SharedPurchase after, int limit) {
        return accounts.stream()
                .flatMap(account -> new InMemoryIdentities(state)
                        .sharing(account)
                        .flatMap(member -> state.purchasesByMember
                                .between(Key.of(member), Key.of(member).end())
                                .map(state.purchases::find)
                                .flatMap(Optional::stream))
                        .map(kept -> new SharedPurchase(account, kept)))
                .filter(one -> !one.kept().member().awaiting())
                .filter(one ->
                        !new InMemoryWaitingSales(state).isUnposted(one.kept().id(), one.account()))
                .filter(one -> !one.kept().purchase().purchasedAt().isBefore(from)
                        && one.kept().purchase().purchasedAt().isBefore(to))
                .sorted(SHARED_ORDER)
                .filter(one -> after == null || SHARED_ORDER.compare(one, after) > 0)
                .limit(limit)
                .toList();
    }

    /** What a member bought from one instant until before another. */
    Stream<Purchase> of(MemberId member, Instant from, Instant to) {
        return state.purchasesByMember
                .between(Key.of(member, from), Key.of(member, to))
                .map(state.purchases::find)
                .flatMap(Optional::stream)
                .map(KeptPurchase::purchase);
    }

    /** Whether a kept sale moves no points of an account, or not yet. */
    boolean isUnposted(ExternalKey sale, AccountId account) {
        return state.purchasesByKey
                .find(sale)
                .filter(id -> new InMemoryWaitingSales(state).isUnposted(id, account))
                .isPresent();
    }

    private void index(KeptPurchase kept) {
        MemberId member = kept.member().member();
        if (member != null) {
            state.purchasesByMember.put(place(member, kept), kept.id());
        }
    }

    private static Key place(MemberId member, KeptPurchase kept) {
        return Key.of(member, kept.purchase().purchasedAt(), kept.id());
    }

    private Key place(Page.Cursor cursor) {
        KeptPurchase last = state.purchases
                .find(InMemoryPages.id(cursor, PurchaseId::of))
                .orElseThrow(() -> new ForgedCursorException(cursor));
        return Key.of(last.purchase().purchasedAt(), last.id());
    }

    private static boolean matches(KeptPurchase kept, PurchaseFilter filter) {
        Purchase purchase = kept.purchase();
        PurchaseFilter.What what = filter.what();
        return fits(what.store(), purchase.place().store())
                && fits(what.channel(), purchase.place().channel())
                && fits(what.orderType(), purchase.place().orderType())
                && (what.sku() == null
                        || purchase.lines().stream()
                                .anyMatch(line -> line.article().sku().equals(what.sku())))
                && (filter.from() == null || !purchase.purchasedAt().isBefore(filter.from()))
                && (filter.to() == null || purchase.purchasedAt().isBefore(filter.to()));
    }

    /** Under which ids the purchases of a member or customer are kept; null for anybody's. */
    private record Whose(
            @Nullable Set<MemberId> members, @Nullable Set<CustomerId> customers) {
        static Whose of(PurchaseFilter.Who who, InMemoryIdentities identities) {
            return new Whose(
                    who.member() == null ? null : identities.of(who.member()),
                    who.customer() == null ? null : identities.of(who.customer()));
        }

        boolean bought(KeptPurchase kept) {
            MemberId member = kept.member().member();
            CustomerId customer = kept.purchase().buyer().customer();
            return (members == null || member != null && members.contains(member))
                    && (customers == null || customer != null && customers.contains(customer));
        }
    }

    private static boolean fits(@Nullable Object wanted, @Nullable Object actual) {
        return wanted == null || wanted.equals(actual);
    }
}
