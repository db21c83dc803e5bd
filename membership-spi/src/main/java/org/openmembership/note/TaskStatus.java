package org.openmembership.note;

/** How far a task has come (C55). */
public enum TaskStatus {
    OPEN,
    IN_PROGRESS,
    AWAITING_REPLY,
    AWAITING_ACTION,
    COMPLETED
}
