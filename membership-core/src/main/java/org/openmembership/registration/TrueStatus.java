package org.openmembership.registration;

import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationState;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/**
 * How a registration really stands.
 *
 * @param state {@code ADDRESS_TAKEN} where the registrant was only told to wait
 * @param superseded whether a newer registration has come
 * @param user whose address it is
 * @param member who will be or has been activated, or has the address already; null only if none has
 */
public record TrueStatus(
        RegistrationState state,
        boolean superseded,
        UserId user,
        @Nullable MemberId member) {
    static TrueStatus of(Registration registration, User user) {
        return new TrueStatus(
                registration.state(),
                registration.isSuperseded(user),
                user.id(),
                registration.subject().member());
    }
}
