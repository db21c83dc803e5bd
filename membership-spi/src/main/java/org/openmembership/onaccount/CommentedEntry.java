package org.openmembership.onaccount;

import org.jspecify.annotations.Nullable;

/**
 * An entry as it is listed.
 *
 * @param comment what was noted with it, null if nothing was or it has been erased
 */
public record CommentedEntry(OnAccountEntry entry, @Nullable String comment) {
    @Override
    public String toString() {
        return "CommentedEntry[" + entry + "]";
    }
}
