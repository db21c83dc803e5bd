package org.openmembership.step;

import java.time.Instant;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;
import org.openmembership.user.UserEvent.UserDisabled;
import org.openmembership.user.UserEvent.UserEnabled;

/** Switches a user on or off who is not so yet. */
public final class LoginSwitch {
    private LoginSwitch() {}

    public static void turn(User user, boolean on, Instant now, Stores stores, Facts facts) {
        User changed = user.withEnabled(on);
        stores.users().update(changed);
        facts.happened(
                on ? new UserEnabled(user.id(), changed.epoch()) : new UserDisabled(user.id(), changed.epoch()), now);
    }
}
