package org.openmembership.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.user.User;

/** Keeps accounts, who shares them, and their scheme history. */
public interface AccountStore {
    /**
     * Adds an account, its main member's share in it if it has one, and its first scheme move.
     *
     * <p>If its main member got another account in the same club meanwhile, the unit of work is run again.
     */
    void open(MemberAccount account, SchemeMove opening);

    Optional<MemberAccount> find(AccountId id);

    /** The accounts that exist, by id, all as they were at one instant. */
    List<MemberAccount> findAll(Set<AccountId> ids);

    /** Locks the accounts that exist, in order of id, until the unit of work ends; unknown ids are left out. */
    List<MemberAccount> lock(SortedSet<AccountId> ids);

    /** The account a member shares in a club; at most one. */
    Optional<MemberAccount> of(MemberId member, ClubId club);

    /** The accounts that members share in a club, by member; who has none there is left out. At most 1,000 members. */
    Map<MemberId, MemberAccount> ofAll(Set<MemberId> members, ClubId club);

    /** The accounts a member shares, by id. */
    List<MemberAccount> of(MemberId member);

    /** The members who share an account, the main member first, then by id. */
    List<MemberId> membersOf(AccountId account);

    /** The users of the members who share an account, by id. */
    List<User> usersOf(AccountId account);

    /** Those of the accounts that an active member shares who has an email address. */
    Set<AccountId> registered(Set<AccountId> accounts);

    /**
     * Keeps that another account of the club has what a locked one had that is closed: since a merge, since it became part of a
     * family's, or a takeover of its card.
     *
     * @param bringer whose it was, or turned out to be, where nobody shares it any more; null where its members still do
     */
    void succeed(AccountId closed, AccountId successor, @Nullable MemberId bringer);

    /** The closed accounts that a member has brought to others and does not share any more, by id (R55). */
    List<MemberAccount> broughtBy(MemberId member);

    /** Who has brought an account to another one and does not share it any more. */
    Optional<MemberId> bringer(AccountId account);

    /** Takes that back, as a merge is undone. */
    void separate(AccountId reopened);

    /**
     * Which accounts have had since what these had: one after the other, the last one has it now. Who still has it is left out.
     */
    Map<AccountId, List<AccountId>> successors(Set<AccountId> accounts);

    /** Writes the standing of a locked account; if its version has moved on, the unit of work is run again. */
    void update(MemberAccount account);

    /**
     * Writes who shares a locked account from now on, its type and its status; if its version has moved on, or one of the
     * members got another account in the club meanwhile, the unit of work is run again.
     *
     * @param members all of them, its main member included
     */
    void share(MemberAccount account, SortedSet<MemberId> members);

    /**
     * Writes the outcome of a review: the standings of locked accounts and the moves of those that changed, in one set.
     * If a version has moved on, the unit of work is run again.
     */
    void review(List<MemberAccount> reviewed, List<SchemeMove> moves);

    /** The scheme history of an account, by number. */
    List<SchemeMove> moves(AccountId account);

    /** The scheme histories of accounts, by account, then number. */
    List<SchemeMove> movesOf(Set<AccountId> accounts);

    /** Active accounts of a club that are due for review on {@code day}, by id after {@code after}. */
    List<AccountId> dueForReview(ClubId club, LocalDate day, @Nullable AccountId after, int limit);

    /** Accounts of a club, by id after {@code after}. */
    List<MemberAccount> ofClub(ClubId club, @Nullable AccountId after, int limit);

    /**
     * The active members born on one of these days who share an account of a club that was opened before {@code openedBefore}
     * and is not closed, by member after {@code after}.
     *
     * @param days never empty
     */
    List<Sharer> born(
            ClubId club, Collection<LocalDate> days, Instant openedBefore, @Nullable MemberId after, int limit);

    /** How many accounts of a club hold each scheme, by scheme. */
    List<SchemeCount> countByScheme(ClubId club);

    /** How many accounts of a club hold each scheme or are to come to it, by scheme; one that moves counts for both (D32). */
    List<SchemeCount> countBySchemeInUse(ClubId club);

    /** How many accounts hold a scheme. */
    record SchemeCount(SchemeId scheme, long accounts) {}
}
