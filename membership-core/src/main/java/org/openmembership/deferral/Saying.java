package org.openmembership.deferral;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openmembership.club.Deferral;
import org.openmembership.command.Caller;
import org.openmembership.deferral.DeferralResult.Done;
import org.openmembership.deferral.DeferralResult.Reason;
import org.openmembership.deferral.DeferralResult.Refused;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseEvent.SaleWithdrawn;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.purchase.WaitingSale.State;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.Violation;
import org.openmembership.shared.ExternalKey;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** What the host says of one sale that waits, in one unit of work; of two at once one finds a later version and begins anew. */
record Saying(Caller caller, Instant now, Stores stores, Facts facts) {
    DeferralResult released(ExternalKey key, Map<Integer, BigDecimal> open) {
        Optional<KeptPurchase> kept = stores.purchases().find(key);
        if (kept.isEmpty()) {
            return new Refused(Reason.UNKNOWN_SALE);
        }
        requireFits(open, kept.get().purchase());
        List<WaitingSale> waiting = new ArrayList<>();
        List<WaitingSale> changed = new ArrayList<>();
        for (WaitingSale sale : stores.waitingSales().of(List.of(key))) {
            boolean isAwaited = sale.isWaiting() && sale.due().at() == null;
            boolean comes = isAwaited
                    && (open.isEmpty() || includesOpen(sale, kept.get().purchase()));
            WaitingSale then = comes ? sale.released(now) : sale;
            if (comes) {
                changed.add(then);
            }
            if (sale.isWaiting()) {
                waiting.add(then);
            }
        }

        stores.waitingSales().update(changed);
        return waiting.isEmpty() ? new Refused(Reason.NOTHING_WAITS) : new Done(waiting);
    }

    DeferralResult withdrawn(ExternalKey key) {
        if (stores.purchases().find(key).isEmpty()) {
            return new Refused(Reason.UNKNOWN_SALE);
        }
        List<WaitingSale> withdrawn = new ArrayList<>();
        List<WaitingSale> changed = new ArrayList<>();
        for (WaitingSale sale : stores.waitingSales().of(List.of(key))) {
            if (sale.isWaiting()) {
                changed.add(sale.ended(State.WITHDRAWN));
                facts.happened(new SaleWithdrawn(key, sale.holder(), sale.club()), now);
            } else if (sale.state() == State.WITHDRAWN) {
                withdrawn.add(sale);
            }
        }

        stores.waitingSales().update(changed);
        withdrawn.addAll(changed);
        return withdrawn.isEmpty() ? new Refused(Reason.NOTHING_WAITS) : new Done(withdrawn);
    }

    private boolean includesOpen(WaitingSale sale, Purchase purchase) {
        Deferral terms = caller.clubs()
                .require(sale.club(), purchase.purchasedAt(), stores)
                .club()
                .terms()
                .earning()
                .policies()
                .deferral();
        return terms.awaits() != Deferral.Awaits.DELIVERED;
    }

    private static void requireFits(Map<Integer, BigDecimal> open, Purchase purchase) {
        List<Violation> violations = new ArrayList<>();
        new TreeMap<>(open).forEach((number, quantity) -> {
            String path = "open[" + number + "]";
            Optional<PurchaseLine> line = purchase.line(number);
            if (line.isEmpty()) {
                violations.add(new Violation(path, "must be a line of the sale"));
            } else if (quantity.signum() <= 0 || quantity.compareTo(line.get().quantity()) > 0) {
                violations.add(new Violation(path, "must be above zero and at most the quantity of the line"));
            }
        });
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }
}
