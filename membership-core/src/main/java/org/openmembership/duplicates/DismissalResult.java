package org.openmembership.duplicates;

import org.openmembership.duplicate.Dismissal;

/** What became of a dismissal. */
public sealed interface DismissalResult {
    /**
     * The two are not suggested again.
     *
     * @param dismissal by whoever said so first
     * @param repeated whether somebody had said so before
     */
    record Dismissed(Dismissal dismissal, boolean repeated) implements DismissalResult {}

    /** One of them is not there; nothing was kept. */
    record UnknownCustomer() implements DismissalResult {}
}
