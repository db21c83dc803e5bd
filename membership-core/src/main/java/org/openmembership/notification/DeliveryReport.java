package org.openmembership.notification;

/**
 * What one run of {@link Notifications#deliver} did.
 *
 * @param sent how many messages the notifier took
 * @param notSent how many it did not, or were pointless by now; those that may still succeed are tried again later
 */
public record DeliveryReport(int sent, int notSent) {}
