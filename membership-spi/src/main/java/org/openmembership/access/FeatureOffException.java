package org.openmembership.access;

import java.io.Serial;

/** The call belongs to a feature that the host has switched off (A25); nothing was written, and the caller's key stays free. */
public final class FeatureOffException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Feature feature;

    public FeatureOffException(Feature feature) {
        super(feature + " is switched off");
        this.feature = feature;
    }

    public Feature feature() {
        return feature;
    }
}
