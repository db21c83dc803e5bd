package org.openmembership.envoy;

import java.time.Instant;
import org.openmembership.member.MemberId;

/**
 * A member who recruits, has asked to, or may not at the moment (A52, A53).
 *
 * @param member who it is
 * @param status where the member stands
 * @param since when the member came to stand there
 * @param code what is given away; nobody's any more once another one was made
 * @param settings what the envoy gets from now on
 * @param version counts the changes of this record, from 1
 */
public record Envoy(
        MemberId member, EnvoyStatus status, Instant since, InviteCode code, EnvoySettings settings, int version) {
    public static final int FIRST_VERSION = 1;

    public Envoy {
        if (version < FIRST_VERSION) {
            throw new IllegalArgumentException("Envoy.version must be at least 1, not " + version);
        }
    }

    public static Envoy begun(
            MemberId member, EnvoyStatus status, Instant at, InviteCode code, EnvoyTerms terms, boolean own) {
        return new Envoy(member, status, at, code, new EnvoySettings(1, at, terms, own), FIRST_VERSION);
    }

    public boolean isActive() {
        return status == EnvoyStatus.ACTIVE;
    }

    public Envoy with(EnvoyStatus next, Instant at) {
        return new Envoy(member, next, at, code, settings, version + 1);
    }

    public Envoy with(EnvoyTerms terms, boolean own, Instant at) {
        return new Envoy(
                member, status, since, code, new EnvoySettings(settings.number() + 1, at, terms, own), version + 1);
    }

    public Envoy with(InviteCode next) {
        return new Envoy(member, status, since, next, settings, version + 1);
    }
}
