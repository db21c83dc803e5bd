package org.openmembership.merging;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.customer.Customer;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStatus;
import org.openmembership.merging.MergeBlocker.Reason;
import org.openmembership.merging.MergePlan.AccountChange;
import org.openmembership.user.UserId;

/** Everything that stands in the way of a merge, all of it at once. */
record Blockers(
        MergeFacts facts,
        List<Member> members,
        List<AccountChange> accounts,
        @Nullable UserId chosen) {
    List<MergeBlocker> all() {
        List<MergeBlocker> found = new ArrayList<>();
        facts.unknown().forEach(id -> found.add(new MergeBlocker(Reason.UNKNOWN_CUSTOMER, id.value())));
        facts.customers().stream()
                .map(Customer::id)
                .filter(facts.server()::isDefault)
                .forEach(id -> found.add(new MergeBlocker(Reason.DEFAULT_CUSTOMER, id.value())));
        members.stream()
                .filter(member -> member.status() == MemberStatus.CLOSED)
                .forEach(member -> found.add(
                        new MergeBlocker(Reason.MEMBER_CLOSED, member.id().value())));
        if (members.size() > 1) {
            facts.blocked().forEach(member -> found.add(new MergeBlocker(Reason.MEMBER_BLOCKED, member.value())));
        }
        unagreed().forEach(member -> found.add(new MergeBlocker(Reason.NOT_AGREED, member.value())));
        addUser(found);
        accounts.forEach(change -> addAccount(change, found));
        addCurrencies(found);
        return List.copyOf(found);
    }

    /** Who has proven an address and has not agreed, where somebody else has proven one too (S31). */
    private Stream<MemberId> unagreed() {
        List<Member> verified = members.stream().filter(facts::isVerified).toList();
        return verified.stream()
                .map(Member::id)
                .filter(member -> verified.stream()
                        .map(Member::id)
                        .anyMatch(other -> !other.equals(member) && !hasAgreed(member, other)));
    }

    /** Agreeing to be one with the surviving member says it for all of them. */
    private boolean hasAgreed(MemberId member, MemberId other) {
        MemberId survivor = members.get(0).id();
        return facts.agreements().stream()
                .anyMatch(kept -> kept.member().equals(member)
                        && (kept.other().equals(other) || kept.other().equals(survivor)));
    }

    private void addUser(List<MergeBlocker> found) {
        Set<UserId> users =
                members.stream().map(Member::user).filter(Objects::nonNull).collect(toSet());
        if (chosen == null && users.size() > 1) {
            users.stream().sorted().forEach(user -> found.add(new MergeBlocker(Reason.USER_NOT_CHOSEN, user.value())));
        }
        if (chosen != null && !users.contains(chosen)) {
            found.add(new MergeBlocker(Reason.USER_OF_NONE, chosen.value()));
        }
    }

    private void addAccount(AccountChange change, List<MergeBlocker> found) {
        if (change.isHandover()) {
            return;
        }
        Stream.of(change.from(), change.into())
                .filter(account -> account.block().isPresent())
                .forEach(account -> add(Reason.ACCOUNT_BLOCKED, account, found));
        if (change.into().isClosed()) {
            add(Reason.ACCOUNT_CLOSED, change.into(), found);
        }
        List<MemberId> sharers = facts.sharers().getOrDefault(change.from().id(), List.of());
        if (sharers.size() > 1) {
            add(Reason.ACCOUNT_SHARED, change.from(), found);
        }
    }

    private static void add(Reason reason, MemberAccount account, List<MergeBlocker> found) {
        MergeBlocker blocker = new MergeBlocker(reason, account.id().value());
        if (!found.contains(blocker)) {
            found.add(blocker);
        }
    }

    private void addCurrencies(List<MergeBlocker> found) {
        Set<CurrencyUnit> currencies = facts.onAccount().values().stream()
                .map(account -> account.balance().getCurrencyUnit())
                .collect(toSet());
        if (currencies.size() > 1) {
            facts.onAccount()
                    .keySet()
                    .forEach(customer -> found.add(new MergeBlocker(Reason.OTHER_CURRENCY, customer.value())));
        }
    }
}
