/**
 * Merges: two customers turn out to be one (C34, R16).
 *
 * <p>The one being viewed survives; each other one becomes a redirect, which leads to the survivor for ever, without
 * chains. A merge remembers everything it moved, one by one, so that it can be undone while nothing later contradicts it.
 */
@NullMarked
package org.openmembership.merge;

import org.jspecify.annotations.NullMarked;
