package org.openmembership.note;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * What somebody has to do about a customer (C55).
 *
 * @param dueOn the last day in time, by the shop's clock; from 1970 to 9999
 * @param assignee the host's id of who does it, as in an actor's reference; 1 to 60 characters, or null for nobody yet
 */
public record Task(
        TaskStatus status, LocalDate dueOn, @Nullable String assignee) {
    public static final int MAX_ASSIGNEE = 60;

    public Task {
        if (assignee != null) {
            Texts.requireCode("Task.assignee", assignee, MAX_ASSIGNEE);
        }
        if (dueOn.getYear() < 1970 || dueOn.getYear() > 9999) {
            throw new IllegalArgumentException("Task.dueOn must be from 1970 to 9999, not " + dueOn);
        }
    }

    public boolean isOpen() {
        return status != TaskStatus.COMPLETED;
    }

    /** Whether its last day is over and it is not done (C55). */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }
}
