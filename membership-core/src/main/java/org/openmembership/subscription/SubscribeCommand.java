package org.openmembership.subscription;

import java.time.LocalDate;
import java.util.Map;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountEvent.SchemeBought;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeStanding.Paid;
import org.openmembership.club.Club;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeTerms.PaidTerm;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.storage.Stores;
import org.openmembership.subscription.SubscriptionResult.KeyReused;
import org.openmembership.subscription.SubscriptionResult.OutcomeUnknown;
import org.openmembership.subscription.SubscriptionResult.Refused;
import org.openmembership.subscription.SubscriptionResult.Subscribed;

/** Gives a scheme that was paid for; no points move. */
final class SubscribeCommand implements KeyedCommand<SubscriptionResult> {
    static final String SUBSCRIBED = "SUBSCRIBED";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final SubscriptionRequest request;

    SubscribeCommand(SubscriptionRequest request) {
        this.request = request;
    }

    @Override
    public Identity identity() {
        return new Identity(
                Operation.SUBSCRIPTION,
                Permission.SELL_SCHEME,
                request.account(),
                request.key(),
                request.fingerprint());
    }

    @Override
    public Decision<SubscriptionResult> decide(Situation situation) {
        Club club = situation.terms();
        Scheme scheme = club.scheme(request.scheme()).orElse(null);
        PaidTerm sold = scheme == null ? null : scheme.terms().paid();
        if (scheme == null || sold == null || !club.terms().review().force().on()) {
            return Decision.notYet(new Refused(SubscriptionRefusal.NOT_FOR_SALE, false));
        }
        SchemeCase found = situation.stores().schemes().cases(accounts()).get(0);
        if (found.account().isClosed()) {
            return Decision.refused(
                    new Refused(SubscriptionRefusal.CLOSED, false), Answer.of(SubscriptionRefusal.CLOSED.name()));
        }
        PaidScheme paying =
                new PaidScheme(club, situation.ledger(request.account()).at(), found);
        if (paying.isPaidBetter(scheme)) {
            return Decision.notYet(new Refused(SubscriptionRefusal.BETTER_IS_PAID, false));
        }

        LocalDate from = paying.begins(scheme);
        Paid paid = paying.paid(scheme, sold.period());
        Map<String, Long> figures =
                Map.of(FROM, from.toEpochDay(), UNTIL, paid.until().toEpochDay());
        return Decision.<SubscriptionResult>done(
                        new Subscribed(from, paid.until(), false), Answer.of(SUBSCRIBED, figures))
                .settling(paying.settled(paid, from))
                .telling(new SchemeBought(request.account(), club.id(), scheme.id(), from, paid.until()));
    }

    @Override
    public SubscriptionResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static SubscriptionResult retell(RecordedCommand first, Stores stores) {
        Answer answer = first.answer();
        return answer.outcome().equals(SUBSCRIBED)
                ? new Subscribed(
                        LocalDate.ofEpochDay(answer.figure(FROM)), LocalDate.ofEpochDay(answer.figure(UNTIL)), true)
                : new Refused(SubscriptionRefusal.valueOf(answer.outcome()), true);
    }

    @Override
    public Undecided<SubscriptionResult> undecided() {
        return new Undecided<>(
                KeyReused::new, new Refused(SubscriptionRefusal.UNKNOWN_ACCOUNT, false), OutcomeUnknown::new);
    }
}
