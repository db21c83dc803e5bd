package org.openmembership.envoys;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.openmembership.envoy.EnvoyEvent;
import org.openmembership.envoy.EnvoyEvent.EnvoyAccepted;
import org.openmembership.envoy.EnvoyEvent.EnvoyReactivated;
import org.openmembership.envoy.EnvoyEvent.EnvoyRejected;
import org.openmembership.envoy.EnvoyEvent.EnvoyRequested;
import org.openmembership.envoy.EnvoyEvent.EnvoySuspended;
import org.openmembership.envoy.EnvoyStatus;
import org.openmembership.member.MemberId;

/** How envoys come from one status to another (A53). */
enum StatusStep {
    DESIGNATE(EnumSet.of(EnvoyStatus.REQUESTED, EnvoyStatus.REJECTED), EnvoyStatus.ACTIVE, true, EnvoyAccepted::new),
    REQUEST(EnumSet.of(EnvoyStatus.REJECTED), EnvoyStatus.REQUESTED, true, EnvoyRequested::new),
    ACCEPT(EnumSet.of(EnvoyStatus.REQUESTED), EnvoyStatus.ACTIVE, false, EnvoyAccepted::new),
    REJECT(EnumSet.of(EnvoyStatus.REQUESTED), EnvoyStatus.REJECTED, false, EnvoyRejected::new),
    SUSPEND(EnumSet.of(EnvoyStatus.ACTIVE), EnvoyStatus.SUSPENDED, false, EnvoySuspended::new),
    REACTIVATE(EnumSet.of(EnvoyStatus.SUSPENDED), EnvoyStatus.ACTIVE, false, EnvoyReactivated::new);

    private final Set<EnvoyStatus> from;
    private final EnvoyStatus to;
    private final boolean begins;
    private final Function<MemberId, EnvoyEvent> event;

    /** @param begins whether somebody who is no envoy yet can take it */
    StatusStep(Set<EnvoyStatus> from, EnvoyStatus to, boolean begins, Function<MemberId, EnvoyEvent> event) {
        this.from = from;
        this.to = to;
        this.begins = begins;
        this.event = event;
    }

    boolean isFrom(EnvoyStatus status) {
        return from.contains(status);
    }

    EnvoyStatus to() {
        return to;
    }

    boolean begins() {
        return begins;
    }

    EnvoyEvent event(MemberId member) {
        return event.apply(member);
    }
}
