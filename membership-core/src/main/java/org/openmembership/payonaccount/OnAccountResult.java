package org.openmembership.payonaccount;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.shared.ExternalKey;

/** What became of a charge or a payment. */
public sealed interface OnAccountResult {
    /** @param repeated whether this is the first answer again */
    record Posted(OnAccountEntry entry, boolean repeated) implements OnAccountResult {}

    /**
     * Nothing was written, and the key stays free: what was refused may be allowed later.
     *
     * @param balance what the customer owes; null before the first entry
     */
    record Refused(OnAccountRefusal reason, @Nullable Money balance) implements OnAccountResult {}

    /** The key was used before for another customer, amount or time; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements OnAccountResult {}
}
