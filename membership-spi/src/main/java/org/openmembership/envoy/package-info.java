/**
 * Envoys: members who recruit others, and get a share of the points that these earn (A31, A52, A53, R56).
 *
 * <p>An envoy gives away an invite code, usually in a link. Whoever registers with it is the envoy's recruit from the moment the
 * registration is proven, and is nobody else's for good.
 */
@NullMarked
package org.openmembership.envoy;

import org.jspecify.annotations.NullMarked;
