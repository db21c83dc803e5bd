package org.openmembership.user;

import org.jspecify.annotations.Nullable;

/**
 * A confirmation with what it depends on, as it is now.
 *
 * @param user null only where the confirmation has no subject
 * @param newest whether the same user has asked for nothing of this purpose since
 */
public record ConfirmationFacts(
        Confirmation confirmation, @Nullable User user, boolean newest) {
    /** Whether its secrets still do anything: nothing has replaced, used up or overtaken them. */
    public boolean isAlive() {
        Confirmation.Subject subject = confirmation.subject();
        return subject != null
                && user != null
                && newest
                && confirmation.state() == Confirmation.State.OPEN
                && !subject.isSuperseded(user);
    }
}
