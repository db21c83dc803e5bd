package org.openmembership.sharing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountEvent.MemberJoined;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeStanding;
import org.openmembership.card.MembershipCard.Holder;
import org.openmembership.club.Club;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ReasonCode;
import org.openmembership.sharing.PoolingResult.KeyReused;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.sharing.PoolingResult.Refused;
import org.openmembership.step.AccountUnion;
import org.openmembership.step.Facts;
import org.openmembership.step.PointMerge;
import org.openmembership.storage.Stores;

/** Brings a member's own account to a family's: points, cards and the member, in one unit of work. */
final class Pooling {
    private static final ReasonCode POOLED = ReasonCode.of("POOLED");

    private final Caller caller;
    private final PoolingRequest request;
    private final Instant now;
    private final Stores stores;
    private final Facts facts;
    private final PointMerge points;

    Pooling(Caller caller, PoolingRequest request, Instant now, Stores stores, Facts facts) {
        this.caller = caller;
        this.request = request;
        this.now = now;
        this.stores = stores;
        this.facts = facts;
        this.points = new PointMerge(caller.clubs(), caller.actor(), now, stores);
    }

    PoolingResult run() {
        Map<AccountId, AccountLedger> ledgers = points.lock(Set.of(request.from(), request.into()));
        AccountLedger from = ledgers.get(request.from());
        AccountLedger into = ledgers.get(request.into());
        require(into);
        require(from);
        if (from == null || into == null) {
            return new Refused(PoolingRefusal.UNKNOWN_ACCOUNT, false);
        }
        CommandKey key = new CommandKey(Operation.POOLING, into.account().club(), request.key());
        Optional<RecordedCommand> first = stores.commands().find(key);
        if (first.isPresent()) {
            return first.get().fingerprint().equals(fingerprint())
                    ? retell(first.get(), stores)
                    : new KeyReused(request.key(), first.get().origin().recordedAt());
        }
        Sharers family = new Sharers(into.account(), stores.accounts().membersOf(request.into()));
        Optional<PoolingRefusal> refusal = refusal(from.account(), family);
        return refusal.map(reason -> refuse(key, reason)).orElseGet(() -> pool(key, from.account(), family));
    }

    /** Whoever pools takes the points of one and lets them be spent by others: that is both of theirs to allow. */
    private void require(@Nullable AccountLedger ledger) {
        Subject subject = ledger == null ? Subject.NOBODY : ledger.account().subject();
        caller.require(Permission.SHARE_ACCOUNT, subject, facts);
    }

    private Optional<PoolingRefusal> refusal(MemberAccount own, Sharers family) {
        MemberAccount into = family.account();
        if (!own.club().equals(into.club())) {
            return Optional.of(PoolingRefusal.OTHER_CLUB);
        }
        if (own.isClosed() || into.isClosed()) {
            return Optional.of(PoolingRefusal.CLOSED);
        }
        if (own.isUnassigned() || into.isUnassigned()) {
            return Optional.of(PoolingRefusal.UNASSIGNED);
        }
        if (own.owner().type() == AccountType.COMPANY || into.owner().type() == AccountType.COMPANY) {
            return Optional.of(PoolingRefusal.COMPANY);
        }
        if (into.owner().type() == AccountType.PRIVATE) {
            return Optional.of(PoolingRefusal.PRIVATE);
        }
        if (stores.accounts().membersOf(own.id()).size() > 1) {
            return Optional.of(PoolingRefusal.SHARED);
        }
        return hindrance(own, family);
    }

    /** What may pass. */
    private Optional<PoolingRefusal> hindrance(MemberAccount own, Sharers family) {
        boolean blocked = own.block().isPresent() || family.account().block().isPresent();
        if (blocked || !stores.members().blocks(Set.of(member(own))).isEmpty()) {
            return Optional.of(PoolingRefusal.BLOCKED);
        }
        if (family.isFull()) {
            return Optional.of(PoolingRefusal.FULL);
        }
        return hasPaid(own) ? Optional.of(PoolingRefusal.PAID_SCHEME) : Optional.empty();
    }

    private boolean hasPaid(MemberAccount own) {
        Club club = caller.clubs().require(own.club(), now, stores).club();
        SchemeCase found =
                stores.schemes().cases(new TreeSet<>(Set.of(own.id()))).get(0);
        SchemeStanding.Paid paid = found.kept() == null ? null : found.kept().paid();
        return paid != null && paid.until().compareTo(club.businessDate(now)) >= 0;
    }

    private PoolingResult pool(CommandKey key, MemberAccount own, Sharers family) {
        MemberId member = member(own);
        Holder owner = new Holder(request.into(), member, now);
        AccountUnion.United united = new AccountUnion(points, now, stores, facts)
                .unite(own.id(), new AccountUnion.Terms(key, fingerprint(), owner, POOLED));

        if (united.brought().isEmpty()) {
            record(key, Answer.of(PointMerge.MERGED));
        }
        stores.accounts().share(united.into(), family.with(member).sorted());
        facts.happened(new MemberJoined(request.into(), member), family.account(), now);
        return new Pooled(request.into(), united.brought(), false);
    }

    private PoolingResult refuse(CommandKey key, PoolingRefusal reason) {
        record(key, Answer.of(reason.name()));
        return new Refused(reason, false);
    }

    /** Under the key, what has left no entries. */
    private void record(CommandKey key, Answer answer) {
        stores.commands()
                .addAll(List.of(new RecordedCommand(
                        key,
                        fingerprint(),
                        RecordedCommand.Effect.none(request.into()),
                        answer,
                        new RecordedCommand.Origin(caller.actor(), now))));
    }

    private static MemberId member(MemberAccount own) {
        return requireNonNull(own.owner().mainMember());
    }

    private Fingerprint fingerprint() {
        return Fingerprint.of("pool;" + request.from() + ";" + request.into());
    }

    static PoolingResult retell(RecordedCommand first, Stores stores) {
        String outcome = first.answer().outcome();
        return outcome.equals(PointMerge.MERGED)
                ? new Pooled(first.effect().account(), stores.ledger().entries(first.effect()), true)
                : new Refused(PoolingRefusal.valueOf(outcome), true);
    }
}
