package org.openmembership.user;

import org.openmembership.shared.Texts;

/**
 * Our id of a notification; the {@link Notifier} sees the same one again if a message is sent twice.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record NotificationId(String value) implements Comparable<NotificationId> {
    public NotificationId {
        Texts.requireId("NotificationId", value);
    }

    public static NotificationId of(String value) {
        return new NotificationId(value);
    }

    @Override
    public int compareTo(NotificationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
