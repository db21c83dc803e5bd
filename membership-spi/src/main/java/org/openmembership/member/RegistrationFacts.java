package org.openmembership.member;

import org.jspecify.annotations.Nullable;
import org.openmembership.user.User;

/**
 * A registration with the user and the member it is about, as they are now.
 *
 * @param member null only where the registration names none
 */
public record RegistrationFacts(
        Registration registration, User user, @Nullable Member member) {}
