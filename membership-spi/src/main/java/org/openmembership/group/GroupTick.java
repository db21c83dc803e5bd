package org.openmembership.group;

import org.jspecify.annotations.Nullable;

/**
 * One tick box: a group, and whether a customer is in it (C9).
 *
 * @param membership null if the customer never was
 */
public record GroupTick(CustomerGroup group, @Nullable GroupMembership membership) {
    public boolean isTicked() {
        return membership != null && membership.isMember();
    }
}
