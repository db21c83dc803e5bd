/**
 * Purchases: what was sold, where, to whom and how it was paid, kept at line level and never rewritten.
 */
@NullMarked
package org.openmembership.purchase;

import org.jspecify.annotations.NullMarked;
