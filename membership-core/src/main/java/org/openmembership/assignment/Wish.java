package org.openmembership.assignment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.shared.ExternalKey;

/**
 * Whose a sale is to be.
 *
 * @param to null for nobody's
 * @param key the caller's name for this attempt
 */
record Wish(Kind kind, ExternalKey sale, @Nullable MemberId to, ExternalKey key) {
    enum Kind {
        ASSIGN,
        CHANGE,
        REMOVE
    }

    Fingerprint fingerprint() {
        return Fingerprint.of("assignment;" + sale + ";" + to);
    }

    boolean isOf(SaleAssignment made) {
        return made.sale().equals(sale) && Objects.equals(made.to(), to);
    }
}
