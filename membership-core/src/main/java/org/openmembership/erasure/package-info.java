/**
 * Forgetting people (C35-C39, B65, R17): asked for, waited for, done once and for good, and proven by a receipt.
 *
 * <pre>{@code
 * ErasureRequestResult asked = desk.erasures().request(member, ReasonCode.of("ASKED"), IdentityProof.DOCUMENT_SEEN);
 * ErasureResult done = nightly.erasures().execute(((ErasureRequestResult.Requested) asked).erasure().id());
 * }</pre>
 */
@NullMarked
package org.openmembership.erasure;

import org.jspecify.annotations.NullMarked;
