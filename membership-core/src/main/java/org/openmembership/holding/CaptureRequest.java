package org.openmembership.holding;

import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/**
 * Held points to spend.
 *
 * @param hold out of which
 * @param points above zero; null for all that is held
 * @param key the caller's name for this attempt
 * @param scene who and where, for the history
 */
public record CaptureRequest(HoldId hold, @Nullable Points points, ExternalKey key, PointEntry.Scene scene) {
    /** All that is held. */
    public static CaptureRequest of(HoldId hold, ExternalKey key) {
        return new CaptureRequest(hold, null, key, PointEntry.Scene.UNKNOWN);
    }

    public CaptureRequest only(Points some) {
        return new CaptureRequest(hold, some, key, scene);
    }

    public CaptureRequest in(PointEntry.Scene where) {
        return new CaptureRequest(hold, points, key, where);
    }
}
