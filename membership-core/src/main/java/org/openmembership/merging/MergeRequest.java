package org.openmembership.merging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.UserId;

/**
 * Customers who are one (C34).
 *
 * @param survivor the one being viewed, into which the others go
 * @param others 1 to 20
 * @param key the caller's name for this attempt
 * @param keepUser who signs in afterwards, where more than one member with a user is among them; null elsewhere
 */
public record MergeRequest(
        CustomerId survivor,
        List<CustomerId> others,
        ExternalKey key,
        @Nullable UserId keepUser) {
    public static final int MAX_OTHERS = 20;

    public MergeRequest {
        others = List.copyOf(others);
    }

    /** Customers of whom at most one is a member. */
    public static MergeRequest of(CustomerId survivor, List<CustomerId> others, ExternalKey key) {
        return new MergeRequest(survivor, others, key, null);
    }

    public MergeRequest keeping(UserId user) {
        return new MergeRequest(survivor, others, key, user);
    }
}
