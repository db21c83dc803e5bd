package org.openmembership.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Feature;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.assignment.AssignmentResult.Assigned;
import org.openmembership.assignment.AssignmentResult.Reason;
import org.openmembership.assignment.AssignmentResult.Refused;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseEvent.SaleAssigned;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.step.Facts;
import org.openmembership.step.LinkedReturns;
import org.openmembership.step.Redirects;
import org.openmembership.step.SaleGiving;
import org.openmembership.step.SaleJournal;
import org.openmembership.step.SaleTaking;
import org.openmembership.storage.Stores;

/**
 * One try at giving a kept sale to somebody else.
 *
 * <p>The number of the assignment is read before anything else: if another one is made meanwhile, this one finds its number
 * used at the end, and is run again from the start.
 */
final class Handover {
    private final Wish wish;
    private final Instant now;
    private final Stores stores;
    private final Facts facts;
    private final SaleJournal journal;
    private final boolean recruiting;

    Handover(Wish wish, Caller caller, Instant now, Stores stores, Facts facts) {
        this.wish = wish;
        this.now = now;
        this.stores = stores;
        this.facts = facts;
        this.journal = new SaleJournal(caller.clubs(), caller.actor(), now, stores, facts);
        this.recruiting = caller.features().contains(Feature.ENVOYS);
    }

    AssignmentResult run() {
        Optional<SaleAssignment> first = stores.purchases().assignment(wish.key());
        int number = stores.purchases().assignments(wish.sale()).size() + 1;
        if (first.isPresent()) {
            return again(first.get());
        }
        Optional<KeptPurchase> kept = stores.purchases().find(wish.sale());
        if (kept.isEmpty()) {
            return new Refused(Reason.UNKNOWN_SALE);
        }
        Optional<Reason> against = against(kept.get());
        if (against.isPresent()) {
            return new Refused(against.get());
        }
        MemberId to = wish.to();
        Optional<MemberStanding> standing = Optional.ofNullable(to).flatMap(stores.members()::standing);
        if (to != null && standing.isEmpty()) {
            return new Refused(Reason.UNKNOWN_MEMBER);
        }
        MemberId gaining = standing.map(MemberStanding::member).orElse(null);
        boolean active = standing.filter(MemberStanding::isActive).isPresent();
        if (to != null && !active && !mayWait(standing.get())) {
            return new Refused(Reason.NOT_ACTIVE);
        }
        return handOver(kept.get(), new KeptPurchase.Owner(gaining, to != null && !active), number);
    }

    private AssignmentResult again(SaleAssignment first) {
        if (!wish.isOf(first)) {
            return new AssignmentResult.KeyReused(first.key(), first.at());
        }
        List<PointEntry> entries = new ArrayList<>();
        for (Operation operation : List.of(Operation.SALE_TAKEN, Operation.SALE_GIVEN)) {
            for (RecordedCommand command : stores.commands().findInAllClubs(operation, first.key())) {
                entries.addAll(stores.ledger().entries(command.effect()));
            }
        }
        return new Assigned(first, entries, true);
    }

    private Optional<Reason> against(KeptPurchase kept) {
        MemberId owner = kept.member().member();
        if (owner == null) {
            return wish.kind() == Wish.Kind.ASSIGN ? Optional.empty() : Optional.of(Reason.NO_MEMBER);
        }
        MemberId to = wish.to();
        if (to != null && Redirects.follow(owner, stores).equals(Redirects.follow(to, stores))) {
            return Optional.of(Reason.SAME_MEMBER);
        }
        return wish.kind() == Wish.Kind.ASSIGN ? Optional.of(Reason.HAS_MEMBER) : Optional.empty();
    }

    /** Whoever is not active yet can wait for the points of a sale on which nobody has earned. */
    private boolean mayWait(MemberStanding standing) {
        return standing.status() != MemberStatus.CLOSED
                && stores.commands().findInAllClubs(Operation.SALE, wish.sale()).isEmpty()
                && stores.purchases().assignments(wish.sale()).isEmpty();
    }

    private AssignmentResult handOver(KeptPurchase kept, KeptPurchase.Owner owner, int number) {
        Purchase purchase = kept.purchase();
        // asked before what was earned: a sale that is posted meanwhile is found to have earned
        if (stores.waitingSales().of(List.of(wish.sale())).stream().anyMatch(WaitingSale::isWaiting)) {
            return new Refused(Reason.NOT_POSTED);
        }
        Set<AccountId> gaining = gaining(owner);
        Set<AccountId> all = new TreeSet<>(gaining);
        all.addAll(accounts(SaleTaking.gather(wish.sale(), stores)));
        journal.lock(all);
        List<SaleTaking> earned = SaleTaking.gather(wish.sale(), stores);
        journal.lock(accounts(earned));
        List<SaleTaking> takings = earned.stream()
                .filter(taking -> !gaining.contains(taking.account()))
                .toList();

        Optional<Reason> hindrance = hindrance(purchase, takings, gaining);
        if (hindrance.isPresent()) {
            return new Refused(hindrance.get());
        }
        List<PointEntry> entries = new ArrayList<>();
        for (SaleTaking taking : takings) {
            Optional<List<PointEntry>> taken = taking.take(journal, purchase, wish.key(), wish.fingerprint(), stores);
            if (taken.isEmpty()) {
                return new Refused(Reason.POINTS_SPENT);
            }
            entries.addAll(taken.get());
        }
        // an account that both share keeps what it has
        earned.forEach(keeps -> gaining.remove(keeps.account()));
        if (recruiting && owner.member() != null && !gaining.isEmpty()) {
            journal.expectRecruits(Set.of(owner.member()));
        }
        entries.addAll(give(purchase, owner.member(), gaining));
        SaleAssignment made = new SaleAssignment(
                wish.key(), wish.sale(), number, kept.member().member(), owner.member(), now);

        stores.purchases().add(made);
        stores.purchases().assign(kept.id(), owner);
        journal.write();
        facts.happened(new SaleAssigned(wish.sale(), made.from(), made.to()), now);
        return new Assigned(made, entries, false);
    }

    private static Set<AccountId> accounts(List<SaleTaking> takings) {
        Set<AccountId> accounts = new TreeSet<>();
        takings.forEach(taking -> accounts.add(taking.account()));
        return accounts;
    }

    private Set<AccountId> gaining(KeptPurchase.Owner owner) {
        Set<AccountId> gaining = new TreeSet<>();
        if (owner.member() != null && !owner.awaiting()) {
            stores.accounts().of(owner.member()).stream().map(MemberAccount::id).forEach(gaining::add);
        }
        return gaining;
    }

    private Optional<Reason> hindrance(Purchase purchase, List<SaleTaking> takings, Set<AccountId> gaining) {
        if (LinkedReturns.has(purchase)) {
            return Optional.of(Reason.IS_RETURN);
        }
        if (!stores.purchases().returnsOf(List.of(wish.sale())).isEmpty()) {
            return Optional.of(Reason.RETURNED);
        }
        if (takings.stream()
                .anyMatch(taking -> journal.account(taking.account()).isClosed())) {
            return Optional.of(Reason.CLOSED);
        }
        Duration age = Duration.between(purchase.purchasedAt(), now);
        boolean tooOld = gaining.stream()
                .anyMatch(account -> age.compareTo(journal.club(account, purchase)
                                .club()
                                .terms()
                                .earning()
                                .bounds()
                                .maxLate())
                        > 0);
        return tooOld ? Optional.of(Reason.OUT_OF_TIME) : Optional.empty();
    }

    private List<PointEntry> give(Purchase purchase, @Nullable MemberId to, Set<AccountId> gaining) {
        List<PointEntry> given = new ArrayList<>();
        if (to != null) {
            SaleGiving giving = new SaleGiving(to, purchase, wish.key(), wish.fingerprint());
            gaining.forEach(account -> given.addAll(giving.give(journal, account)));
        }
        return given;
    }
}
