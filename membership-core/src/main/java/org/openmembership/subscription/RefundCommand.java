package org.openmembership.subscription;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountEvent.SchemeRefunded;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeCase;
import org.openmembership.account.SchemeStanding.Paid;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms.PaidTerm;
import org.openmembership.club.SchemeTerms.PaidTerm.Refund;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.PublishedClubs;
import org.openmembership.storage.Stores;
import org.openmembership.subscription.RefundResult.OutcomeUnknown;
import org.openmembership.subscription.RefundResult.Refunded;
import org.openmembership.subscription.RefundResult.Refused;
import org.openmembership.subscription.SubscriptionResult.Subscribed;

/** Gives back what is left of a scheme that was paid for; its key is that of the purchase, so that it happens once. */
final class RefundCommand implements KeyedCommand<RefundResult> {
    private static final String REFUNDED = "REFUNDED";
    private static final String AMOUNT = "amount";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final AccountId account;
    private final ExternalKey bought;
    private final PublishedClubs clubs;

    RefundCommand(AccountId account, ExternalKey bought, PublishedClubs clubs) {
        this.account = account;
        this.bought = bought;
        this.clubs = clubs;
    }

    @Override
    public Identity identity() {
        return new Identity(
                Operation.SUBSCRIPTION_REFUND,
                Permission.REFUND_SCHEME,
                account,
                bought,
                Fingerprint.of("refund;" + account));
    }

    /** A term that was bought. */
    private record Term(LocalDate from, LocalDate until, Instant boughtAt) {}

    @Override
    public Decision<RefundResult> decide(Situation situation) {
        SchemeCase found = situation.stores().schemes().cases(accounts()).get(0);
        Term term = term(situation).orElse(null);
        if (found.account().isClosed() || term == null) {
            return refused(term == null ? RefundRefusal.NOT_BOUGHT : RefundRefusal.CLOSED);
        }
        PaidScheme paying =
                new PaidScheme(situation.terms(), situation.ledger(account).at(), found);
        Paid running = paying.running();
        if (running == null || term.until().isAfter(running.until())) {
            return refused(RefundRefusal.OVER);
        }
        if (term.until().isBefore(running.until())) {
            return refused(term.until().isBefore(paying.today()) ? RefundRefusal.OVER : RefundRefusal.LATER_TERM_FIRST);
        }
        PaidTerm sold = sold(running.scheme(), term, situation);
        if (sold == null || sold.refund() == Refund.NONE) {
            return refused(RefundRefusal.NOT_REFUNDABLE);
        }
        LocalDate from = term.from().isAfter(paying.today()) ? term.from() : paying.today();
        Money amount = amount(sold, term, from);
        Map<String, Long> figures = Map.of(
                AMOUNT, amount.getAmountMinorLong(),
                FROM, from.toEpochDay(),
                UNTIL, term.until().toEpochDay());
        return Decision.<RefundResult>done(
                        new Refunded(amount, from, term.until(), false), Answer.of(REFUNDED, figures))
                .settling(paying.refunded(paying.without(from)))
                .telling(new SchemeRefunded(account, situation.terms().id(), running.scheme(), from, term.until()));
    }

    private static Decision<RefundResult> refused(RefundRefusal reason) {
        return Decision.notYet(new Refused(reason));
    }

    private Optional<Term> term(Situation situation) {
        CommandKey key =
                new CommandKey(Operation.SUBSCRIPTION, situation.command().club(), bought);
        return situation
                .stores()
                .commands()
                .find(key)
                .filter(first -> first.effect().account().equals(account))
                .filter(first -> first.answer().outcome().equals(SubscribeCommand.SUBSCRIBED))
                .map(first -> {
                    Subscribed term = (Subscribed) SubscribeCommand.retell(first, situation.stores());
                    return new Term(term.from(), term.until(), first.origin().recordedAt());
                });
    }

    /** The terms of the version under which it was bought. */
    private @Nullable PaidTerm sold(SchemeId scheme, Term term, Situation situation) {
        return clubs.require(situation.command().club(), term.boughtAt(), situation.stores())
                .club()
                .scheme(scheme)
                .map(then -> then.terms().paid())
                .orElse(null);
    }

    private static Money amount(PaidTerm sold, Term term, LocalDate from) {
        BigDecimal price = sold.price().getAmount();
        CurrencyUnit currency = sold.price().getCurrencyUnit();
        if (sold.refund() == Refund.PRO_RATA) {
            BigDecimal left = BigDecimal.valueOf(days(from, term.until()));
            BigDecimal all = BigDecimal.valueOf(days(term.from(), term.until()));
            price = price.multiply(left).divide(all, currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        }
        return Money.of(currency, price, RoundingMode.HALF_UP);
    }

    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    @Override
    public RefundResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, clubs, stores);
    }

    static RefundResult retell(RecordedCommand first, PublishedClubs clubs, Stores stores) {
        Answer answer = first.answer();
        CurrencyUnit currency = clubs.require(first.key().club(), first.origin().recordedAt(), stores)
                .club()
                .place()
                .currency();
        return new Refunded(
                Money.ofMinor(currency, answer.figure(AMOUNT)),
                LocalDate.ofEpochDay(answer.figure(FROM)),
                LocalDate.ofEpochDay(answer.figure(UNTIL)),
                true);
    }

    @Override
    public Undecided<RefundResult> undecided() {
        return new Undecided<>(
                (key, firstUsedAt) -> new Refused(RefundRefusal.NOT_BOUGHT),
                new Refused(RefundRefusal.UNKNOWN_ACCOUNT),
                key -> new OutcomeUnknown());
    }
}
