/**
 * Consents: whether a customer may be written to by email, text message or letter, with when, where and on what evidence
 * (R14, C10, D3-D6, D30).
 *
 * <p>A consent is off unless the customer said yes, and one that waits to be confirmed sends nothing. Its history is facts,
 * without free text.
 */
@NullMarked
package org.openmembership.consent;

import org.jspecify.annotations.NullMarked;
