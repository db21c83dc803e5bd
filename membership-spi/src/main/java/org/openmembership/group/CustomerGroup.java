package org.openmembership.group;

import org.jspecify.annotations.Nullable;
import org.openmembership.customer.ContactChannel;
import org.openmembership.shared.Texts;

/**
 * A set of customers for marketing, which other systems may know too (C9, C54).
 *
 * @param name as it is shown; 1 to 100 characters
 * @param channel the group is a list that is written to by this channel: whoever is in it has consented to that. Null for a
 *     segment, which only tells customers apart
 * @param version 1 for a new group, one more with each change
 */
public record CustomerGroup(
        CustomerGroupCode code,
        String name,
        GroupAudience audience,
        @Nullable ContactChannel channel,
        int version) {
    public static final int MAX_NAME = 100;

    /** How many groups a shop may have: they are shown all at once. */
    public static final int MAX_GROUPS = 500;

    public CustomerGroup {
        Texts.requireCode("CustomerGroup.name", name, MAX_NAME);
        if (version < 1) {
            throw new IllegalArgumentException("CustomerGroup.version must be at least 1, not " + version);
        }
    }

    /** A segment. */
    public static CustomerGroup segment(CustomerGroupCode code, String name, GroupAudience audience) {
        return new CustomerGroup(code, name, audience, null, 1);
    }

    /** A list that is written to by a channel. */
    public static CustomerGroup list(
            CustomerGroupCode code, String name, GroupAudience audience, ContactChannel channel) {
        return new CustomerGroup(code, name, audience, channel, 1);
    }

    public boolean isPublic() {
        return audience == GroupAudience.PUBLIC;
    }

    /** Whether its members are written to. */
    public boolean isChannel() {
        return channel != null;
    }

    /** The next version, with another name and audience; what sort of group it is never changes. */
    public CustomerGroup changed(String newName, GroupAudience newAudience) {
        return new CustomerGroup(code, newName, newAudience, channel, version + 1);
    }
}
