package org.openmembership.blocking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountEvent.AccountBlocked;
import org.openmembership.account.AccountEvent.AccountUnblocked;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.blocking.BlockResult.Blocked;
import org.openmembership.blocking.BlockResult.Reason;
import org.openmembership.blocking.BlockResult.Refused;
import org.openmembership.blocking.BlockResult.Unblocked;
import org.openmembership.card.CardEvent.CardBlocked;
import org.openmembership.card.CardEvent.CardUnblocked;
import org.openmembership.card.CardNumber;
import org.openmembership.card.MembershipCard;
import org.openmembership.club.AccountTerms.BlockReasons;
import org.openmembership.command.Caller;
import org.openmembership.member.MemberEvent.MemberBlocked;
import org.openmembership.member.MemberEvent.MemberUnblocked;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Block;
import org.openmembership.shared.ReasonCode;
import org.openmembership.step.Facts;
import org.openmembership.step.ScannedCards;
import org.openmembership.storage.Stores;

/**
 * The door to blocks on accounts, members and cards (B11, B37, B38, R54). Thread-safe.
 *
 * <p>What is blocked is not identified; points in flight still post, returns and expiry go on. A card or member counts as
 * blocked if it is itself or the account is. Whoever blocks says why, and the first reason stands until it is unblocked.
 */
public final class Blocking {
    private final Caller caller;
    private final ScannedCards scanned;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Blocking(Caller caller, ScannedCards scanned) {
        this.caller = caller;
        this.scanned = scanned;
    }

    /** Blocks an account, which spends nothing then. */
    public BlockResult block(AccountId account, ReasonCode reason) {
        Instant now = caller.now();
        return caller.change((stores, facts) -> {
            Optional<MemberAccount> found = locked(account, Permission.BLOCK, stores, facts);
            if (found.isEmpty()) {
                return new Refused(Reason.UNKNOWN);
            }
            MemberAccount row = found.get();
            if (row.block().isPresent()) {
                return new Blocked(row.block().get(), true);
            }
            if (!reasons(now, stores).take(reason, List.of(row.club()), BlockReasons::accounts)) {
                return new Refused(Reason.REASON_NOT_LISTED);
            }
            Block block = new Block(reason, caller.actor(), now);

            stores.accounts().update(row.blocked(block));
            facts.happened(new AccountBlocked(account, reason), row, now);
            return new Blocked(block, false);
        });
    }

    /** Blocks a member in all clubs, whatever is shown at the till; the accounts themselves are not. */
    public BlockResult block(MemberId member, ReasonCode reason) {
        Instant now = caller.now();
        return changeMember(member, Permission.BLOCK, (before, stores, facts) -> {
            List<MemberAccount> accounts = stores.accounts().of(member);
            if (before != null) {
                return new Blocked(before, true);
            }
            if (!reasons(now, stores)
                    .take(reason, accounts.stream().map(MemberAccount::club).toList(), BlockReasons::members)) {
                return new Refused(Reason.REASON_NOT_LISTED);
            }
            Block block = new Block(reason, caller.actor(), now);

            stores.members().block(member, block);
            facts.happened(new MemberBlocked(member, reason), now);
            return new Blocked(block, false);
        });
    }

    /** Blocks a card as it was scanned, handed out or not. */
    public BlockResult block(CardNumber card, ReasonCode reason) {
        Instant now = caller.now();
        return changeCard(card, Permission.BLOCK, (row, stores, facts) -> {
            if (row.block() != null) {
                return new Blocked(row.block(), true);
            }
            if (!reasons(now, stores).take(reason, List.of(row.club()), BlockReasons::cards)) {
                return new Refused(Reason.REASON_NOT_LISTED);
            }
            Block block = new Block(reason, caller.actor(), now);

            stores.cards().update(List.of(row.with(block)));
            AccountId account = row.account().orElse(null);
            facts.happened(new CardBlocked(row.club(), account, row.number(), reason), now);
            return new Blocked(block, false);
        });
    }

    /** What of an account is blocked by itself, so that whoever unblocks the account can say what goes along (B38). */
    public Optional<BlockedAlong> unblockPreview(AccountId account) {
        return caller.read(stores -> {
            Optional<MemberAccount> found = stores.accounts().find(account);
            caller.require(Permission.UNBLOCK, found.map(MemberAccount::subject).orElse(Subject.NOBODY));
            return found.map(
                    row -> Unblocking.gather(account, Cascade.ALL, stores).along());
        });
    }

    /** Unblocks an account, whatever the cascade, and along with it what the cascade says (B38). */
    public BlockResult unblock(AccountId account, Cascade cascade) {
        Instant now = caller.now();
        return caller.change((stores, facts) -> {
            Optional<MemberAccount> found = locked(account, Permission.UNBLOCK, stores, facts);
            if (found.isEmpty()) {
                return new Refused(Reason.UNKNOWN);
            }
            if (cascade.includes(Cascade.Part.LOGINS)) {
                caller.require(Permission.ENABLE_USER, found.get().subject());
            }
            Unblocking unblocking = Unblocking.gather(account, cascade, stores);
            boolean blocked = found.get().block().isPresent();

            if (blocked) {
                stores.accounts().update(found.get().blocked(null));
                facts.happened(new AccountUnblocked(account), found.get(), now);
            }
            unblocking.record(now, stores, facts);
            return new Unblocked(unblocking.along(), !blocked);
        });
    }

    /** Unblocks a member; the accounts and cards stay as they are. */
    public BlockResult unblock(MemberId member) {
        Instant now = caller.now();
        return changeMember(member, Permission.UNBLOCK, (before, stores, facts) -> {
            if (before != null) {
                stores.members().block(member, null);
                facts.happened(new MemberUnblocked(member), now);
            }
            return new Unblocked(BlockedAlong.NOTHING, before == null);
        });
    }

    /** Unblocks a card, unless another has taken its place; the account stays as it is. */
    public BlockResult unblock(CardNumber card) {
        Instant now = caller.now();
        return changeCard(card, Permission.UNBLOCK, (row, stores, facts) -> {
            if (row.life().replacedBy() != null) {
                return new Refused(Reason.REPLACED);
            }
            if (row.isBlocked()) {
                stores.cards().update(List.of(row.with((Block) null)));
                facts.happened(new CardUnblocked(row.club(), row.account().orElse(null), row.number()), now);
            }
            return new Unblocked(BlockedAlong.NOTHING, !row.isBlocked());
        });
    }

    private interface CardChange {
        BlockResult of(MembershipCard card, Stores stores, Facts facts);
    }

    private BlockResult changeCard(CardNumber card, Permission permission, CardChange change) {
        return caller.change((stores, facts) -> {
            Optional<MembershipCard> found = scanned.find(card, stores);
            caller.require(
                    permission,
                    found.map(row -> ScannedCards.subject(row, stores)).orElse(Subject.NOBODY),
                    facts);
            return found.map(row -> change.of(row, stores, facts)).orElseGet(() -> new Refused(Reason.UNKNOWN));
        });
    }

    private interface MemberChange {
        BlockResult of(@Nullable Block before, Stores stores, Facts facts);
    }

    private BlockResult changeMember(MemberId member, Permission permission, MemberChange change) {
        return caller.change(permission, new Subject(member.value()), (stores, facts) -> {
            boolean known = stores.members().standing(member).isPresent();
            Block before = stores.members().blocks(Set.of(member)).get(member);
            return known ? change.of(before, stores, facts) : new Refused(Reason.UNKNOWN);
        });
    }

    private Optional<MemberAccount> locked(AccountId account, Permission permission, Stores stores, Facts facts) {
        Optional<MemberAccount> found =
                stores.accounts().lock(new TreeSet<>(Set.of(account))).stream().findFirst();
        caller.require(permission, found.map(MemberAccount::subject).orElse(Subject.NOBODY), facts);
        return found;
    }

    private Reasons reasons(Instant now, Stores stores) {
        return new Reasons(caller.clubs(), now, stores);
    }
}
