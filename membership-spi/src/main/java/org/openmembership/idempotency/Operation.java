package org.openmembership.idempotency;

/** The commands that carry a key; the same key may be used once for each (R27). */
public enum Operation {
    SALE,
    REDEMPTION,
    ADJUSTMENT,
    REVERSAL,
    TRANSFER,
    EXPIRY
}
