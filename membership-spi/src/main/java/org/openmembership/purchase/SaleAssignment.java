package org.openmembership.purchase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;
import org.openmembership.shared.ExternalKey;

/**
 * That a kept sale became somebody else's, or nobody's (D10-D13); never changed.
 *
 * @param key the caller's name for it, which makes it safe to repeat
 * @param sale the key of the sale
 * @param number counts the assignments of the sale, from 1
 * @param from whose it was; null for nobody's
 * @param to whose it is; null for nobody's
 * @param at by our clock
 */
public record SaleAssignment(
        ExternalKey key,
        ExternalKey sale,
        int number,
        @Nullable MemberId from,
        @Nullable MemberId to,
        Instant at) {}
