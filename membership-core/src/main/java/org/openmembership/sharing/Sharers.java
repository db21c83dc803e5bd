package org.openmembership.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.member.MemberId;
import org.openmembership.sharing.SharingResult.Reason;

/**
 * A locked account with all who share it, and what speaks against changing that.
 *
 * @param members the main member first
 */
record Sharers(MemberAccount account, List<MemberId> members) {
    boolean includes(MemberId member) {
        return members.contains(member);
    }

    boolean isMain(MemberId member) {
        return member.equals(account.owner().mainMember());
    }

    boolean isFull() {
        return members.size() >= MemberAccount.MAX_MEMBERS;
    }

    /** What speaks against any change of who shares it. */
    Optional<Reason> fixed() {
        if (account.isClosed()) {
            return Optional.of(Reason.CLOSED);
        }
        return account.isUnassigned() ? Optional.of(Reason.UNASSIGNED) : Optional.empty();
    }

    Optional<Reason> againstJoining() {
        if (fixed().isPresent()) {
            return fixed();
        }
        if (account.owner().type() == AccountType.PRIVATE) {
            return Optional.of(Reason.PRIVATE);
        }
        return isFull() ? Optional.of(Reason.FULL) : Optional.empty();
    }

    Optional<Reason> againstLeaving(MemberId member) {
        if (fixed().isPresent()) {
            return fixed();
        }
        return isMain(member) ? Optional.of(Reason.MAIN_MEMBER) : Optional.empty();
    }

    Optional<Reason> againstBeing(AccountType type) {
        if (account.isClosed()) {
            return Optional.of(Reason.CLOSED);
        }
        boolean tooMany = type == AccountType.PRIVATE && members.size() > 1;
        return tooMany ? Optional.of(Reason.PRIVATE) : Optional.empty();
    }

    Optional<Reason> againstClosing() {
        boolean empty =
                account.head().booked().isZero() && account.head().debt().isZero();
        return empty ? Optional.empty() : Optional.of(Reason.POINTS_LEFT);
    }

    Sharers with(MemberId member) {
        List<MemberId> more = new ArrayList<>(members);
        more.add(member);
        return new Sharers(account, more);
    }

    Sharers without(MemberId member) {
        return new Sharers(
                account, members.stream().filter(other -> !other.equals(member)).toList());
    }

    Sharers with(MemberAccount changed) {
        return new Sharers(changed, members);
    }

    TreeSet<MemberId> sorted() {
        return new TreeSet<>(members);
    }
}
