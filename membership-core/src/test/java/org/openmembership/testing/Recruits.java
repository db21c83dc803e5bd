package org.openmembership.testing;

import org.openmembership.member.MemberId;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult.Registered;

/** Members whom an envoy of a shop has recruited. */
public record Recruits(Shop shop) {
    /** Somebody who registers with the envoy's invite code. */
    public MemberId of(MemberId envoy, String name) {
        String code = shop.membership().envoys().inviteCode(envoy).orElseThrow().value();
        Registered registered = (Registered) shop.membership()
                .registration()
                .register(Registrant.builder()
                        .name(name, "Byron")
                        .email(name + "@example.org")
                        .acceptTerms("terms-1")
                        .invitedBy(code)
                        .build());
        return registered.member();
    }
}
