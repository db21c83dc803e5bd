package org.openmembership.sale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.Operation;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Purchase;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.Facts;
import org.openmembership.storage.OutcomeUnknownException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of a sale (A42, A56-A58): keeps it at line level, finds out who bought, earns in every club of theirs, and takes
 * back what returned lines had earned. Thread-safe.
 */
public final class Sales {
    /** How many sales one call of {@link #recordAll} takes. */
    public static final int MAX_BATCH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Sales.class);

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Sales(Caller caller) {
        this.caller = caller;
    }

    /**
     * Records a sale, and posts its points, in one unit of work.
     *
     * <p>Rules, expiry and scheme go by the time of the sale (R28). A guest's sale is kept too. A repeat with the same key
     * and content gives the first answer again; with other content it is {@code KeyReused} and nothing is written (R27).
     * Which email was named is no part of the content, because no email is kept.
     */
    public SaleResult record(Purchase purchase) {
        return recordAll(List.of(purchase)).get(0);
    }

    /**
     * Records sales in one unit of work, one after the other as if each had been recorded by itself, only much faster;
     * those that are refused do not hinder the others.
     *
     * @param purchases at most {@link #MAX_BATCH}
     * @return a result for each, in the same order
     */
    public List<SaleResult> recordAll(List<Purchase> purchases) {
        if (purchases.size() > MAX_BATCH) {
            throw new IllegalArgumentException("at most " + MAX_BATCH + " sales at once, not " + purchases.size());
        }
        if (purchases.isEmpty()) {
            return List.of();
        }
        Instant now = caller.now();
        try {
            return caller.change(
                    Permission.RECORD_SALE,
                    Subject.NOBODY,
                    (stores, facts) -> SaleBatch.record(caller, purchases, now, stores, facts));
        } catch (OutcomeUnknownException unknown) {
            LOG.warn(
                    "{} sales from {} on: outcome unknown",
                    purchases.size(),
                    purchases.get(0).key(),
                    unknown);
            return purchases.stream()
                    .<SaleResult>map(purchase -> new SaleResult.OutcomeUnknown(purchase.key()))
                    .toList();
        }
    }

    /**
     * Records a sale of which the payer pays a part with points: one unit of work, one receipt key, all or nothing (R49).
     *
     * <p>What the tenders that are points of the payer's club say is redeemed first, within the bounds of the payer's scheme or
     * club and by the last-cent rule, and what accepted item offers take besides; then the sale earns, so that its own points
     * never pay for it. Whether the sale reaches the least sale that earns does not matter for what is spent (R33, B68).
     *
     * <p>A repeat gives the first answer again; a refusal writes nothing, and the receipt may come again under its key, paid
     * otherwise. Points come back with the goods: those of an item offer with its item, others as the return's tenders say (R39).
     */
    public CheckoutResult checkOut(Checkout checkout) {
        Instant now = caller.now();
        try {
            return caller.change(
                    Permission.RECORD_SALE,
                    Subject.NOBODY,
                    (stores, facts) -> new CheckoutCall(caller, checkout, now, stores, facts).run());
        } catch (OutcomeUnknownException unknown) {
            LOG.warn("checkout of {}: outcome unknown", checkout.purchase().key(), unknown);
            return new CheckoutResult.OutcomeUnknown(checkout.purchase().key());
        }
    }

    /**
     * The item offers that are made on the lines of a sale to the payer, by line, then offer; to be asked as soon as an item is
     * scanned. Empty for an unknown account. Writes and reserves nothing.
     */
    public List<OfferedItem> offers(Purchase purchase, AccountId payer) {
        Instant now = caller.now();
        return caller.read(
                Permission.RECORD_SALE,
                Subject.NOBODY,
                stores -> stores.accounts()
                        .find(payer)
                        .map(account -> Items.offered(
                                purchase,
                                caller.clubs().require(account.club(), purchase.purchasedAt(), stores),
                                account,
                                now))
                        .orElse(List.of()));
    }

    /**
     * What checking out now would answer, with what it would spend and earn, and why; writes and reserves nothing (R38, R49).
     *
     * <p>Checking out in the same state does just that. A sale that is kept already is answered as a repeat is.
     */
    public CheckoutResult preview(Checkout checkout) {
        Instant now = caller.now();
        return caller.change(
                Permission.RECORD_SALE,
                Subject.NOBODY,
                stores -> new CheckoutCall(caller, checkout, now, stores, new Facts()).preview());
    }

    /** What recording the sale now would answer, with reasons; writes and reserves nothing (R37, R38). */
    public SaleResult preview(Purchase purchase) {
        Instant now = caller.now();
        return caller.change(
                Permission.RECORD_SALE, Subject.NOBODY, stores -> SaleBatch.preview(caller, purchase, now, stores));
    }

    /**
     * Gives a sale that nobody was named on to a member, and posts its points at its own time by the rules of then (R40).
     *
     * <p>Once, by whoever is first, and within the window of the member's clubs; the sale itself is the key, so that a repeat
     * gives the first answer again. A sale of which something has come back is not claimed any more.
     */
    public ClaimResult claim(ExternalKey sale, MemberId member) {
        Instant now = caller.now();
        try {
            return caller.change(
                    Permission.CLAIM_SALE,
                    new Subject(member.value()),
                    (stores, facts) -> new Claim(caller, sale, member, now, stores, facts).run());
        } catch (OutcomeUnknownException unknown) {
            LOG.warn("claim of {}: outcome unknown", sale, unknown);
            return new ClaimResult.OutcomeUnknown(sale);
        }
    }

    /** What was answered under a key; empty only if it surely earned nothing, now or by any call still in flight (I29). */
    public Optional<SaleResult> lookup(ExternalKey key) {
        caller.settle(Operation.SALE, key);
        Instant now = caller.now();
        return caller.read(Permission.RECORD_SALE, Subject.NOBODY, stores -> FirstAnswer.of(key, now, stores));
    }

    /**
     * The purchase that a form stands for.
     *
     * @throws InvalidRequestException with all that is wrong with it, by path
     */
    public Purchase read(SaleDraft draft) {
        return SaleIntake.read(draft, caller.violations(draft));
    }
}
