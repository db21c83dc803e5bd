package org.openmembership.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.member.Member;
import org.openmembership.user.UserId;

/**
 * What a merge will do: decided, nothing done yet.
 *
 * @param facts what it was decided from
 * @param fields the survivor as it will be
 * @param main the member who stays, null where nobody is a member
 * @param absorbed the members that become part of it
 * @param keepUser who signs in afterwards, null where nobody does
 * @param accounts what becomes of the accounts of those
 * @param blockers what stands in the way
 */
record MergePlan(
        MergeFacts facts,
        FieldMerge fields,
        @Nullable Member main,
        List<Member> absorbed,
        @Nullable UserId keepUser,
        List<AccountChange> accounts,
        List<MergeBlocker> blockers) {
    /**
     * What becomes of an account of a member that is merged away.
     *
     * @param into the account its points go to; the same where only its owner changes
     */
    record AccountChange(Member owner, MemberAccount from, MemberAccount into) {
        boolean isHandover() {
            return from.id().equals(into.id());
        }
    }

    /** @param chosen who shall sign in; null if the caller does not say */
    static MergePlan of(MergeFacts facts, @Nullable UserId chosen, Instant now) {
        List<Member> members = facts.distinctMembers();
        Member main = members.isEmpty() ? null : members.get(0);
        List<Member> absorbed = members.size() < 2 ? List.of() : members.subList(1, members.size());
        List<AccountChange> accounts = main == null ? List.of() : accounts(main, absorbed, facts);
        UserId keep = members.size() < 2 ? main == null ? null : main.user() : chosen;
        FieldMerge fields = new FieldMerge(facts.survivor(), now).take(facts.others());
        return new MergePlan(
                facts, fields, main, absorbed, keep, accounts, new Blockers(facts, members, accounts, chosen).all());
    }

    /** The one account of the surviving member in each club takes all points; where there is none, the first one moves. */
    private static List<AccountChange> accounts(Member main, List<Member> absorbed, MergeFacts facts) {
        Map<ClubId, MemberAccount> targets = new LinkedHashMap<>();
        facts.accountsOf(main).forEach(account -> targets.put(account.club(), account));
        List<AccountChange> changes = new ArrayList<>();
        for (Member owner : absorbed) {
            for (MemberAccount account : facts.accountsOf(owner)) {
                if (!account.isClosed()) {
                    MemberAccount target = targets.computeIfAbsent(account.club(), any -> account);
                    changes.add(new AccountChange(owner, account, target));
                }
            }
        }
        return changes;
    }

    Optional<Member> mainMember() {
        return Optional.ofNullable(main);
    }
}
