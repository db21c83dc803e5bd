package org.openmembership.sale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.access.Feature;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.KeptPurchase.Owner;
import org.openmembership.purchase.Purchase;
import org.openmembership.sale.ClaimResult.Reason;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.Facts;
import org.openmembership.step.LinkedReturns;
import org.openmembership.step.Redirects;
import org.openmembership.step.SaleJournal;
import org.openmembership.storage.Stores;

/** One claim, in one unit of work: locks the sale, then the accounts, so that of several claims one succeeds. */
final class Claim {
    private final ExternalKey sale;
    private final MemberId member;
    private final Instant now;
    private final Stores stores;
    private final SaleJournal journal;
    private final boolean recruiting;

    Claim(Caller caller, ExternalKey sale, MemberId member, Instant now, Stores stores, Facts facts) {
        this.sale = sale;
        this.member = Redirects.follow(member, stores);
        this.now = now;
        this.stores = stores;
        this.journal = new SaleJournal(caller.clubs(), caller.actor(), now, stores, facts);
        this.recruiting = caller.features().contains(Feature.ENVOYS);
    }

    ClaimResult run() {
        Optional<KeptPurchase> found = stores.purchases().lock(sale);
        if (found.isEmpty()) {
            return refused(Reason.UNKNOWN_SALE);
        }
        KeptPurchase kept = found.get();
        Owner owner = kept.member();
        if (owner.member() != null) {
            return isOurs(owner) ? again(kept) : refused(Reason.TAKEN);
        }
        if (!stores.purchases().returnsOf(Set.of(sale)).isEmpty()) {
            return refused(Reason.RETURNED);
        }
        Set<AccountId> accounts = accounts();
        if (accounts.isEmpty()) {
            return refused(Reason.NO_ACCOUNT);
        }

        List<SaleJournal.Planned> plans = plans(kept.purchase(), accounts);
        return plans.isEmpty() ? refused(Reason.TOO_LATE) : record(kept, plans);
    }

    /** Also where who claimed it has become one with the member since. */
    private boolean isOurs(Owner owner) {
        MemberId claimed = owner.member();
        return !owner.awaiting()
                && claimed != null
                && Redirects.follow(claimed, stores).equals(member);
    }

    private ClaimResult again(KeptPurchase kept) {
        List<ClubPoints> clubs = FirstAnswer.of(sale, now, stores)
                .map(answer -> ((SaleResult.Recorded) answer).clubs())
                .orElse(List.of());
        return new ClaimResult.Claimed(kept.id(), clubs, true);
    }

    /** Those that collect; none while the member is not active. */
    private Set<AccountId> accounts() {
        boolean isActive = stores.members()
                .standing(member)
                .filter(MemberStanding::isActive)
                .isPresent();
        Set<AccountId> accounts = new TreeSet<>();
        for (MemberAccount account : isActive ? stores.accounts().of(member) : List.<MemberAccount>of()) {
            if (!account.isClosed()) {
                accounts.add(account.id());
            }
        }
        journal.lock(accounts);
        if (recruiting && !accounts.isEmpty()) {
            journal.expectRecruits(Set.of(member));
        }
        return accounts;
    }

    /** What the sale does in each club that still lets it be claimed; where it moved points, or will, it counted already. */
    private List<SaleJournal.Planned> plans(Purchase purchase, Set<AccountId> accounts) {
        Set<ClubId> counted = new TreeSet<>();
        stores.commands()
                .findInAllClubs(Operation.SALE, sale)
                .forEach(command -> counted.add(command.key().club()));
        stores.waitingSales().of(Set.of(sale)).forEach(waiting -> counted.add(waiting.club()));
        Duration age = Duration.between(purchase.purchasedAt(), now);
        List<SaleJournal.Planned> plans = new ArrayList<>();
        for (AccountId account : accounts) {
            Duration window = journal.club(account, purchase)
                    .club()
                    .terms()
                    .earning()
                    .policies()
                    .claimWindow();
            boolean isInTime = age.compareTo(window) <= 0;
            if (isInTime && !counted.contains(journal.account(account).club())) {
                plans.add(journal.plan(purchase, account, true, LinkedReturns.NONE));
            }
        }
        return plans;
    }

    private ClaimResult record(KeptPurchase kept, List<SaleJournal.Planned> plans) {
        Purchase purchase = kept.purchase();
        PointEntry.Scene scene = new PointEntry.Scene(
                member,
                purchase.buyer().card(),
                purchase.place().store(),
                purchase.place().till());
        List<ClubPoints> clubs = plans.stream()
                .map(plan -> FirstAnswer.points(journal.post(plan, purchase, kept.fingerprint(), scene)))
                .toList();
        journal.write();
        stores.purchases().assign(kept.id(), new Owner(member, false));
        return new ClaimResult.Claimed(kept.id(), clubs, false);
    }

    private ClaimResult refused(Reason reason) {
        return new ClaimResult.Refused(sale, reason);
    }
}
