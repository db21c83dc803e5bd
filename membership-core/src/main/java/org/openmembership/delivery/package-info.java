/**
 * Sending what is due, outside any unit of work: what several verbs do after their commit.
 *
 * <p>The secrets of a message are made here, handed to the host's notifier and forgotten; storages see their hashes only.
 */
@NullMarked
package org.openmembership.delivery;

import org.jspecify.annotations.NullMarked;
