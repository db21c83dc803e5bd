/**
 * Publishing: how clubs come to be and change, from objects or from JSON.
 *
 * <pre>{@code
 * PublishResult published = membership.clubs().publish(club);
 * }</pre>
 */
@NullMarked
package org.openmembership.publishing;

import org.jspecify.annotations.NullMarked;
