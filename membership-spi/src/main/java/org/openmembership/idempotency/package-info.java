/**
 * What makes every command safe to repeat: its key, the fingerprint of its content, and the answer it gave (R27).
 */
@NullMarked
package org.openmembership.idempotency;

import org.jspecify.annotations.NullMarked;
