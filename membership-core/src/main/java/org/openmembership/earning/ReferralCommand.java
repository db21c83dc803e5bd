package org.openmembership.earning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.ClubId;
import org.openmembership.club.EventRule;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.earning.ReferralResult.AlreadyReferred;
import org.openmembership.earning.ReferralResult.Reason;
import org.openmembership.earning.ReferralResult.Referred;
import org.openmembership.earning.ReferralResult.Refused;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.EventGiving;
import org.openmembership.step.Occasions;
import org.openmembership.step.SamePerson;
import org.openmembership.storage.Stores;

/** Gives both sides of a referral what the club has for it; each side's entries belong to a command of their own. */
final class ReferralCommand implements KeyedCommand<ReferralResult> {
    private static final Answer REFERRED = Answer.of("REFERRED");

    private final AccountId referrer;
    private final AccountId referred;

    ReferralCommand(AccountId referrer, AccountId referred) {
        this.referrer = referrer;
        this.referred = referred;
    }

    @Override
    public Identity identity() {
        ExternalKey key = ExternalKey.of(Occasions.SOURCE, "referred:" + referred);
        return new Identity(Operation.EVENT, Permission.REPORT_EVENT, referred, key, content());
    }

    private Fingerprint content() {
        return Fingerprint.of("referral;" + referrer + ";" + referred);
    }

    private CommandKey referrersKey(ClubId club) {
        return new CommandKey(Operation.EVENT, club, ExternalKey.of(Occasions.SOURCE, "referral:" + referred));
    }

    @Override
    public SortedSet<AccountId> accounts() {
        return new TreeSet<>(List.of(referrer, referred));
    }

    @Override
    public Decision<ReferralResult> decide(Situation situation) {
        AccountLedger brought = situation.ledger(referred);
        AccountLedger bringing = situation.ledger(referrer);
        if (!bringing.account().club().equals(brought.account().club())) {
            return Decision.notYet(new Refused(Reason.OTHER_CLUB));
        }
        if (bringing.account().isClosed() || brought.account().isClosed()) {
            return Decision.notYet(new Refused(Reason.CLOSED));
        }
        Optional<Reason> same = SamePerson.of(side(bringing, situation), side(brought, situation), situation.stores())
                .map(ReferralCommand::reason);
        if (same.isPresent()) {
            return Decision.notYet(new Refused(same.get()));
        }
        return given(brought, bringing, situation);
    }

    private static SamePerson.Side side(AccountLedger ledger, Situation situation) {
        MemberAccount account = ledger.account();
        return new SamePerson.Side(
                account.owner().mainMember(), situation.stores().cards().of(account.id()));
    }

    private static Reason reason(SamePerson.Trait same) {
        return switch (same) {
            case PERSON -> Reason.SAME_PERSON;
            case EMAIL -> Reason.SAME_EMAIL;
            case PHONE -> Reason.SAME_PHONE;
            case ADDRESS -> Reason.SAME_ADDRESS;
            case CARD -> Reason.SAME_CARD;
        };
    }

    private Decision<ReferralResult> given(AccountLedger brought, AccountLedger bringing, Situation situation) {
        EventGiving giving = new EventGiving(situation.stores());
        LocalDate today = situation.terms().businessDate(brought.at());
        CommandKey other = referrersKey(situation.command().club());
        List<PointEntry> toReferred = giving.give(
                        brought,
                        new EventGiving.Event(EventRule.REFERRED, today, situation.command(), null),
                        situation.club())
                .entries();
        List<PointEntry> toReferrer = giving.give(
                        bringing, new EventGiving.Event(EventRule.REFERRAL, today, other, null), situation.club())
                .entries();

        Decision.Further beside = new Decision.Further(other, content(), effect(toReferrer), REFERRED);
        Decision.Beside kept = new Decision.Beside(List.of(beside), giving.counts(), giving.explanations());
        return Decision.<ReferralResult>done(
                        new Referred(toReferred, toReferrer, false), REFERRED, brought.posting(), bringing.posting())
                .keeping(kept);
    }

    private RecordedCommand.Effect effect(List<PointEntry> entries) {
        return entries.isEmpty()
                ? RecordedCommand.Effect.none(referrer)
                : new RecordedCommand.Effect(
                        referrer,
                        entries.get(0).id().seq(),
                        entries.get(entries.size() - 1).id().seq());
    }

    @Override
    public ReferralResult repeated(RecordedCommand first, Stores stores) {
        CommandKey other = referrersKey(first.key().club());
        List<PointEntry> toReferrer = stores.commands()
                .find(other)
                .map(command -> stores.ledger().entries(command.effect()))
                .orElse(List.of());
        return new Referred(stores.ledger().entries(first.effect()), toReferrer, true);
    }

    @Override
    public Undecided<ReferralResult> undecided() {
        return new Undecided<>(
                (key, firstUsedAt) -> new AlreadyReferred(firstUsedAt),
                new Refused(Reason.UNKNOWN_ACCOUNT),
                key -> new ReferralResult.OutcomeUnknown());
    }
}
