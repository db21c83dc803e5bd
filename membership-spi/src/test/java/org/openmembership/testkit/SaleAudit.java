package org.openmembership.testkit;

import java.util.List;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.purchase.WaitingSale;

/** Finds sales which were to be posted later and were not posted once. */
record SaleAudit(State state) {
    List<Violation> violations() {
        InMemoryCommands commands = new InMemoryCommands(state);
        return state.waitingSales
                .values()
                .filter(sale -> {
                    CommandKey key = new CommandKey(
                            Operation.SALE, sale.club(), sale.name().sale());
                    boolean isPosted = sale.state() == WaitingSale.State.POSTED;
                    return isPosted != commands.find(key).isPresent();
                })
                .map(sale -> new Violation(
                        Invariant.SALE_POSTED_ONCE,
                        sale.name().purchase().value(),
                        "account " + sale.name().account() + ", state " + sale.state()))
                .toList();
    }
}
