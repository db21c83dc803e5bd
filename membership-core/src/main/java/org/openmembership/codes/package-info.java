/**
 * Codes: membership numbers as pictures that a scanner reads (D15).
 *
 * <pre>{@code
 * byte[] picture = membership.codes().picture(card, Symbology.QR).png(4);
 * }</pre>
 */
@NullMarked
package org.openmembership.codes;

import org.jspecify.annotations.NullMarked;
