/** Notifications: sending the messages that are due, after the unit of work that made them due. */
@NullMarked
package org.openmembership.notification;

import org.jspecify.annotations.NullMarked;
