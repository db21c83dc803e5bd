package org.openmembership.envoys;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.envoy.Envoy;
import org.openmembership.envoy.EnvoyEvent;
import org.openmembership.envoy.EnvoyEvent.EnvoySettingsChanged;
import org.openmembership.envoy.EnvoyEvent.InviteCodeRenewed;
import org.openmembership.envoy.EnvoyTerms;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoys.EnvoyResult.Changed;
import org.openmembership.envoys.EnvoyResult.Reason;
import org.openmembership.envoys.EnvoyResult.Refused;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/**
 * One try at changing an envoy, with the member locked so that nobody is merged or erased meanwhile.
 *
 * @param own what is settled for this one; null for the defaults
 */
record EnvoyChange(EnvoyPolicy policy, @Nullable EnvoyTerms own, Instant now, Stores stores, Facts facts) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODE_BYTES = 16;

    EnvoyResult take(StatusStep step, MemberId named) {
        Optional<MemberStanding> standing = stores.members().standingForUpdate(named);
        if (standing.isEmpty()) {
            return new Refused(Reason.UNKNOWN_MEMBER);
        }
        MemberId member = standing.get().member();
        Optional<Envoy> envoy = stores.envoys().find(member);

        if (envoy.isPresent() && envoy.get().status() == step.to()) {
            return new Changed(envoy.get(), true);
        }
        if (step.begins() && !standing.get().isActive()) {
            return new Refused(Reason.NOT_ACTIVE);
        }
        return envoy.isPresent() ? move(envoy.get(), step) : begin(member, step);
    }

    private EnvoyResult begin(MemberId member, StatusStep step) {
        if (!step.begins()) {
            return new Refused(Reason.NO_ENVOY);
        }
        Envoy envoy = Envoy.begun(member, step.to(), now, newCode(), terms(), own != null);
        stores.envoys().add(envoy);
        facts.happened(step.event(member), now);
        return new Changed(envoy, false);
    }

    private EnvoyResult move(Envoy envoy, StatusStep step) {
        if (!step.isFrom(envoy.status())) {
            return new Refused(Reason.OTHER_STATUS);
        }
        Envoy moved = envoy.with(step.to(), now);
        stores.envoys().update(moved);
        facts.happened(step.event(envoy.member()), now);
        boolean settles = step == StatusStep.DESIGNATE && own != null;
        return settles ? settle(moved) : new Changed(moved, false);
    }

    EnvoyResult settle(MemberId named) {
        return envoy(named).map(this::settle).orElseGet(() -> new Refused(Reason.NO_ENVOY));
    }

    private EnvoyResult settle(Envoy envoy) {
        boolean same =
                envoy.settings().terms().equals(terms()) && envoy.settings().own() == (own != null);
        if (same) {
            return new Changed(envoy, true);
        }
        Envoy settled = envoy.with(terms(), own != null, now);
        return changed(
                settled,
                new EnvoySettingsChanged(settled.member(), settled.settings().number()));
    }

    EnvoyResult renew(MemberId named) {
        return envoy(named)
                .map(envoy -> changed(envoy.with(newCode()), new InviteCodeRenewed(envoy.member())))
                .orElseGet(() -> new Refused(Reason.NO_ENVOY));
    }

    private EnvoyResult changed(Envoy envoy, EnvoyEvent event) {
        stores.envoys().update(envoy);
        facts.happened(event, now);
        return new Changed(envoy, false);
    }

    private Optional<Envoy> envoy(MemberId named) {
        return stores.members()
                .standingForUpdate(named)
                .flatMap(standing -> stores.envoys().find(standing.member()));
    }

    private EnvoyTerms terms() {
        return own == null ? policy.defaults() : own;
    }

    private static InviteCode newCode() {
        byte[] chance = new byte[CODE_BYTES];
        RANDOM.nextBytes(chance);
        return InviteCode.from(chance);
    }
}
