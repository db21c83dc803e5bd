package org.openmembership.jdbc.testkit;

import org.jspecify.annotations.Nullable;

/** An engine cannot run on this machine, for the reason given. */
final class EngineUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EngineUnavailableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
