package org.openmembership.sale;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.joda.money.Money;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.MemberAccount;
import org.openmembership.command.Caller;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.sale.CheckoutResult.CheckedOut;
import org.openmembership.sale.CheckoutResult.PaymentRefused;
import org.openmembership.sale.CheckoutResult.Previewed;
import org.openmembership.sale.CheckoutResult.SaleRefused;
import org.openmembership.shared.Points;
import org.openmembership.step.Facts;
import org.openmembership.step.PublishedClub;
import org.openmembership.step.SalePayment;
import org.openmembership.storage.Stores;

/** One sale and what is paid of it with points, in one unit of work. */
final class CheckoutCall {
    private final Caller caller;
    private final Checkout checkout;
    private final Instant now;
    private final Stores stores;
    private final SaleBatch batch;

    CheckoutCall(Caller caller, Checkout checkout, Instant now, Stores stores, Facts facts) {
        this.caller = caller;
        this.checkout = checkout;
        this.now = now;
        this.stores = stores;
        this.batch = new SaleBatch(caller, List.of(checkout.purchase()), now, stores, facts);
    }

    /** Checks out. */
    CheckoutResult run() {
        return decide(this::record);
    }

    /** Tells what checking out would do: works it out alike, and writes nothing of it. */
    CheckoutResult preview() {
        return decide((sale, paid) -> new Previewed(batch.preview(sale), paid.entries(), paid.amount()));
    }

    private CheckoutResult decide(BiFunction<Sale, SalePayment.Paid, CheckoutResult> ending) {
        Optional<MemberAccount> payer = payer();
        caller.require(Permission.REDEEM, payer.map(MemberAccount::subject).orElse(Subject.NOBODY));
        if (payer.isEmpty()) {
            return new PaymentRefused(SpendingRefusal.unknownAccount(Points.ZERO));
        }
        MemberAccount account = payer.get();
        PublishedClub then = batch.journal().club(account.id(), checkout.purchase());
        Items items = new Items(checkout, then);
        Optional<RecordedCommand> first =
                stores.commands().find(SalePayment.key(then, checkout.purchase().key()));
        SaleBatch.Judged judged = batch.judge(items.sold());
        Sale sale = judged.sale();
        if (sale == null) {
            return answered(requireNonNull(judged.answer()), first, items);
        }
        if (first.isPresent()) {
            return new CheckoutResult.KeyReused(
                    checkout.purchase().key(), first.get().origin().recordedAt());
        }
        Optional<CheckoutResult> notMade = items.notMade(account, now);
        return notMade.orElseGet(() -> pay(account, sale, items, ending));
    }

    private Optional<MemberAccount> payer() {
        batch.journal().lock(Set.of(checkout.payer()));
        return batch.journal().find(checkout.payer());
    }

    private CheckoutResult pay(
            MemberAccount account, Sale sale, Items items, BiFunction<Sale, SalePayment.Paid, CheckoutResult> ending) {
        PublishedClub club = caller.clubs().require(account.club(), now, stores);
        SalePayment payment =
                SalePayment.of(batch.journal(), account.id(), club, sale.purchase(), items.points(), stores);
        SalePayment.Paid paid =
                new SalePayment.Paid(List.of(), Money.zero(sale.purchase().currency()));
        if (!payment.isNothing()) {
            Optional<SpendingRefusal> refusal = payment.refusal();
            if (refusal.isPresent()) {
                return new PaymentRefused(refusal.get());
            }
            paid = payment.post(batch.journal(), sale.scene());
        }
        Optional<SaleResult> shortage = batch.shortage(sale);
        return shortage.isPresent() ? new SaleRefused(shortage.get()) : ending.apply(sale, paid);
    }

    private CheckoutResult record(Sale sale, SalePayment.Paid paid) {
        SaleResult.Recorded recorded = (SaleResult.Recorded) batch.record(sale);
        batch.journal().write();
        return new CheckedOut(recorded, paid.entries(), paid.amount());
    }

    /** What was answered to a sale that is kept, if it was paid just so; or why it cannot be kept. */
    private CheckoutResult answered(SaleResult answer, Optional<RecordedCommand> first, Items items) {
        if (answer instanceof SaleResult.KeyReused reused) {
            return new CheckoutResult.KeyReused(reused.key(), reused.firstUsedAt());
        }
        if (!(answer instanceof SaleResult.Recorded recorded)) {
            return new SaleRefused(answer);
        }
        Optional<SalePayment.Paid> paid = first.filter(command -> command.fingerprint()
                        .equals(SalePayment.fingerprint(items.sold(), checkout.payer(), items.points())))
                .map(command -> SalePayment.retell(command, stores));
        boolean isUnpaid = first.isEmpty() && items.isNothing();
        if (paid.isEmpty() && !isUnpaid) {
            Instant at = stores.purchases()
                    .find(checkout.purchase().key())
                    .orElseThrow()
                    .recordedAt();
            return new CheckoutResult.KeyReused(checkout.purchase().key(), at);
        }
        Money nothing = Money.zero(checkout.purchase().currency());
        return paid.map(before -> new CheckedOut(recorded, before.entries(), before.amount()))
                .orElseGet(() -> new CheckedOut(recorded, List.of(), nothing));
    }
}
