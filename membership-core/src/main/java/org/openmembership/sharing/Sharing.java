package org.openmembership.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountEvent;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent.CardBlocked;
import org.openmembership.card.MembershipCard;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.ReasonCode;
import org.openmembership.sharing.SharingResult.Reason;
import org.openmembership.step.Arrival;
import org.openmembership.step.Facts;
import org.openmembership.step.Whose;
import org.openmembership.storage.OutcomeUnknownException;
import org.openmembership.storage.Stores;

/**
 * The door to who shares an account, and to its end (B28-B31, R55). Thread-safe.
 *
 * <p>An account that somebody represents has exactly one main member at any time. A repeat of anything here changes nothing.
 */
public final class Sharing {
    /** Why the cards of a member who left are blocked. */
    public static final ReasonCode MEMBER_LEFT = ReasonCode.of("MEMBER_LEFT");

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Sharing(Caller caller) {
        this.caller = caller;
    }

    /** The members who share an account, the main member first; empty for an unknown account. */
    public List<MemberId> members(AccountId account) {
        return caller.read(stores -> {
            Optional<MemberAccount> found = stores.accounts().find(account);
            caller.require(
                    Permission.READ_STATEMENT,
                    found.map(row -> Whose.account(row, Permission.READ_STATEMENT, caller.actor(), stores))
                            .orElse(Subject.NOBODY));
            return stores.accounts().membersOf(account);
        });
    }

    /**
     * Lets an active or imported member share a family's or company's account.
     *
     * <p>The actor must be allowed to change the account and to act for who joins, because that takes the member's place in the
     * club and lets others spend what the member will earn: no member does it alone (R20).
     *
     * <p>Of several who join at once, none is lost; a member who gets an account of their own in the club at the same time
     * has one of the two. Sales that wait for the member's first account are posted to this one (R5).
     */
    public SharingResult join(AccountId account, MemberId named) {
        Instant now = caller.now();
        return change(Permission.SHARE_ACCOUNT, account, (sharers, work) -> {
            Optional<MemberStanding> standing = work.stores().members().standingForUpdate(named);
            caller.require(Permission.SHARE_ACCOUNT, joining(standing), work.facts());
            // whoever was merged away joins as the member they are now
            MemberId member = standing.map(MemberStanding::member).orElse(named);
            Optional<MemberAccount> other =
                    work.stores().accounts().of(member, sharers.account().club());

            if (sharers.includes(member)) {
                return shared(sharers, true);
            }
            Optional<Reason> reason =
                    sharers.againstJoining().or(() -> against(standing)).or(() -> other.map(any -> Reason.HAS_ACCOUNT));
            if (reason.isPresent()) {
                return refused(reason.get());
            }
            Sharers more = sharers.with(member);

            work.keep(more);
            work.tell(new AccountEvent.MemberJoined(account, member), sharers, now);
            if (standing.filter(MemberStanding::isActive).isPresent()) {
                Arrival.of(member, caller.actor(), now, caller.clubs(), work.stores(), work.facts());
            }
            return shared(more.with(work.reread(account)), false);
        });
    }

    /**
     * Makes a member's own account part of a family's, and the member one of those who share it: points lot by lot with their
     * dates and holds, debt, and cards come along in one unit of work, or nothing does (B30, R29, R55).
     *
     * <p>The account that is left is closed and is nobody's any more; returns of what was earned on it are taken from the
     * family's. Points that have lapsed stay there and expire there. The family keeps its scheme until its next review, which
     * counts what was brought as well (R41). The actor must be allowed to
     * change both accounts, which a member is not for another. A repeat with the same key gives the first answer again, also a
     * refusal; with other accounts it is {@code KeyReused}.
     *
     * @throws InvalidRequestException if both accounts are one
     */
    public PoolingResult pool(PoolingRequest request) {
        if (request.from().equals(request.into())) {
            throw new InvalidRequestException(List.of(new Violation("into", "must be another account")));
        }
        Instant now = caller.now();
        try {
            return caller.change((stores, facts) -> new Pooling(caller, request, now, stores, facts).run());
        } catch (OutcomeUnknownException unknown) {
            return new PoolingResult.OutcomeUnknown(request.key());
        }
    }

    /** What was answered to pooling under a key, on the account it went into; empty only if it surely was not done (I29). */
    public Optional<PoolingResult> lookup(AccountId into, ExternalKey key) {
        return caller.lookup(Operation.POOLING, into, key, Pooling::retell);
    }

    /**
     * Ends a member's share in an account, which the member may do as well as who represents it; its points stay with those who remain, also those that were {@link #pool pooled}.
     * Who leaves may get an account of their own again, without points.
     *
     * <p>Cards that the member carries are blocked, as {@link #MEMBER_LEFT}.
     */
    public SharingResult leave(AccountId account, MemberId member) {
        Instant now = caller.now();
        return change(Permission.SHARE_ACCOUNT, account, all -> leaving(all, member), (sharers, work) -> {
            List<MembershipCard> carried = work.stores().cards().of(account).stream()
                    .filter(card -> member.equals(card.carrier()) && !card.isBlocked())
                    .toList();

            if (!sharers.includes(member)) {
                return refused(Reason.NOT_OF_ACCOUNT);
            }
            Optional<Reason> reason = sharers.againstLeaving(member);
            if (reason.isPresent()) {
                return refused(reason.get());
            }
            Sharers fewer = sharers.without(member);
            Block left = new Block(MEMBER_LEFT, caller.actor(), now);

            work.keep(fewer);
            work.tell(new AccountEvent.MemberLeft(account, member), sharers, now);
            work.stores()
                    .cards()
                    .update(carried.stream().map(card -> card.with(left)).toList());
            carried.forEach(
                    card -> work.tell(new CardBlocked(card.club(), account, card.number(), MEMBER_LEFT), sharers, now));
            return shared(fewer.with(work.reread(account)), false);
        });
    }

    /** Makes another of the members the one who represents the account (B30). */
    public SharingResult represent(AccountId account, MemberId member) {
        Instant now = caller.now();
        return change(Permission.SHARE_ACCOUNT, account, (sharers, work) -> {
            MemberId before = sharers.account().owner().mainMember();
            if (sharers.isMain(member)) {
                return shared(sharers, true);
            }
            Optional<Reason> reason = sharers.fixed();
            if (reason.isPresent() || before == null) {
                return refused(reason.orElse(Reason.UNASSIGNED));
            }
            if (!sharers.includes(member)) {
                return refused(Reason.NOT_OF_ACCOUNT);
            }

            work.keep(sharers.with(sharers.account().representedBy(member)));
            work.tell(new AccountEvent.MainMemberReplaced(account, before, member), sharers, now);
            return work.answer(account);
        });
    }

    /** Lets more or fewer share an account; to be private it must have no second member (B31). */
    public SharingResult become(AccountId account, AccountType type) {
        Instant now = caller.now();
        return change(Permission.SHARE_ACCOUNT, account, (sharers, work) -> {
            AccountType before = sharers.account().owner().type();
            if (before == type) {
                return shared(sharers, true);
            }
            Optional<Reason> reason = sharers.againstBeing(type);
            if (reason.isPresent()) {
                return refused(reason.get());
            }

            work.keep(sharers.with(sharers.account().with(type)));
            work.tell(new AccountEvent.AccountTypeChanged(account, before, type), sharers, now);
            return work.answer(account);
        });
    }

    /**
     * Closes an account for good; what happened on it stays viewable, and its cards identify nobody any more.
     *
     * <p>Points are not lost by the way: there must be none left, and no debt. What is to be written off is written off
     * before, by an adjustment with its reason.
     */
    public SharingResult close(AccountId account, ReasonCode reason) {
        Instant now = caller.now();
        return change(Permission.CLOSE_ACCOUNT, account, (sharers, work) -> {
            if (sharers.account().isClosed()) {
                return shared(sharers, true);
            }
            Optional<Reason> against = sharers.againstClosing();
            if (against.isPresent()) {
                return refused(against.get());
            }

            work.stores().accounts().update(sharers.account().closed());
            work.tell(new AccountEvent.AccountClosed(account, sharers.account().club(), reason), sharers, now);
            return work.answer(account);
        });
    }

    private static Subject joining(Optional<MemberStanding> standing) {
        return standing.map(MemberStanding::member)
                .map(member -> new Subject(member.value()))
                .orElse(Subject.NOBODY);
    }

    /** Whoever shares it leaves as they like; else it is up to who represents the account. */
    private Subject leaving(Sharers sharers, MemberId member) {
        Subject self = new Subject(member.value(), true);
        return self.is(caller.actor()) && sharers.includes(member)
                ? self
                : sharers.account().subject();
    }

    private SharingResult change(
            Permission permission, AccountId account, BiFunction<Sharers, Work, SharingResult> change) {
        return change(permission, account, sharers -> sharers.account().subject(), change);
    }

    private SharingResult change(
            Permission permission,
            AccountId account,
            Function<Sharers, Subject> whose,
            BiFunction<Sharers, Work, SharingResult> change) {
        return caller.change((stores, facts) -> {
            Optional<Sharers> found = stores.accounts().lock(new TreeSet<>(Set.of(account))).stream()
                    .findFirst()
                    .map(row -> new Sharers(row, stores.accounts().membersOf(account)));
            caller.require(permission, found.map(whose).orElse(Subject.NOBODY), facts);
            return found.map(sharers -> change.apply(sharers, new Work(stores, facts)))
                    .orElseGet(() -> refused(Reason.UNKNOWN_ACCOUNT));
        });
    }

    private static Optional<Reason> against(Optional<MemberStanding> standing) {
        if (standing.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_MEMBER);
        }
        boolean welcome = standing.get().isActive() || standing.get().status() == MemberStatus.IMPORTED;
        return welcome ? Optional.empty() : Optional.of(Reason.NOT_ACTIVE);
    }

    private static SharingResult shared(Sharers sharers, boolean repeated) {
        return new SharingResult.Shared(sharers.account(), sharers.members(), repeated);
    }

    private static SharingResult refused(Reason reason) {
        return new SharingResult.Refused(reason);
    }

    /** The open unit of work. */
    private record Work(Stores stores, Facts facts) {
        void keep(Sharers sharers) {
            stores.accounts().share(sharers.account(), sharers.sorted());
        }

        void tell(MembershipEvent event, Sharers before, Instant now) {
            facts.happened(event, before.account(), now);
        }

        MemberAccount reread(AccountId account) {
            return stores.accounts().find(account).orElseThrow();
        }

        SharingResult answer(AccountId account) {
            return new SharingResult.Shared(reread(account), stores.accounts().membersOf(account), false);
        }
    }
}
