package org.openmembership.user;

/** How far a notification has come. */
public enum NotificationState {
    WAITING,
    DELIVERED,
    /** Given up: it failed too often, or what it was about has been settled otherwise. */
    ABANDONED
}
