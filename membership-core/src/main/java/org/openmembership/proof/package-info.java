/**
 * How people prove who they are, as far as several verbs do it alike: counting tries, and trying the secrets of messages.
 */
@NullMarked
package org.openmembership.proof;

import org.jspecify.annotations.NullMarked;
