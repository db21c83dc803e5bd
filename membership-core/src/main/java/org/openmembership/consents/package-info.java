/**
 * Consents: asking before writing to anybody, confirming by a message to the address itself, and taking it back (C10, C11,
 * D3-D6, D30).
 *
 * <pre>{@code
 * till.consents().subscribe(customer, Set.of(ContactChannel.EMAIL), ConsentGiven.at("POS", "newsletter-2026-03"));
 * web.consents().confirm(optIn, "4821 9903");
 * web.consents().unsubscribeFromAll(customer, ConsentGiven.at("WEB"));
 * }</pre>
 */
@NullMarked
package org.openmembership.consents;

import org.jspecify.annotations.NullMarked;
