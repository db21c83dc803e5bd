/**
 * Words that every room uses: points, codes, the caller's key, who acts, pages.
 *
 * <p>Nothing here knows any other room.
 */
@NullMarked
package org.openmembership.shared;

import org.jspecify.annotations.NullMarked;
