package org.openmembership.importing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStatus;
import org.openmembership.privacy.Tombstone;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/**
 * Whom the rows of a chunk name, by references of members and ids of accounts: looked up together, in as many questions for a
 * thousand rows as for one.
 *
 * @param members by reference
 * @param accountsOf by member, those of the club
 * @param accounts by id, of any club
 * @param erased references of people who are gone
 */
record Owners(
        ClubId club,
        Map<ExternalKey, Member> members,
        Map<MemberId, MemberAccount> accountsOf,
        Map<AccountId, MemberAccount> accounts,
        Set<Tombstone> erased) {
    /** Who a row names: a member by reference, or an account by our id, or both. */
    record Named(@Nullable ExternalKey member, @Nullable AccountId account) {
        boolean isNobody() {
            return member == null && account == null;
        }
    }

    /**
     * What a row is of.
     *
     * @param member null where an account alone is named
     * @param account null where the member has none in the club yet
     */
    record Found(@Nullable Member member, @Nullable MemberAccount account) {}

    static Owners of(Collection<Named> named, ClubId club, Stores stores) {
        Set<ExternalKey> references =
                named.stream().map(Named::member).filter(Objects::nonNull).collect(toSet());
        Set<AccountId> ids =
                named.stream().map(Named::account).filter(Objects::nonNull).collect(toSet());
        Map<ExternalKey, Member> members = stores.members().withReferences(references).stream()
                .collect(toMap(member -> Objects.requireNonNull(member.reference()), member -> member));
        Set<MemberId> known = members.values().stream().map(Member::id).collect(toSet());
        return new Owners(
                club,
                members,
                stores.accounts().ofAll(known, club),
                stores.accounts().findAll(ids).stream().collect(toMap(MemberAccount::id, account -> account)),
                new HashSet<>(stores.privacy()
                        .among(references.stream().map(Tombstone::ofMember).toList())));
    }

    /** Whether the row is of a member who has been erased. */
    boolean isErased(Named named) {
        ExternalKey reference = named.member();
        return reference != null && !members.containsKey(reference) && erased.contains(Tombstone.ofMember(reference));
    }

    /** What speaks against whom a row names; null if nothing does. */
    @Nullable
    Violation problem(Named named) {
        Member member = member(named);
        MemberAccount account = named.account() == null ? null : accounts.get(named.account());
        if (named.member() != null && member == null) {
            return new Violation("member", "is nobody's reference");
        }
        if (member != null && member.status() != MemberStatus.ACTIVE && member.status() != MemberStatus.IMPORTED) {
            return new Violation("member", "is of a member who is " + member.status());
        }
        if (named.account() != null && account == null) {
            return new Violation("account", "does not exist");
        }
        if (account != null && !account.club().equals(club)) {
            return new Violation("account", "is of another club");
        }
        MemberAccount theirs = member == null ? account : accountsOf.get(member.id());
        if (account != null && !account.equals(theirs)) {
            return new Violation("account", "is not the member's");
        }
        return theirs != null && theirs.isClosed() ? new Violation("account", "is closed") : null;
    }

    /** Whose a row is that nothing speaks against. */
    Found found(Named named) {
        Member member = member(named);
        MemberAccount account = named.account() == null ? null : accounts.get(named.account());
        return new Found(member, member == null ? account : accountsOf.get(member.id()));
    }

    private @Nullable Member member(Named named) {
        return named.member() == null ? null : members.get(named.member());
    }
}
